package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import java.util.Optional;

/**
 * A range of counts, inclusive.
 *
 * @param min the least
 * @param max the most
 */
public record CountRangeJson(
        @About("The least, inclusive") Optional<@Between(min = "0") Long> min,
        @About("The most, inclusive") Optional<@Between(min = "0") Long> max) {

    /** Checks that the ends do not cross. */
    public CountRangeJson {
        if (min.isEmpty() && max.isEmpty()) {
            throw new IllegalArgumentException("must have min or max");
        }
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            throw new IllegalArgumentException("min must not exceed max");
        }
    }
}
