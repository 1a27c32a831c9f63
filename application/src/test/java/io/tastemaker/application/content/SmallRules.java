package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.InMemoryLanguageDetector;
import io.tastemaker.application.content.out.LanguageDetector;
import io.tastemaker.domain.content.CategoryKeyword;
import io.tastemaker.domain.content.CategoryRules;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.SentimentLexicon;
import io.tastemaker.domain.content.SentimentRules;
import io.tastemaker.domain.content.SentimentTerm;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Rules that know a handful of words: {@code lovely} and {@code awful}, {@code lindo} in Portuguese only, and bread. */
final class SmallRules {

    static final Language ENGLISH = new Language("en");
    static final Language PORTUGUESE = new Language("pt");

    private static final SentimentRules MOOD = new SentimentRules(List.of(
            new SentimentLexicon(ENGLISH, "1", Optional.empty(), List.of(feeling("lovely", 0.9), feeling("awful", -0.9))),
            new SentimentLexicon(PORTUGUESE, "1", Optional.empty(), List.of(feeling("lindo", 0.9)))));
    private static final CategoryRules SUBJECT = new CategoryRules("1",
            List.of(new CategoryKeyword(Optional.of(ENGLISH), "sourdough", Map.of(Category.FOOD, 20))));

    static final ContentUseCases.Rules RULES = new ContentUseCases.Rules(MOOD, SUBJECT);

    private SmallRules() {}

    private static SentimentTerm feeling(String word, double weight) {
        return new SentimentTerm(word, new SentimentTerm.Feeling(weight));
    }

    /** Those who stand at the end of every chain. */
    static List<ContentAnalyst> analysts(LanguageDetector detector) {
        return List.of(new LanguageAnalyst(detector), new RulesAnalyst(() -> RULES, detector));
    }

    /** A detector that counts how often it looks. */
    static final class Detector implements LanguageDetector {
        private final LanguageDetector real = new InMemoryLanguageDetector();
        private final AtomicInteger looks = new AtomicInteger();

        int looks() {
            return looks.get();
        }

        @Override
        public String version() {
            return real.version();
        }

        @Override
        public Guess<Language> detect(String text) {
            looks.incrementAndGet();
            return real.detect(text);
        }
    }
}
