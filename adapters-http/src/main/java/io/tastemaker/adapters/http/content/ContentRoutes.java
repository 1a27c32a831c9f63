package io.tastemaker.adapters.http.content;

import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.operations.JobJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.ChargeJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.wallets.Charging;
import io.tastemaker.application.content.AnalysePosts;
import io.tastemaker.application.content.ClassifyTexts;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PostId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reading texts and posts now. */
public final class ContentRoutes {

    record AnalysedPath(@About("The creator") UUID creatorId) {}

    record TextsJson(
            @About("The texts") @Entries(min = 1, max = ClassifyTexts.MOST_TEXTS) List<TextJson> items,
            @About("What is read out of them; by default all")
            Optional<@Entries(min = 1, max = 3) List<@OneOf({"sentiment", "language", "category"}) String>> tasks) {}

    record TextJson(
            @About("Comes back beside the result") Optional<@Length(max = 200) String> ref,
            @About("Any text; the first 10,000 characters are read") @Length(min = 0, max = 65_536) String text) {}

    record ClassifiedJson(List<ClassifiedTextJson> items, @About("What was charged; null when nothing was to pay") Optional<ChargeJson> charge) {}

    record ClassifiedTextJson(
            Optional<String> ref,
            Optional<ReadingJson.SentimentJson> sentiment,
            Optional<ReadingJson.LanguageJson> language,
            Optional<ReadingJson.CategoryJson> category) {}

    record WantedPostsJson(
            @About("These posts of the creator") Optional<@Entries(min = 1, max = AnalysePosts.MOST_POSTS) List<UUID>> postIds,
            @About("Or so many of the latest; 12 when neither is given") Optional<@Between(min = "1", max = "50") Integer> latest) {
        /** Checks that not both are given. */
        public WantedPostsJson {
            if (postIds.isPresent() && latest.isPresent()) {
                throw new IllegalArgumentException("must have post_ids or latest, not both");
            }
        }
    }

    record PostAnalyticsJson(
            UUID creatorId,
            List<PostJson> posts,
            @About("What follows from these posts alone") ContentProfileJson summary,
            @About("What was charged; null for operators, who pay nothing") Optional<ChargeJson> charge) {}

    private static final int LATEST = 12;

    private static final Charging.Gate TEXTS = new Charging.Gate(Permission.ANALYSE_CONTENT, Action.CONTENT_CLASSIFICATION);
    private static final Charging.Gate POSTS = new Charging.Gate(Permission.ANALYSE_CONTENT, Action.POST_ANALYTICS);

