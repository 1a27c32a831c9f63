package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.campaigns.CampaignRoutes.CampaignPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.campaigns.AddToShortlist;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ChangeShortlistEntry;
import io.tastemaker.application.campaigns.ListShortlist;
import io.tastemaker.application.campaigns.RemoveFromShortlist;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The shortlist of a campaign. */
public final class ShortlistRoutes {

    record EntryPath(@About("The campaign") UUID campaignId, @About("The creator") UUID creatorId) {}

    record ShortlistQuery(
            @About("Only this state") Optional<@OneOf({"pending", "invited", "accepted", "rejected", "completed"}) String> status,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<String> status) {}

    record ShortlistAdditionJson(
            @About("Up to 500 creators") @Entries(min = 1, max = AddToShortlist.MOST) List<UUID> creatorIds,
            @About("A note for all of them") Optional<@Length(min = 0, max = 2_000) String> note,
            @About("The ranking they are taken from: what each has there is kept with it")
            Optional<@Matches(value = "rk_[0-9a-f]{32}", says = "the id of a ranking") String> rankingId) {}

    record ShortlistAddedJson(
            @About("Those that are new on the list") List<ShortlistJson> added, @About("How many were on it") int alreadyThere) {}

    record ShortlistPatchJson(
            @About("How far the team is") @Kept Field<@OneOf({"pending", "invited", "accepted", "rejected", "completed"}) String> status,
            @About("The team's own words") Field<@Length(min = 0, max = 2_000) String> note) {}

    private final CampaignUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ShortlistRoutes(CampaignUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CAMPAIGNS);
        Access writing = Access.needs(Permission.WRITE_CAMPAIGNS);
        return List.of(
                Route.of(Method.GET, "/campaigns/{campaign_id}/creators", reading).says("campaigns", "Show a shortlist")
                        .path(CampaignPath.class).query(ShortlistQuery.class).lists(ShortlistJson.class, "The creators on it")
                        .problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, "/campaigns/{campaign_id}/creators", writing).says("campaigns", "Add to a shortlist")
                        .about("All are added or none; those that are on the list stay as they are.").path(CampaignPath.class)
                        .body(ShortlistAdditionJson.class).answers(200, ShortlistAddedJson.class, "What was added")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RANKING_EXPIRED, ProblemCode.STATE_CONFLICT).repeatable().handle(this::add),
                Route.of(Method.PATCH, "/campaigns/{campaign_id}/creators/{creator_id}", writing)
                        .says("campaigns", "Change an entry of a shortlist").path(EntryPath.class)
                        .body(ShortlistPatchJson.class).needsVersion()
                        .answers(200, ShortlistJson.class, "As it is now").problems(ProblemCode.NOT_FOUND).handle(this::change),
                Route.of(Method.DELETE, "/campaigns/{campaign_id}/creators/{creator_id}", writing)
                        .says("campaigns", "Remove from a shortlist").heedsVersion().path(EntryPath.class)
                        .answersNothing("The creator is off the list")
                        .problems(ProblemCode.NOT_FOUND).handle(this::remove));
    }

    private Reply list(Call call) {
        ShortlistQuery query = call.query(ShortlistQuery.class);
        CampaignId campaign = call.path(CampaignPath.class).id();
        Filter filter = new Filter(query.status());
        Optional<ShortlistEntry.Status> status = query.status().flatMap(code -> Coded.find(ShortlistEntry.Status.class, code));
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), filter));
        ListShortlist.Query wanted = new ListShortlist.Query(call.actor(), campaign, status, page);
        return call.page(useCases.listShortlist().handle(wanted), filter, ShortlistJson::of);
    }

    private Reply add(Call call) {
        ShortlistAdditionJson addition = call.body(ShortlistAdditionJson.class);
        List<CreatorId> creators = addition.creatorIds().stream().map(CreatorId::new).toList();
        AddToShortlist.Command command = new AddToShortlist.Command(
                call.actor(), call.path(CampaignPath.class).id(), creators, addition.note().orElse(""), addition.rankingId().map(RankingId::new));
        return switch (useCases.addToShortlist().handle(command)) {
            case AddToShortlist.Outcome.Added(List<ShortlistEntry> added, int alreadyThere) ->
                Answer.ok(new ShortlistAddedJson(added.stream().map(ShortlistJson::of).toList(), alreadyThere));
            case AddToShortlist.Outcome.UnknownCreators(Set<CreatorId> unknown) -> faults(creators, unknown, "there is no such creator");
            case AddToShortlist.Outcome.NotRanked(Set<CreatorId> unranked) ->
                faults(creators, unranked, "does not stand among the first " + StoredRanking.MOST_ROWS + " of the ranking");
            case AddToShortlist.Outcome.RankingGone() -> Problem.of(ProblemCode.RANKING_EXPIRED);
            case AddToShortlist.Outcome.Over(Campaign.Status status, List<CampaignStep> allowed) -> CampaignRoutes.over(status, allowed);
        };
    }

    private static Problem faults(List<CreatorId> creators, Set<CreatorId> which, String says) {
        return Problem.of(IntStream.range(0, creators.size())
                .filter(i -> which.contains(creators.get(i)))
                .mapToObj(i -> new Fault(ProblemCode.INVALID_FIELD, "#/creator_ids/" + i, says))
                .toList());
    }

    private Reply change(Call call) {
        EntryPath path = call.path(EntryPath.class);
        ShortlistPatchJson patch = call.body(ShortlistPatchJson.class);
        Optional<String> note = patch.note() instanceof Field.Cleared ? Optional.of("") : patch.note().over(Optional.empty());
        ChangeShortlistEntry.Command command = new ChangeShortlistEntry.Command(
                call.actor(), new CampaignId(path.campaignId()), new CreatorId(path.creatorId()),
                OptionalLong.of(call.ifMatch().orElseThrow()),
                patch.status().over(Optional.empty()).flatMap(code -> Coded.find(ShortlistEntry.Status.class, code)), note);
        return switch (useCases.changeShortlistEntry().handle(command)) {
            case ChangeShortlistEntry.Outcome.Changed(ShortlistEntry entry) ->
                Answer.ok(ShortlistJson.of(entry)).version(entry.version());
        };
    }

    private Reply remove(Call call) {
        EntryPath path = call.path(EntryPath.class);
        RemoveFromShortlist.Command command = new RemoveFromShortlist.Command(
                call.actor(), new CampaignId(path.campaignId()), new CreatorId(path.creatorId()), call.expectedVersion());
        return switch (useCases.removeFromShortlist().handle(command)) {
            case RemoveFromShortlist.Outcome.Removed() -> Answer.noContent();
        };
    }
}
