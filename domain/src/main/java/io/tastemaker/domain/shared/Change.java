package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.Optional;

/**
 * One field that a deed changed, as the audit log shows it. Both values are empty when the field changed and what it holds is not written
 * down: the log cannot be altered, so it keeps no secret and nothing that the erasure of a person would have to remove.
 *
 * @param field the field's name, 1 to 100 characters
 * @param before what it held; empty for nothing
 * @param after what it holds; empty for nothing
 */
public record Change(String field, Optional<String> before, Optional<String> after) {

    /** The longest value that is kept whole, in characters. */
    public static final int MOST_LENGTH = 500;

    /** Shortens values that are too long, and replaces what no database stores: U+0000 and halves of surrogate pairs. */
    public Change {
        Objects.requireNonNull(field, "field");
        if (field.isBlank() || field.length() > 100) {
            throw new IllegalArgumentException("a field's name has 1 to 100 characters");
        }
        before = before.map(Change::kept);
        after = after.map(Change::kept);
    }

    /**
     * A change whose values are not written down.
     *
     * @param field the field's name
     * @return the change
     */
    public static Change withheld(String field) {
        return new Change(field, Optional.empty(), Optional.empty());
    }

    private static String kept(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(MOST_LENGTH + 1L)
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) ? 0xFFFD : point)
                .forEach(text::appendCodePoint);
        if (Characters.count(text) > MOST_LENGTH) {
            text.setLength(text.offsetByCodePoints(0, MOST_LENGTH - 1));
            text.append('…');
        }
        return text.toString();
    }
}