    private final ContentUseCases useCases;
    private final CreatorUseCases creators;
    private final Charging charging;
    private final Unlocked.Finder unlocked;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param creators for whose posts they are
     * @param wallets for what is charged and what is unlocked
     */
    public ContentRoutes(ContentUseCases useCases, CreatorUseCases creators, WalletUseCases wallets) {
        this.useCases = useCases;
        this.creators = creators;
        this.charging = new Charging(wallets);
        this.unlocked = new Unlocked.Finder(wallets);
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access analysing = Access.needs(Permission.ANALYSE_CONTENT);
        return List.of(
                Route.of(Method.POST, "/content/classify", analysing).says("content", "Read texts")
                        .about("Nothing of them is kept. A model that does not answer costs nothing: the rules answer then, and the results say so.")
                        .body(TextsJson.class).answers(200, ClassifiedJson.class, "One result for each text, in their order")
                        .charges(Action.CONTENT_CLASSIFICATION).needsKey().handle(this::classify),
                Route.of(Method.POST, "/creators/{creator_id}/post-analytics", analysing).says("content", "Analyse posts in detail")
                        .about("Reads the posts that were not read lately, and computes what follows from these posts. Of a creator of the catalogue "
                                + "once it is unlocked. Costs nothing where a model was to read and something else had to.")
                        .path(AnalysedPath.class).body(WantedPostsJson.class).answers(200, PostAnalyticsJson.class, "The analytics")
                        .answers(202, JobJson.class, "No posts are known yet: the job that fetches them. Nothing is charged; ask again after it")
                        .charges(Action.POST_ANALYTICS)
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.UNLOCK_REQUIRED, ProblemCode.STATE_CONFLICT).needsKey()
                        .handle(this::analyse));
    }

    private Reply classify(Call call) {
        TextsJson texts = call.body(TextsJson.class);
        Set<Task> tasks = texts.tasks().<Set<Task>>map(codes -> codes.stream().map(code -> Coded.find(Task.class, code).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Task.class)))).orElseGet(() -> EnumSet.allOf(Task.class));
        ClassifyTexts.Command command = new ClassifyTexts.Command(call.actor(), texts.items().stream().map(TextJson::text).toList(), tasks,
                Charging.key(call), call.creditsMax(), call.dryRun());
        return switch (useCases.classifyTexts().handle(command)) {
            case ClassifyTexts.Outcome.Classified(List<Reading> readings, Optional<Answered> answered) -> charging.paid(call, TEXTS, answered,
                    charge -> Answer.ok(new ClassifiedJson(classified(texts.items(), readings), charge)));
            case ClassifyTexts.Outcome.Foreseen(Optional<Answered> answered) -> charging.foreseen(call, TEXTS, answered);
            case ClassifyTexts.Outcome.Refused(Answered answered) -> charging.refused(call, TEXTS, answered);
        };
    }

    private static List<ClassifiedTextJson> classified(List<TextJson> texts, List<Reading> readings) {
        return IntStream.range(0, texts.size()).mapToObj(index -> {
            ReadingJson reading = ReadingJson.of(readings.get(index));
            return new ClassifiedTextJson(texts.get(index).ref(), reading.sentiment(), reading.language(), reading.category());
        }).toList();
    }

    private Reply analyse(Call call) {
        CreatorId id = new CreatorId(call.path(AnalysedPath.class).creatorId());
        Creator creator = creators.showCreator().handle(new ShowCreator.Query(call.actor(), new FindCreator.Which.ById(id)));
        if (!unlocked.record(call.actor(), creator.owner(), creator.id())) {
            return charging.unpaid(call, POSTS, Problem.of(ProblemCode.UNLOCK_REQUIRED).with("action", Action.CREATOR_UNLOCK.code()));
        }
        WantedPostsJson wanted = call.body(WantedPostsJson.class);
        AnalysePosts.Which which = wanted.postIds().<AnalysePosts.Which>map(ids -> new AnalysePosts.Which.Named(ids.stream().map(PostId::new).toList()))
                .orElseGet(() -> new AnalysePosts.Which.Latest(wanted.latest().orElse(LATEST)));
        AnalysePosts.Command command = new AnalysePosts.Command(call.actor(), id, which, Charging.key(call), call.creditsMax(), call.dryRun());
        return switch (useCases.analysePosts().handle(command)) {
            case AnalysePosts.Outcome.Analysed(List<AnalysedPost> posts, ContentProfile profile, Optional<Answered> answered) ->
                charging.paid(call, POSTS, answered, charge -> Answer.ok(new PostAnalyticsJson(id.value(),
                        posts.stream().map(PostJson::of).toList(), ContentProfileJson.of(profile), charge)));
            case AnalysePosts.Outcome.Fetching(Job job) -> Answer.accepted(job.id().value(), JobJson.of(job));
            case AnalysePosts.Outcome.NoPosts() -> charging.unpaid(call, POSTS, Problem.conflict(
                    "No posts of this creator are known. Import some, or have them fetched.", "no_posts", List.of()));
            case AnalysePosts.Outcome.UnknownPosts(List<PostId> unknown) -> charging.unpaid(call, POSTS, Problem.invalid("#/post_ids",
                    "none of this creator's posts are " + unknown.stream().map(PostId::toString).collect(Collectors.joining(", "))));
            case AnalysePosts.Outcome.Foreseen(Optional<Answered> answered) -> charging.foreseen(call, POSTS, answered);
            case AnalysePosts.Outcome.Refused(Answered answered) -> charging.refused(call, POSTS, answered);
        };
    }
}
