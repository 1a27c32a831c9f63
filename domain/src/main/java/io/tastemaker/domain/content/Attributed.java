package io.tastemaker.domain.content;

import java.util.Objects;

/**
 * What was read out of a text, and who read it: no result is kept without it.
 *
 * @param <T> what was read
 * @param value what it is
 * @param by where it comes from
 */
public record Attributed<T>(T value, ProducedBy by) {

    /** Checks that nothing is missing. */
    public Attributed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(by, "by");
    }
}
