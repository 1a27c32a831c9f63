package io.tastemaker.application.operations.out;

import java.util.List;

/** A part of the program that counts what it does. */
public interface Meter {

    /**
     * One figure.
     *
     * @param name lower-case snake_case with its unit, such as {@code ranking_cache_hit_ratio}
     * @param meaning one sentence
     * @param value the figure
     */
    record Reading(String name, String meaning, double value) {}

    /**
     * Reads the figures.
     *
     * @return as they are now
     */
    List<Reading> read();
}
