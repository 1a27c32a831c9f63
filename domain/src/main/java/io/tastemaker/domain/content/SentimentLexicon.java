package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Language;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The words of one language that carry a mood.
 *
 * @param language the language; {@link #NEUTRAL} for what says the same in all of them
 * @param version changes whenever the terms do
 * @param borrows a language whose words its speakers mix in, looked up where its own terms say nothing
 * @param terms the terms; of two feelings for the same words the first counts
 */
public record SentimentLexicon(Language language, String version, Optional<Language> borrows, List<SentimentTerm> terms) {

    /** Stands for no language in particular: emoji, emoticons, and words that went around the world. */
    public static final Language NEUTRAL = new Language("und");

    /** Checks that nothing is missing and copies the terms. */
    public SentimentLexicon {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(borrows, "borrows");
        terms = List.copyOf(terms);
    }
}
