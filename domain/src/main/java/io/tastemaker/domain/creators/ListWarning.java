package io.tastemaker.domain.creators;

import java.util.Objects;
import java.util.Optional;

/**
 * Something about a whole list that its owner should know.
 *
 * @param code the kind, lower-case snake_case, such as {@code column_distrusted}
 * @param column the header concerned, empty when it is about the list
 * @param detail what was found and what follows, for people
 * @param count how many columns, rows or values it concerns
 */
public record ListWarning(String code, Optional<String> column, String detail, long count) {

    /** Checks that nothing is missing. */
    public ListWarning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(detail, "detail");
    }
}
