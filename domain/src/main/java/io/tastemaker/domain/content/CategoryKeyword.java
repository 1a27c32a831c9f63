package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A word, a phrase or an emoji that speaks for some categories, against some, or for none. One that speaks for none is worth knowing all
 * the same: the phrase {@code game changer} keeps its words from being counted one by one, and a word serves to cut hashtags.
 *
 * @param language whose word it is; empty for what is the same in every language, such as names and emoji
 * @param words what is looked for: accents and apostrophes do not matter; when it begins with a capital letter, it counts only where the
 *     text writes it so too, or in a hashtag; {@code 0} stands for any number; a {@code *} at the end of a single word for any ending
 * @param points how much it speaks for each category, from {@link #LEAST_POINTS} to {@link #MOST_POINTS} without 0: ten make a category as
 *     likely as not in a short text
 */
public record CategoryKeyword(Optional<Language> language, String words, Map<Category, Integer> points) {

    /** How much one keyword can speak against a category. */
    public static final int LEAST_POINTS = -20;

    /** How much one keyword can speak for a category. */
    public static final int MOST_POINTS = 20;

    /** Copies the points and checks their range. */
    public CategoryKeyword {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(words, "words");
        points = Map.copyOf(points);
        for (int each : points.values()) {
            if (each < LEAST_POINTS || each > MOST_POINTS || each == 0) {
                throw new IllegalArgumentException("points are from " + LEAST_POINTS + " to " + MOST_POINTS + ", but not 0: " + each);
            }
        }
        KeywordPattern.of(words);
    }
}
