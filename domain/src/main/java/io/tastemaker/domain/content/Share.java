package io.tastemaker.domain.content;

import java.util.Objects;

/**
 * How much of a whole.
 *
 * @param <T> of what
 * @param value of what
 * @param share from 0 to 1, in thousandths; the shares of one distribution add up to 1 but for rounding
 * @param posts on how many posts it was found
 */
public record Share<T>(T value, double share, int posts) {

    /** Checks the range. */
    public Share {
        Objects.requireNonNull(value, "value");
        if (!(share >= 0 && share <= 1) || posts < 0) {
            throw new IllegalArgumentException("a share is from 0 to 1: " + share);
        }
    }
}
