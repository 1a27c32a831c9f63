package io.tastemaker.domain.content;

import java.util.Objects;

/**
 * The mood of one text.
 *
 * @param mood the label
 * @param score from -1 (wholly negative) to 1 (wholly positive)
 * @param confidence that the label is right, from 0 to 1, as the analyst itself judges
 */
public record Sentiment(Mood mood, double score, double confidence) {

    /** What is said where nothing can be said: neutral, with no confidence. */
    public static final Sentiment NEUTRAL = new Sentiment(Mood.NEUTRAL, 0, 0);

    /** Checks the ranges; NaN is in none. */
    public Sentiment {
        Objects.requireNonNull(mood, "mood");
        if (!(score >= -1 && score <= 1)) {
            throw new IllegalArgumentException("a score is from -1 to 1: " + score);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1: " + confidence);
        }
    }
}
