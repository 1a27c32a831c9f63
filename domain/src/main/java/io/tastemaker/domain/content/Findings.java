package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.util.Objects;
import java.util.Optional;

/**
 * What one analyst read out of one text. What it was not asked, or could not tell in a form that can be used, is empty; that it looked
 * and found nothing is {@link Guess#none()}.
 *
 * @param sentiment the mood
 * @param language the language
 * @param category the categories
 */
public record Findings(Optional<Sentiment> sentiment, Optional<Guess<Language>> language, Optional<Guess<Category>> category) {

    /** Nothing was read. */
    public static final Findings NOTHING = new Findings(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that nothing is missing. */
    public Findings {
        Objects.requireNonNull(sentiment, "sentiment");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(category, "category");
    }

    /**
     * These findings and a mood.
     *
     * @param found the mood
     * @return the findings with it
     */
    public Findings with(Sentiment found) {
        return new Findings(Optional.of(found), language, category);
    }

    /**
     * These findings and a language.
     *
     * @param found the guess
     * @return the findings with it
     */
    public Findings withLanguage(Guess<Language> found) {
        return new Findings(sentiment, Optional.of(found), category);
    }

    /**
     * These findings and categories.
     *
     * @param found the guess
     * @return the findings with it
     */
    public Findings withCategory(Guess<Category> found) {
        return new Findings(sentiment, language, Optional.of(found));
    }
}
