package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Names an export; the job that writes it has the same id.
 *
 * @param value the id
 */
public record ExportId(UUID value) {

    /** Checks that there is a value. */
    public ExportId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads an id.
     *
     * @param text as {@link #toString()} gives it
     * @return the id
     */
    public static ExportId of(String text) {
        return new ExportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
