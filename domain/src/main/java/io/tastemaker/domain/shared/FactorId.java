package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a second factor of a person.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record FactorId(UUID value) {

    /** Checks that there is a value. */
    public FactorId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical lower-case form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static FactorId of(String text) {
        return new FactorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
