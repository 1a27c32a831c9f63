package io.tastemaker.application.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.InMemoryAnalyst;
import io.tastemaker.application.content.out.InMemoryContentAnalyses;
import io.tastemaker.application.content.out.InMemoryContentProfiles;
import io.tastemaker.application.content.out.InMemoryCreatorSource;
import io.tastemaker.application.content.out.InMemoryKnownReadings;
import io.tastemaker.application.content.out.InMemoryLanguageDetector;
import io.tastemaker.application.content.out.InMemoryPostImports;
import io.tastemaker.application.content.out.InMemoryPosts;
import io.tastemaker.application.content.out.InMemorySourceStates;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.RemoveCreator;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.identity.CreditCaps;
import io.tastemaker.application.operations.ListJobs;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.ShowJob;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.AddPricingRule;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.OperationKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A program that reads content, in memory: creators and their posts, wallets, a source, two models (a judge far away, and one nearby that is
 * asked when the judge does not answer), and the {@link SmallRules}. Texts cost {@link #PER_TEXT} credits each, post analytics
 * {@link #PER_ANALYTICS}; teams are on the free plan, which includes neither.
 */
final class ContentWorld {

    static final Model JUDGE = new Model(Model.Source.REMOTE, "models.example", "judge", "1");
    static final Model NEARBY = new Model(Model.Source.LOCAL, "onnx", "nearby", "1");

    static final long PER_TEXT = 2;
    static final long PER_ANALYTICS = 5;

    final HandClock clock = new HandClock();
    final InMemoryTransactions store = new InMemoryTransactions();
    final BreakingTransactions transactions = new BreakingTransactions(store);
    final InMemoryAnalyst judge = new InMemoryAnalyst(JUDGE, EnumSet.allOf(Task.class));
    final InMemoryAnalyst nearby = new InMemoryAnalyst(NEARBY, EnumSet.allOf(Task.class));
    final InMemoryCreatorSource source = new InMemoryCreatorSource(clock);
    final InMemoryPosts posts = new InMemoryPosts(store);
    final InMemoryContentProfiles profiles = new InMemoryContentProfiles(store);
    final InMemorySourceStates sourceStates = new InMemorySourceStates(store);
    final CreatorUseCases creators;
    final ContentUseCases content;
    final OperationsUseCases operations;
    final Till till;

    private final InMemoryIds ids = new InMemoryIds();

    private ContentWorld(boolean withModels) {
        InMemoryJobs jobs = new InMemoryJobs(store);
        InMemoryUploads uploads = new InMemoryUploads();
        InMemoryLanguageDetector detector = new InMemoryLanguageDetector();
        List<ContentAnalyst> models = withModels ? List.of(judge, nearby) : List.of();
        creators = new CreatorUseCases(transactions, new InMemoryCreators(store), new InMemoryFavorites(store), ids, clock);
        till = new Till(store, ids, clock, new CreditCaps(store).show());
        till.useCases().addPricingRule().handle(new AddPricingRule.Command(Actors.OPERATOR, Action.CONTENT_CLASSIFICATION, PER_TEXT, 0,
                Optional.empty(), "text read by a model"));
        content = new ContentUseCases(transactions, jobs, new ContentUseCases.Stores(posts, new InMemoryPostImports(store), profiles,
                new InMemoryContentAnalyses(store), sourceStates, uploads, new InMemoryListFiles(uploads)),
                new ContentUseCases.Readers(models, detector, () -> SmallRules.RULES, new InMemoryKnownReadings(), source),
                creators, till.useCases(), ids, clock);
        operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(store), content.jobs(), List.of(), List.of(), clock);
    }

    /** A program with both models. */
    static ContentWorld withModels() {
        return new ContentWorld(true);
    }

    /** A program for which the rules are chosen. */
    static ContentWorld withRules() {
        return new ContentWorld(false);
    }

    static OperationKey key(String name) {
        return OperationKey.ofClient("POST /test", name);
    }

    /** A creator of the actor's team, or of the catalogue. */
    Creator creator(Actor actor, String name) {
        return ((EnterCreator.Outcome.Entered) creators.enterCreator().handle(
                new EnterCreator.Command(actor, new Handle(Platform.INSTAGRAM, name), List.of()))).creator();
    }

    Creator shown(Actor actor, CreatorId creator) {
        return creators.showCreator().handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(creator)));
    }

    void remove(Actor actor, CreatorId creator) {
        creators.removeCreator().handle(new RemoveCreator.Command(actor, creator, OptionalLong.empty()));
    }

    /** A post of a creator, known to the actor's team, as an import would bring it. */
    Post post(Actor actor, Creator creator, String key, String caption) {
        return post(actor, creator, new PostDraft(key, Optional.empty(), Optional.empty(), caption, Counts.UNKNOWN, Map.of()));
    }

    Post post(Actor actor, Creator creator, PostDraft draft) {
        PostKeeper.Origin origin = new PostKeeper.Origin(actor.team(), creator.owner(), creator.id(), "import:posts.csv", clock.instant());
        return store.inTransaction(actor, "test", () -> {
            new PostKeeper(posts, profiles, ids).merge(origin, List.of(draft), clock.instant());
            return posts.lock(creator.id(), List.of(draft.key())).getFirst();
        });
    }

    /** So many posts, each with a text of its own, about bread and glad of it. */
    List<Post> posts(Actor actor, Creator creator, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> creator.handle().name() + number)
                .map(key -> post(actor, creator, key, "this is lovely sourdough " + key)).toList();
    }

    AnalysedPost analysed(Actor actor, Post post) {
        return content.showPost().handle(new ShowPost.Query(actor, post.id()));
    }

    Job start(Actor actor, Optional<CreatorId> creator, boolean again) {
        return content.startAnalysis().handle(new StartAnalysis.Command(actor, new ContentAnalysis.Options(creator, again)));
    }

    /** A worker takes up the next job and does it. */
    RunNextJob.Outcome work() {
        return operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, () -> false));
    }

    Job.Status worked() {
        RunNextJob.Outcome outcome = work();
        assertThat(outcome).isInstanceOf(RunNextJob.Outcome.Finished.class);
        return ((RunNextJob.Outcome.Finished) outcome).status();
    }

    Job job(Actor actor, Job job) {
        return operations.showJob().handle(new ShowJob.Query(actor, job.id()));
    }

    /** The jobs that fetch for a team, the newest first. */
    List<Job> fetches(Actor actor) {
        PageRequest page = PageRequest.first(PageRequest.MOST);
        return operations.listJobs().handle(new ListJobs.Query(actor, Set.of(), Optional.of(FetchJob.KIND), page)).items();
    }

    ContentAnalysis.Report report(Actor actor, Job job) {
        return content.showAnalysis().handle(new ShowAnalysis.Query(actor, job.id())).analysis().report();
    }

    List<String> log(Actor actor, Job job) {
        return content.listAnalysisLog().handle(new ListAnalysisLog.Query(actor, job.id(), PageRequest.first(PageRequest.MOST))).items()
                .stream().map(LogLine::message).toList();
    }

    /** All posts of a team are read, and its profiles computed. */
    void analyse(Actor actor) {
        start(actor, Optional.empty(), false);
        assertThat(worked()).isEqualTo(Job.Status.SUCCEEDED);
    }

    ShowContentProfile.Shown profile(Actor actor, CreatorId creator) {
        return content.showContentProfile().handle(new ShowContentProfile.Query(actor, new FindCreator.Which.ById(creator)));
    }

    SourceState sourceState(Actor actor, CreatorId creator) {
        return store.reading(actor, () -> sourceStates.find(creator)).orElseThrow();
    }

    void later(Duration time) {
        clock.advance(time);
    }

    WalletView wallet(TeamId team) {
        return till.useCases().showWallet().handle(new ShowWallet.Query(Actors.OPERATOR, team));
    }

    /** What can be spent on everything. */
    long credits(TeamId team) {
        return wallet(team).wallet().available(clock.instant());
    }

    long held(TeamId team) {
        return wallet(team).wallet().held();
    }
}
