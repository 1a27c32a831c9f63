package io.tastemaker.domain.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One call of an endpoint.
 *
 * @param number the first is 1; a number that is missing was interrupted with the program
 * @param at when it began
 * @param duration how long it took
 * @param status what was answered, 100 to 599; empty without an answer
 * @param fault why there was no answer, without anything that was sent; empty with one
 */
public record Attempt(int number, Instant at, Duration duration, Optional<Integer> status, Optional<String> fault) {

    /** Checks that there is an answer or a fault. */
    public Attempt {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(duration, "duration");
        if (number < 1 || status.isPresent() == fault.isPresent()) {
            throw new IllegalArgumentException("an attempt has a number, and an answer or a fault");
        }
    }
}
