package io.tastemaker.domain.shared;

import java.util.Optional;

/**
 * An inclusive range, open at either end.
 *
 * @param <N> what is compared
 * @param min the least value inside, empty for no lower end
 * @param max the greatest value inside, empty for no upper end
 */
public record Range<N extends Comparable<N>>(Optional<N> min, Optional<N> max) {

    /**
     * Checks the order of the ends.
     *
     * @throws IllegalArgumentException when both ends are given and the first is greater
     */
    public Range {
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            throw new IllegalArgumentException("the minimum " + min.get() + " is above the maximum " + max.get());
        }
    }

    /**
     * A range with both ends.
     *
     * @param <N> what is compared
     * @param min the least value inside
     * @param max the greatest value inside
     * @return the range
     */
    public static <N extends Comparable<N>> Range<N> of(N min, N max) {
        return new Range<>(Optional.of(min), Optional.of(max));
    }

    /**
     * A range without an upper end.
     *
     * @param <N> what is compared
     * @param min the least value inside
     * @return the range
     */
    public static <N extends Comparable<N>> Range<N> from(N min) {
        return new Range<>(Optional.of(min), Optional.empty());
    }

    /**
     * Whether the value lies inside, the ends included.
     *
     * @param value the value
     * @return true when it is neither below the minimum nor above the maximum
     */
    public boolean contains(N value) {
        return min.map(least -> least.compareTo(value) <= 0).orElse(true)
                && max.map(most -> most.compareTo(value) >= 0).orElse(true);
    }
}
