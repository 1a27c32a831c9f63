package io.tastemaker.domain.measurement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that are looked at, in UTC.
 *
 * @param from the first day, empty for the beginning
 * @param to the last day, empty for the end
 */
public record Window(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** All days. */
    public static final Window ALL = new Window(Optional.empty(), Optional.empty());

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException when the last day is before the first
     */
    public Window {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("the last day is before the first");
        }
    }

    /**
     * Whether a day is one of them.
     *
     * @param day in UTC
     * @return true from the first to the last
     */
    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
