package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.creators.ChangeCreator;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.ListFavorites;
import io.tastemaker.application.creators.MarkFavorite;
import io.tastemaker.application.creators.RemoveCreator;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Disclosure;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creators one by one, and the caller's favourites. */
public final class CreatorRoutes {

    record CreatorPath(@About("The creator") UUID creatorId) {
        CreatorId id() {
            return new CreatorId(creatorId);
        }
    }

    record HandlePath(
            @About("Where the creator publishes") @Word(Vocabulary.PLATFORM) String platform,
            @About("The name there") @Length(max = 101) String handle) {}

    record FavoriteJson(CreatorJson creator, @About("When it was marked") Instant markedAt) {}

    private static final String ALL = "the newest first";

    private static final String LOCKED = "Of a creator of the catalogue the full record is shown once it is unlocked, and the address once "
            + "that is: until then average_views, average_likes, average_comments, average_shares, average_engagements, total_views, "
            + "audience_location, last_post_on, website and email are null, and locked_facts names those that are known.";

    private final CreatorUseCases useCases;
    private final Unlocked.Finder unlocked;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param wallets for what the team has unlocked
     */
    public CreatorRoutes(CreatorUseCases useCases, WalletUseCases wallets) {
        this.useCases = useCases;
        this.unlocked = new Unlocked.Finder(wallets);
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CREATORS);
        Access writing = Access.needs(Permission.WRITE_CREATORS);
        Access searching = Access.needs(Permission.SEARCH_CREATORS);
        return List.of(
                Route.of(Method.POST, "/creators", writing).says("creators", "Enter a creator").about("Private to the team.")
                        .body(NewCreatorJson.class).answers(201, CreatorJson.class, "The creator").versioned()
                        .problems(ProblemCode.ALREADY_EXISTS).repeatable().handle(this::enter),
                Route.of(Method.GET, "/creators/{creator_id}", reading).says("creators", "Show a creator").path(CreatorPath.class)
                        .about(LOCKED).answers(200, CreatorJson.class, "The creator").versioned().problems(ProblemCode.NOT_FOUND)
                        .handle(call -> shown(call, find(call, new FindCreator.Which.ById(call.path(CreatorPath.class).id())))),
                Route.of(Method.GET, "/creators/by-handle/{platform}/{handle}", reading).says("creators", "Show a creator by handle")
                        .about("The team's own record comes before the catalogue's. " + LOCKED).path(HandlePath.class)
                        .answers(200, CreatorJson.class, "The creator").versioned().problems(ProblemCode.NOT_FOUND)
                        .handle(this::byHandle),
                Route.of(Method.PATCH, "/creators/{creator_id}", writing).says("creators", "Change a creator").path(CreatorPath.class)
                        .about("The team's own creators only; a change that changes nothing keeps the version.")
                        .body(CreatorPatchJson.class).needsVersion().answers(200, CreatorJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND).handle(this::change),
                Route.of(Method.DELETE, "/creators/{creator_id}", writing).says("creators", "Delete a creator").path(CreatorPath.class)
                        .about("The team's own creators only.").heedsVersion().answersNothing("It is gone")
                        .problems(ProblemCode.NOT_FOUND).handle(this::remove),
                Route.of(Method.PUT, "/creators/{creator_id}/favorite", searching).says("creators", "Mark a favourite")
                        .path(CreatorPath.class).answersNothing("It is marked").problems(ProblemCode.NOT_FOUND)
                        .handle(call -> mark(call, true)),
                Route.of(Method.DELETE, "/creators/{creator_id}/favorite", searching).says("creators", "Take the mark away")
                        .path(CreatorPath.class).answersNothing("It is not marked").problems(ProblemCode.NOT_FOUND)
                        .handle(call -> mark(call, false)),
                Route.of(Method.GET, "/favorites", reading).says("creators", "List favourites").about("The caller's own, the newest first.")
                        .query(PageQuery.class).lists(FavoriteJson.class, "The caller's favourites").handle(this::favorites));
    }

    private Reply enter(Call call) {
        NewCreatorJson creator = call.body(NewCreatorJson.class);
        Platform platform = Coded.find(Platform.class, creator.platform()).orElseThrow();
        Optional<Handle> handle = Handle.read(platform, creator.handle());
        if (handle.isEmpty()) {
            return Problem.invalid("#/handle", "must be 1 to 100 letters, digits, dots, underscores and hyphens");
        }
        EnterCreator.Command command = new EnterCreator.Command(call.actor(), handle.get(), StatedFacts.of(creator).stated());
        return switch (useCases.enterCreator().handle(command)) {
            case EnterCreator.Outcome.Entered(Creator entered) ->
                Answer.created("/creators/" + entered.id(), CreatorJson.ofOwn(entered)).version(entered.version());
            case EnterCreator.Outcome.AlreadyThere(Creator there) -> Problem.of(ProblemCode.ALREADY_EXISTS,
                    "The team has a record of this handle already.").with("creator_id", there.id().toString());
        };
    }

    private Reply byHandle(Call call) {
        HandlePath path = call.path(HandlePath.class);
        Platform platform = Coded.find(Platform.class, path.platform()).orElseThrow();
        Handle handle = Handle.read(platform, path.handle()).orElseThrow(Refusal.NotFound::new);
        return shown(call, find(call, new FindCreator.Which.ByHandle(handle)));
    }

    private Reply change(Call call) {
        StatedFacts facts = StatedFacts.of(call.body(CreatorPatchJson.class));
        return shown(call, useCases.changeCreator().handle(new ChangeCreator.Command(
                call.actor(), call.path(CreatorPath.class).id(), call.ifMatch().orElseThrow(), facts.stated(), facts.cleared())));
    }

    private Reply remove(Call call) {
        RemoveCreator.Command command = new RemoveCreator.Command(call.actor(), call.path(CreatorPath.class).id(), call.expectedVersion());
        return switch (useCases.removeCreator().handle(command)) {
            case RemoveCreator.Outcome.Removed() -> Answer.noContent();
        };
    }

    private Reply mark(Call call, boolean marked) {
        MarkFavorite.Command command = new MarkFavorite.Command(call.actor(), call.path(CreatorPath.class).id(), marked);
        return switch (useCases.markFavorite().handle(command)) {
            case MarkFavorite.Outcome.Settled() -> Answer.noContent();
        };
    }

    private Reply favorites(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        Page<ListFavorites.Entry> favorites = useCases.listFavorites().handle(new ListFavorites.Query(call.actor(), page));
        Unlocked open = unlocked.records(call.actor(), favorites.items().stream().map(ListFavorites.Entry::creator).toList());
        return call.page(favorites, ALL,
                entry -> new FavoriteJson(CreatorJson.of(entry.creator(), open.of(entry.creator())), entry.markedAt()));
    }

    private Creator find(Call call, FindCreator.Which which) {
        return useCases.showCreator().handle(new ShowCreator.Query(call.actor(), which));
    }

    private Answer shown(Call call, Creator creator) {
        Disclosure open = unlocked.records(call.actor(), List.of(creator)).of(creator);
        Answer answer = Answer.ok(CreatorJson.of(creator, open));
        return switch (call.actor()) {
            case Actor.Operator operator -> answer.version(creator.version());
            case Actor.System system -> answer.version(creator.version());
            case Actor.User user -> answer.header("ETag", CreatorJson.etag(creator, open));
            case Actor.Key key -> answer.header("ETag", CreatorJson.etag(creator, open));
        };
    }
}
