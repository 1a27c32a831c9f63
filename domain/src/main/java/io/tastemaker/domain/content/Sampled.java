package io.tastemaker.domain.content;

import java.util.Objects;

/**
 * A number, or several, that rest on a sample.
 *
 * @param <T> what was computed
 * @param value what it is
 * @param sample on how many posts it rests, at least 1
 */
public record Sampled<T>(T value, int sample) {

    /** Checks the sample. */
    public Sampled {
        Objects.requireNonNull(value, "value");
        if (sample < 1) {
            throw new IllegalArgumentException("a number rests on one post at least");
        }
    }
}
