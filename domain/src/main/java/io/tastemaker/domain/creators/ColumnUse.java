package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What is made of one column of a list.
 *
 * @param column the header, unique within the list: a repeated one is numbered
 * @param meaning the code of what it means, empty when that is unknown
 * @param state what is done with its values
 * @param reason why, for people; empty when it is just used
 */
public record ColumnUse(String column, Optional<String> meaning, State state, String reason) {

    /** What is done with the values of a column. */
    public enum State implements Coded {
        /** Read as facts. */
        USED,
        /** Read where the column it repeats says nothing, and compared with it. */
        REPEATS,
        /** Kept raw: no fact stands for it. */
        RAW,
        /** Kept raw: its values contradict its header. */
        DISTRUSTED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing. */
    public ColumnUse {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }
}
