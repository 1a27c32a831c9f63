package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyses;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.KnownReadings;
import io.tastemaker.application.content.out.LanguageDetector;
import io.tastemaker.application.content.out.PostImports;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.content.out.SourceStates;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.content.CategoryRules;
import io.tastemaker.domain.content.SentimentRules;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What can be done with posts, and with what they say.
 *
 * @param importPosts takes in a list of posts
 * @param showPostImport shows an import and its report
 * @param listPostImportFaults lists what an import rejected or altered
 * @param listPosts lists a creator's posts
 * @param showPost shows one
 * @param findPosts finds some by the keys that their platforms give them
 * @param classifyTexts reads texts and keeps nothing
 * @param analysePosts gives detailed analytics of some posts
 * @param startAnalysis has posts read in the background
 * @param showAnalysis shows such a job
 * @param listAnalyses lists such jobs
 * @param listAnalysisLog lists what such a job has told
 * @param showContentProfile shows what follows from a creator's posts
 * @param showProfileHistory shows what it was over time
 * @param fetchCreator has a profile fetched from its platform
 * @param fetchDueCreators keeps fetched profiles young
 * @param computeProfiles computes what has changed
 * @param listModels tells who reads texts
 * @param jobs the handlers of its kinds of jobs, for the workers
 */
public record ContentUseCases(
        ImportPosts importPosts,
        ShowPostImport showPostImport,
        ListPostImportFaults listPostImportFaults,
        ListPosts listPosts,
        ShowPost showPost,
        FindPosts findPosts,
        ClassifyTexts classifyTexts,
        AnalysePosts analysePosts,
        StartAnalysis startAnalysis,
        ShowAnalysis showAnalysis,
        ListAnalyses listAnalyses,
        ListAnalysisLog listAnalysisLog,
        ShowContentProfile showContentProfile,
        ShowProfileHistory showProfileHistory,
        FetchCreator fetchCreator,
        FetchDueCreators fetchDueCreators,
        ComputeProfiles computeProfiles,
        ListModels listModels,
        List<JobHandler> jobs) {

    /**
     * Where posts and what is read out of them are kept.
     *
     * @param posts posts
     * @param imports imports of posts
     * @param profiles what follows from posts
     * @param analyses jobs that read posts
     * @param sourceStates when creators were fetched
     * @param uploads uploaded files
     * @param files reads them
     */
    public record Stores(Posts posts, PostImports imports, ContentProfiles profiles, ContentAnalyses analyses, SourceStates sourceStates,
            Uploads uploads, ListFiles files) {}

    /**
     * The rules of the domain, built from word lists.
     *
     * @param sentiment for the mood
     * @param category for the subject
     */
    public record Rules(SentimentRules sentiment, CategoryRules category) {}

    /**
     * Who reads texts, and who shows profiles.
     *
     * @param models the models in the order in which they are asked; none when the rules are chosen
     * @param detector tells languages
     * @param rules gives the rules; asked when the first text is read, and must give the same each time
     * @param known what models said before
     * @param source where profiles are fetched
     */
    public record Readers(List<ContentAnalyst> models, LanguageDetector detector, Supplier<Rules> rules, KnownReadings known,
            CreatorSource source) {
        /** Copies the list. */
        public Readers {
            models = List.copyOf(models);
        }

        Analysts chain(InstantSource clock) {
            return new Analysts(models, List.of(new LanguageAnalyst(detector), new RulesAnalyst(rules, detector)), known, clock);
        }
    }

    /** Copies the list. */
    public ContentUseCases {
        jobs = List.copyOf(jobs);
    }

    /** Builds them from the driven ports. */
    @Inject
    public ContentUseCases(Transactions transactions, Jobs jobs, Stores stores, Readers readers, CreatorUseCases creators,
            WalletUseCases wallets, Ids ids, InstantSource clock) {
        this(new Parts(transactions, jobs, stores, readers, creators, wallets, ids, clock));
    }

    /** What several of the use cases have in common. */
    private record Parts(Transactions transactions, Jobs jobs, Stores stores, Readers readers, CreatorUseCases creators, Ids ids,
            InstantSource clock, Analysts analysts, PaidWork paidWork, ProfileKeeper profiles, PostKeeper posts) {

        Parts(Transactions transactions, Jobs jobs, Stores stores, Readers readers, CreatorUseCases creators, WalletUseCases wallets, Ids ids,
                InstantSource clock) {
            this(transactions, jobs, stores, readers, creators, ids, clock,
                    readers.chain(clock),
                    new PaidWork(wallets.spendCredits(), wallets.reserveCredits(), wallets.settleCredits()),
                    new ProfileKeeper(transactions, stores.posts(), stores.profiles(), creators.showCreator(), creators.learnContent(), clock),
                    new PostKeeper(stores.posts(), stores.profiles(), ids));
        }

        SourceReader sourceReader() {
            return new SourceReader(transactions, readers.source(), stores.sourceStates(), posts, stores.posts(), analysts, profiles,
                    creators.findCreator(), creators.learnFacts(), clock);
        }

        FetchCreator fetchCreator() {
            return new FetchCreator(transactions, jobs, stores.sourceStates(), readers.source(), creators.findCreator(), ids, clock);
        }

        List<JobHandler> handlers() {
            return List.of(
                    new PostImportJob(transactions, stores.imports(), stores.uploads(), stores.files(), creators.findOrEnterCreator(), posts,
                            profiles, clock),
                    new AnalysisJob(transactions, stores.posts(), stores.analyses(), analysts, profiles, clock),
                    new FetchJob(sourceReader()));
        }
    }

    private ContentUseCases(Parts with) {
        this(new ImportPosts(with.transactions, with.jobs, with.stores.imports(), with.stores.uploads(), with.ids, with.clock),
                new ShowPostImport(with.transactions, with.jobs, with.stores.imports()),
                new ListPostImportFaults(with.transactions, with.stores.imports()),
                new ListPosts(with.transactions, with.stores.posts()),
                new ShowPost(with.transactions, with.stores.posts()),
                new FindPosts(with.transactions, with.stores.posts()),
                new ClassifyTexts(with.analysts, with.paidWork),
                new AnalysePosts(with.transactions, with.stores.posts(), with.creators.showCreator(), with.fetchCreator(), with.analysts,
                        with.paidWork, with.profiles, with.clock),
                new StartAnalysis(with.transactions, with.jobs, with.stores.analyses(), with.creators.showCreator(), with.ids, with.clock),
                new ShowAnalysis(with.transactions, with.jobs, with.stores.analyses()),
                new ListAnalyses(with.transactions, with.jobs, with.stores.analyses()),
                new ListAnalysisLog(with.transactions, with.stores.analyses()),
                new ShowContentProfile(with.transactions, with.stores.profiles(), with.stores.sourceStates(), with.creators.showCreator(),
                        with.profiles, with.clock),
                new ShowProfileHistory(with.transactions, with.stores.profiles(), with.creators.showCreator()),
                with.fetchCreator(),
                new FetchDueCreators(with.jobs, with.stores.sourceStates(), with.readers.source(), with.sourceReader(), with.clock),
                new ComputeProfiles(with.stores.profiles(), with.profiles, with.clock),
                new ListModels(with.analysts),
                with.handlers());
    }
}
