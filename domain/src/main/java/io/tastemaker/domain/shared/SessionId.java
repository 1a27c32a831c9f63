package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a signed-in session of a person.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record SessionId(UUID value) {

    /** Checks that there is a value. */
    public SessionId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical lower-case form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
