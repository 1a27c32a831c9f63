package io.tastemaker.domain.content;

import java.util.Objects;

/**
 * A word, a phrase, an emoji or an emoticon, and what it does to the mood of a text. A term may stand in a lexicon several times with
 * different effects: {@code terribly} is a bad word and makes others stronger.
 *
 * @param words what is looked for, in any case; a {@code *} behind a letter at the end stands for any ending of the last word
 * @param effect what it does
 */
public record SentimentTerm(String words, Effect effect) {

    /** Checks that there is something to look for. */
    public SentimentTerm {
        Objects.requireNonNull(effect, "effect");
        if (words.isBlank()) {
            throw new IllegalArgumentException("a term has at least one word");
        }
    }

    /**
     * Whether it stands for all words that begin so.
     *
     * @return true behind a {@code *}
     */
    public boolean isBeginning() {
        return words.endsWith("*") && words.length() > 1 && Character.isLetter(words.charAt(words.length() - 2));
    }

    /** What a term does to the mood of a text. */
    public sealed interface Effect {}

    /**
     * It says something good or bad itself.
     *
     * @param weight from -1 to 1; 0 for what sounds like a feeling and is none, so that no other rule takes it for one
     */
    public record Feeling(double weight) implements Effect {
        /** Checks the range; NaN is in none. */
        public Feeling {
            if (!(weight >= -1 && weight <= 1)) {
                throw new IllegalArgumentException("a weight is from -1 to 1: " + weight);
            }
        }
    }

    /**
     * It makes the feeling beside it stronger or weaker.
     *
     * @param factor above 1 for stronger, below 1 for weaker; from 0 to 3
     * @param reach where the feeling stands
     */
    public record Degree(double factor, Reach reach) implements Effect {
        /** Checks the range; NaN is in none. */
        public Degree {
            Objects.requireNonNull(reach, "reach");
            if (!(factor >= 0 && factor <= 3)) {
                throw new IllegalArgumentException("a degree is from 0 to 3: " + factor);
            }
        }
    }

    /**
     * It turns the feelings near it around.
     *
     * @param reach where they stand
     */
    public record Negation(Reach reach) implements Effect {
        /** Checks that nothing is missing. */
        public Negation {
            Objects.requireNonNull(reach, "reach");
        }
    }

    /** What follows counts more than what came before: {@code but}. */
    public record Contrast() implements Effect {}

    /** On which side of a term the words stand that it changes. */
    public enum Reach {
        /** They follow, as behind {@code very} and {@code not}. */
        AHEAD,
        /** They came before, as before {@code nahi} and {@code demais}. */
        BEHIND,
        /** Either, as around {@code nicht}. */
        BOTH
    }
}
