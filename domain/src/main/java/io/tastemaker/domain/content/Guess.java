package io.tastemaker.domain.content;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a text may be, the likeliest first: its languages, or its categories. Empty when nothing can be said.
 *
 * @param <T> what is guessed
 * @param likely distinct values, none less likely than the one behind it
 */
public record Guess<T>(List<Likely<T>> likely) {

    /**
     * One possibility.
     *
     * @param <T> what is guessed
     * @param value the value
     * @param confidence from 0 to 1; of several languages they add up to 1 at most, of several categories each stands for itself
     */
    public record Likely<T>(T value, double confidence) {
        /** Checks the range; NaN is in none. */
        public Likely {
            Objects.requireNonNull(value, "value");
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("a confidence is from 0 to 1: " + confidence);
            }
        }
    }

    /** Copies the list and checks its order. */
    public Guess {
        likely = List.copyOf(likely);
        Set<T> seen = new HashSet<>();
        double least = 1;
        for (Likely<T> each : likely) {
            if (!seen.add(each.value()) || each.confidence() > least) {
                throw new IllegalArgumentException("guesses are distinct, the likeliest first: " + likely);
            }
            least = each.confidence();
        }
    }

    /**
     * Nothing can be said.
     *
     * @param <T> what is guessed
     * @return no possibility at all
     */
    public static <T> Guess<T> none() {
        return new Guess<>(List.of());
    }

    /**
     * One possibility alone.
     *
     * @param <T> what is guessed
     * @param value the value
     * @param confidence from 0 to 1
     * @return the guess
     */
    public static <T> Guess<T> of(T value, double confidence) {
        return new Guess<>(List.of(new Likely<>(value, confidence)));
    }

    /**
     * The likeliest.
     *
     * @return empty when nothing can be said
     */
    public Optional<Likely<T>> best() {
        return likely.stream().findFirst();
    }
}
