package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Range;
import java.util.Optional;

/**
 * How many followers are wanted.
 *
 * @param min the least, empty for no lower end
 * @param max the most, empty for no upper end
 * @param ideal the best number, empty when all numbers within the ends are equally good
 */
public record FollowerAim(Optional<Long> min, Optional<Long> max, Optional<Long> ideal) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException when all three are empty, one is negative, or they are not in the order min, ideal, max
     */
    public FollowerAim {
        if (min.isEmpty() && max.isEmpty() && ideal.isEmpty()) {
            throw new IllegalArgumentException("say a minimum, a maximum or an ideal number of followers");
        }
        if (min.orElse(0L) < 0 || max.orElse(0L) < 0 || ideal.orElse(0L) < 0) {
            throw new IllegalArgumentException("a number of followers is at least 0");
        }
        Range<Long> ends = new Range<>(min, max);
        if (ideal.isPresent() && !ends.contains(ideal.get())) {
            throw new IllegalArgumentException("the ideal number of followers lies between the ends");
        }
        min = min.map(count -> Math.min(count, Measure.MOST));
        max = max.map(count -> Math.min(count, Measure.MOST));
        ideal = ideal.map(count -> Math.min(count, Measure.MOST));
    }

    /**
     * Any number within a range.
     *
     * @param range at least one end given
     * @return the aim
     */
    public static FollowerAim within(Range<Long> range) {
        return new FollowerAim(range.min(), range.max(), Optional.empty());
    }

    /**
     * As near to one number as possible.
     *
     * @param ideal the number
     * @return the aim
     */
    public static FollowerAim around(long ideal) {
        return new FollowerAim(Optional.of(ideal), Optional.of(ideal), Optional.of(ideal));
    }

    @Override
    public String toString() {
        return min.map(String::valueOf).orElse("") + ".." + max.map(String::valueOf).orElse("")
                + ideal.map(count -> "~" + count).orElse("");
    }
}
