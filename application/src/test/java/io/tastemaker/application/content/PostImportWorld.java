package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentProfiles;
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
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A program that imports posts, in memory, whose writes can be watched and broken. Nobody reads the texts. */
final class PostImportWorld {

    final HandClock clock = new HandClock();
    final InMemoryUploads uploads = new InMemoryUploads();
    final ContentUseCases content;
    final OperationsUseCases operations;

    private final InMemoryTransactions store = new InMemoryTransactions();
    private final WatchedTransactions transactions = new WatchedTransactions();
    private final InMemoryPosts posts = new InMemoryPosts(store);
    private final InMemoryContentProfiles profiles = new InMemoryContentProfiles(store);
    private final InMemoryJobs jobs = new InMemoryJobs(store);
    private final CreatorUseCases creators;

    PostImportWorld() {
        InMemoryIds ids = new InMemoryIds();
        creators = new CreatorUseCases(transactions, new InMemoryCreators(store), new InMemoryFavorites(store), ids, clock);
        ContentUseCases.Readers nobody = new ContentUseCases.Readers(List.of(), new InMemoryLanguageDetector(), () -> {
            throw new IllegalStateException("an import reads no texts");
        }, new InMemoryKnownReadings(), new InMemoryCreatorSource(clock));
        content = new ContentUseCases(transactions, jobs, new ContentUseCases.Stores(posts, new InMemoryPostImports(store), profiles,
                new InMemoryContentAnalyses(store), new InMemorySourceStates(store), uploads, new InMemoryListFiles(uploads)),
                nobody, creators, Till.ofPayingTeams(store, ids, clock).useCases(), ids, clock);
        operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(store), content.jobs(), List.of(), List.of(),
                clock);
    }

    /** Transactions that tell which writes there are, and break or are followed by something where they are told to. */
    private final class WatchedTransactions implements Transactions {
        private final List<String> writes = new ArrayList<>();
        private int killAt = -1;
        private Optional<String> followed = Optional.empty();
        private Runnable follower = () -> { };

        @Override
        public <T> T inTransaction(Actor actor, String action, Supplier<T> work) {
            T result = store.inTransaction(actor, action, () -> {
                T done = work.get();
                writes.add(action);
                if (writes.size() == killAt) {
                    throw new IllegalStateException("killed");
                }
                return done;
            });
            if (followed.filter(action::equals).isPresent()) {
                followed = Optional.empty();
                follower.run();
            }
            return result;
        }

        @Override
        public void about(Subject subject, List<Change> changes) {
            store.about(subject, changes);
        }

        @Override
        public void refused(Subject subject) {
            store.refused(subject);
        }

        @Override
        public <T> T reading(Actor actor, Supplier<T> work) {
            return store.reading(actor, work);
        }
    }

    /** The actions of all writes from now on. */
    List<String> recordWrites() {
        transactions.writes.clear();
        return transactions.writes;
    }

    /** Stands for a process that is killed at a write before it is committed, counted from 1 and from now on. */
    void killAtWrite(int number) {
        transactions.writes.clear();
        transactions.killAt = number;
    }

    void afterFirst(String action, Runnable what) {
        transactions.followed = Optional.of(action);
        transactions.follower = what;
    }

    Job queue(Actor actor, String list, PostImport.Options options) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8));
        return ((ImportPosts.Outcome.Queued) content.importPosts()
                .handle(new ImportPosts.Command(actor, "lists/posts.csv", bytes, 10_000_000, options))).job();
    }

    RunNextJob.Outcome work() {
        return operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, () -> false));
    }

    ShowPostImport.Shown imported(String list, PostImport.Options options) {
        Job job = queue(Actors.ANA, list, options);
        work();
        return show(job);
    }

    private ShowPostImport.Shown show(Job job) {
        return content.showPostImport().handle(new ShowPostImport.Query(Actors.ANA, job.id()));
    }

    CreatorImport.Report report(Job job) {
        return show(job).postImport().report();
    }

    List<RowFault> faults(Job job) {
        return all(page -> content.listPostImportFaults().handle(new ListPostImportFaults.Query(Actors.ANA, job.id(), page)));
    }

    Creator entered(Actor actor, Handle handle) {
        return ((EnterCreator.Outcome.Entered) creators.enterCreator().handle(new EnterCreator.Command(actor, handle, List.of()))).creator();
    }

    Creator creator(Actor actor, Handle handle) {
        return creators.showCreator().handle(new ShowCreator.Query(actor, new FindCreator.Which.ByHandle(handle)));
    }

    List<Post> posts(Actor actor, CreatorId creator) {
        List<AnalysedPost> read = all(page -> content.listPosts().handle(new ListPosts.Query(actor, creator, page)));
        return read.stream().map(AnalysedPost::post).toList();
    }

    Post post(Actor actor, Handle handle, String key) {
        return posts(actor, creator(actor, handle).id()).stream().filter(post -> post.content().key().equals(key)).findFirst().orElseThrow();
    }

    Optional<ContentProfile> profile(Actor actor, CreatorId creator) {
        return store.reading(actor, () -> profiles.find(creator));
    }

    List<ContentProfiles.Outdated> outdated(Actor actor) {
        return store.reading(actor, () -> profiles.listOutdated(100));
    }

    private List<Post> everything() {
        return store.reading(Actors.ANA, () -> posts.next(Optional.empty(), Optional.empty(), 10_000)).stream().map(AnalysedPost::post)
                .toList();
    }

    /** All posts of the team, and the profiles that follow. */
    Map<String, Object> contents() {
        Map<String, Object> contents = new HashMap<>();
        everything().forEach(post -> {
            contents.put(post.creator() + " " + post.content().key(), post);
            contents.put(post.creator().toString(), profile(Actors.ANA, post.creator()));
        });
        return contents;
    }

    /** All posts of the team without what differs from run to run. */
    Map<String, Object> keysAndCounts() {
        Map<String, Object> contents = new HashMap<>();
        everything().forEach(post -> contents.put(post.content().key(), post.content()));
        return contents;
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(PageRequest.MOST, after));
            read.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return read;
    }
}
