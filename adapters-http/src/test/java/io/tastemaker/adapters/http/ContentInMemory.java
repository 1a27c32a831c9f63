package io.tastemaker.adapters.http;

import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.CreatorSource;
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
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.content.CategoryKeyword;
import io.tastemaker.domain.content.CategoryRules;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.SentimentLexicon;
import io.tastemaker.domain.content.SentimentRules;
import io.tastemaker.domain.content.SentimentTerm;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What reads content in memory: a model far away that is glad of everything and sees beauty in it, a source, and rules that know three
 * words. Both models and source can be left out.
 */
final class ContentInMemory {

    private static final Language ENGLISH = new Language("en");
    private static final ContentUseCases.Rules RULES = new ContentUseCases.Rules(
            new SentimentRules(List.of(new SentimentLexicon(ENGLISH, "1", Optional.empty(), List.of(
                    new SentimentTerm("lovely", new SentimentTerm.Feeling(0.9)), new SentimentTerm("awful", new SentimentTerm.Feeling(-0.9)))))),
            new CategoryRules("1", List.of(new CategoryKeyword(Optional.of(ENGLISH), "lipstick", Map.of(Category.BEAUTY, 20)))));

    private final InMemoryAnalyst judge = new InMemoryAnalyst(new Model(Model.Source.REMOTE, "models.example", "judge", "7"),
            EnumSet.allOf(Task.class)).finds(text -> Findings.NOTHING.with(new Sentiment(Mood.POSITIVE, 0.5, 0.8))
            .withLanguage(new Guess<>(List.of(new Guess.Likely<>(new Language("pt"), 0.75), new Guess.Likely<>(new Language("es"), 0.25))))
            .withCategory(Guess.of(Category.BEAUTY, 0.9)));
    private final InMemoryCreatorSource source;
    private final InMemoryPosts posts;
    private final ContentUseCases useCases;

    ContentInMemory(boolean isSetUp, InMemoryTransactions transactions, InMemoryJobs jobs, InMemoryUploads uploads, CreatorUseCases creators,
            WalletUseCases wallets, InMemoryIds ids, InstantSource clock) {
        source = new InMemoryCreatorSource(clock);
        posts = new InMemoryPosts(transactions);
        ContentUseCases.Stores stores = new ContentUseCases.Stores(posts, new InMemoryPostImports(transactions),
                new InMemoryContentProfiles(transactions), new InMemoryContentAnalyses(transactions), new InMemorySourceStates(transactions),
                uploads, new InMemoryListFiles(uploads));
        List<ContentAnalyst> models = isSetUp ? List.of(judge) : List.of();
        useCases = new ContentUseCases(transactions, jobs, stores, new ContentUseCases.Readers(models, new InMemoryLanguageDetector(),
                () -> RULES, new InMemoryKnownReadings(), isSetUp ? source : new NoSource()), creators, wallets, ids, clock);
    }

    /** The model that is asked first. */
    InMemoryAnalyst judge() {
        return judge;
    }

    /** Where profiles are fetched. */
    InMemoryCreatorSource source() {
        return source;
    }

    /** Where posts are kept. */
    InMemoryPosts posts() {
        return posts;
    }

    ContentUseCases useCases() {
        return useCases;
    }

    /** Nobody set one up. */
    private static final class NoSource implements CreatorSource {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Set<Platform> platforms() {
            return Set.of();
        }

        @Override
        public boolean isUp() {
            return false;
        }

        @Override
        public Answer fetch(Handle handle, Duration within) {
            return new Answer.Unavailable(Reason.NOT_CONFIGURED, "nobody set one up", Duration.ofDays(1));
        }
    }
}
