package io.tastemaker.adapters.http.content;

import io.tastemaker.adapters.http.creators.ImportReportJson.ImportFaultJson;
import io.tastemaker.adapters.http.creators.ImportRoutes;
import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.operations.JobJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.LineStream;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.ImportPosts;
import io.tastemaker.application.content.ListPostImportFaults;
import io.tastemaker.application.content.ListPosts;
import io.tastemaker.application.content.ShowPost;
import io.tastemaker.application.content.ShowPostImport;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.PostId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Posts: send a list of them, see what came of it, and read them. */
public final class PostRoutes {

    record PostPath(@About("The post") UUID postId) {}

    record PostImportPath(@About("The import's job") UUID jobId) {
        JobId id() {
            return new JobId(jobId);
        }
    }

    record PostsOfPath(@About("The creator") UUID creatorId) {
        CreatorId id() {
            return new CreatorId(creatorId);
        }
    }

    private static final String ALL = "the latest first";
    private static final String IN_ORDER = "in the order of the file";
    private static final String OPEN = "Of a creator of the catalogue once it is unlocked.";
    private static final String OWN = "The team's own; one of the catalogue once its creator is unlocked.";

    private final ContentUseCases useCases;
    private final CreatorUseCases creators;
    private final Unlocked.Finder unlocked;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param creators for whose posts they are
     * @param wallets for what the team has unlocked
     */
    public PostRoutes(ContentUseCases useCases, CreatorUseCases creators, WalletUseCases wallets) {
        this.useCases = useCases;
        this.creators = creators;
        this.unlocked = new Unlocked.Finder(wallets);
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CREATORS);
        return List.of(
                Route.of(Method.POST, "/posts/imports", Access.needs(Permission.WRITE_CREATORS)).says("content", "Import a list of posts")
                        .about("Takes CSV in the usual delimiters and encodings, and JSON Lines. The same file with the same options changes "
                                + "nothing. Who is named and not known becomes a creator of the team.")
                        .upload(PostImportOptionsJson.class).answers(202, JobJson.class, "The job that imports it").needsKey()
                        .handle(this::take),
                Route.of(Method.GET, "/posts/imports/{job_id}", reading).says("content", "Show the report of an import of posts")
                        .path(PostImportPath.class).answers(200, PostImportReportJson.class, "The report so far")
                        .problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.GET, "/posts/imports/{job_id}/faults", reading).says("content", "List the faults of an import of posts")
                        .about("Every value that was rejected or altered, by row and column, in the order of the file.")
                        .path(PostImportPath.class).query(PageQuery.class).lists(ImportFaultJson.class, "The faults")
                        .problems(ProblemCode.NOT_FOUND).handle(this::faults),
                Route.of(Method.GET, "/creators/{creator_id}/posts", reading).says("content", "List a creator's posts")
                        .about("With what was read out of them, the latest first. " + OPEN + " Asked for application/x-ndjson, all of them come, "
                                + "one a line; limit and cursor then mean nothing.")
                        .path(PostsOfPath.class).query(PageQuery.class).lists(PostJson.class, "The posts").alsoLines("All posts")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.UNLOCK_REQUIRED).handle(this::list),
                Route.of(Method.GET, "/posts/{post_id}", reading).says("content", "Show a post").about(OWN).path(PostPath.class)
                        .answers(200, PostJson.class, "The post, with what was read out of it")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.UNLOCK_REQUIRED).handle(this::post),
                Route.of(Method.GET, "/posts/{post_id}/analysis", reading).says("content", "Show what was read out of a post").about(OWN)
                        .path(PostPath.class).answers(200, PostJson.AnalysisJson.class, "The results with their origins")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.UNLOCK_REQUIRED).handle(this::analysis));
    }

    private Reply take(Call call) {
        PostImportOptionsJson options = call.body(PostImportOptionsJson.class);
        Optional<Platform> platform = options.platform().flatMap(code -> Coded.find(Platform.class, code));
        Optional<Handle> creator = platform.flatMap(where -> options.creator().flatMap(name -> Handle.read(where, name)));
        if (options.creator().isPresent() && creator.isEmpty()) {
            return Problem.invalid("#/creator", platform.isEmpty() ? "needs platform, which says where the handle is"
                    : "must be 1 to 100 letters, digits, dots, underscores and hyphens");
        }
        Actor actor = options.scope().equals("catalogue") ? ImportRoutes.forTheCatalogue(call.actor()) : call.actor();
        PostImport.Options meant = new PostImport.Options(platform, creator, options.columns().orElse(Map.of()), options.asOf());
        try (InputStream content = Files.newInputStream(call.upload().file())) {
            return switch (useCases.importPosts().handle(new ImportPosts.Command(
                    actor, call.upload().name(), content, call.upload().bytes(), meant))) {
                case ImportPosts.Outcome.Queued(Job job) -> Answer.accepted(job.id().value(), JobJson.of(job));
                case ImportPosts.Outcome.TooLarge(long mostBytes) ->
                    Problem.of(ProblemCode.BODY_TOO_LARGE, "A list may have at most " + mostBytes + " bytes.");
                case ImportPosts.Outcome.AsOfAhead(Instant latest) -> Problem.of(List.of(
                        new Fault(ProblemCode.INVALID_FIELD, "#/as_of", "must not lie in the future; at most " + latest)));
                case ImportPosts.Outcome.UnknownColumnCodes(Set<String> codes) -> Problem.of(codes.stream()
                        .map(code -> new Fault(ProblemCode.INVALID_FIELD, "#/columns/" + code, "no column can mean this"))
                        .toList());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an upload cannot be read again", unreadable);
        }
    }

    private Reply show(Call call) {
        return Answer.ok(PostImportReportJson.of(useCases.showPostImport().handle(
                new ShowPostImport.Query(call.actor(), call.path(PostImportPath.class).id()))));
    }

    private Reply faults(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), IN_ORDER));
        ListPostImportFaults.Query wanted = new ListPostImportFaults.Query(call.actor(), call.path(PostImportPath.class).id(), page);
        return call.page(useCases.listPostImportFaults().handle(wanted), IN_ORDER, ImportFaultJson::of);
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        Optional<String> position = call.position(query.cursor(), ALL);
        CreatorId creator = call.path(PostsOfPath.class).id();
        requireOpen(call, creator);
        if (call.wantsLines()) {
            return new LineStream(new AllPosts(call.actor(), creator)::next);
        }
        return call.page(useCases.listPosts().handle(new ListPosts.Query(call.actor(), creator, new PageRequest(query.limit(), position))),
                ALL, PostJson::of);
    }

    /** A creator's posts page by page. Used by one thread. */
    private final class AllPosts {
        private final Actor actor;
        private final CreatorId creator;
        private Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));

        AllPosts(Actor actor, CreatorId creator) {
            this.actor = actor;
            this.creator = creator;
        }

        List<?> next() {
            if (next.isEmpty()) {
                return List.of();
            }
            Page<AnalysedPost> page = useCases.listPosts().handle(new ListPosts.Query(actor, creator, next.get()));
            next = page.next().map(position -> new PageRequest(PageRequest.MOST, Optional.of(position)));
            return page.items().stream().map(PostJson::of).toList();
        }
    }

    private Reply post(Call call) {
        return Answer.ok(PostJson.of(find(call)));
    }

    private Reply analysis(Call call) {
        return PostJson.of(find(call)).analysis().<Reply>map(Answer::ok).orElseGet(() -> Problem.of(ProblemCode.NOT_FOUND,
                "Nobody has read this post yet. Have it read with POST /content/analyses or POST /creators/{creator_id}/post-analytics."));
    }

    private AnalysedPost find(Call call) {
        AnalysedPost found = useCases.showPost().handle(new ShowPost.Query(call.actor(), new PostId(call.path(PostPath.class).postId())));
        if (!found.post().owner().equals(call.actor().team())) {
            requireOpen(call, found.post().creator());
        }
        return found;
    }

    private void requireOpen(Call call, CreatorId id) {
        Creator creator = creators.showCreator().handle(new ShowCreator.Query(call.actor(), new FindCreator.Which.ById(id)));
        if (!unlocked.record(call.actor(), creator.owner(), creator.id())) {
            throw Problem.of(ProblemCode.UNLOCK_REQUIRED).with("action", Action.CREATOR_UNLOCK.code()).asException();
        }
    }
}
