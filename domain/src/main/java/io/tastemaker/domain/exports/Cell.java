package io.tastemaker.domain.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** One value in a file, as it is meant; each format has its own way to write it. */
public sealed interface Cell {

    /** Nothing is known, or nothing is shown. */
    record Nothing() implements Cell {}

    /**
     * Words that somebody wrote.
     *
     * @param value any text
     */
    record Text(String value) implements Cell {}

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Count(long value) implements Cell {}

    /**
     * A number that is written with all its decimals and no others.
     *
     * @param value the number
     */
    record Exact(BigDecimal value) implements Cell {}

    /**
     * Yes or no.
     *
     * @param value which
     */
    record Flag(boolean value) implements Cell {}

    /**
     * A day.
     *
     * @param value written as ISO 8601 has it
     */
    record Day(LocalDate value) implements Cell {}

    /**
     * A moment.
     *
     * @param value written as RFC 3339 has it, in UTC with milliseconds
     */
    record Moment(Instant value) implements Cell {}

    /**
     * Several words, in this order.
     *
     * @param values the words
     */
    record Many(List<String> values) implements Cell {
        /** Copies the list. */
        public Many {
            values = List.copyOf(values);
        }
    }

    /**
     * Texts by name, ordered by name.
     *
     * @param values the texts
     */
    record Named(SequencedMap<String, String> values) implements Cell {
        /**
         * Texts in whatever order.
         *
         * @param values the texts
         */
        public Named(Map<String, String> values) {
            this(new TreeMap<>(values));
        }

        /** Copies and orders them. */
        public Named {
            values = new TreeMap<>(values);
        }
    }

    /** The cell of what is not there. */
    Cell NOTHING = new Nothing();

    /**
     * A text, or nothing where it is empty.
     *
     * @param text any text
     * @return the cell
     */
    static Cell of(String text) {
        return text.isEmpty() ? NOTHING : new Text(text);
    }

    /**
     * A value that may not be there.
     *
     * @param <T> its type
     * @param value the value
     * @param kind the kind of cell it becomes
     * @return the cell
     */
    static <T> Cell of(Optional<T> value, Function<T, Cell> kind) {
        return value.map(kind).orElse(NOTHING);
    }

    /**
     * Several words, or nothing where there are none.
     *
     * @param words the words
     * @return the cell
     */
    static Cell of(List<String> words) {
        return words.isEmpty() ? NOTHING : new Many(words);
    }
}
