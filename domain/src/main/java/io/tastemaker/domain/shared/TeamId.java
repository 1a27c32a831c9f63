package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a team, the tenant that owns campaigns, lists and private creators.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record TeamId(UUID value) {

    /** The reserved team that owns the shared catalogue of creators: every team reads it, operators and the system write it. */
    public static final TeamId CATALOGUE = new TeamId(new UUID(0L, 1L));

    /** Checks that there is a value. */
    public TeamId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical lower-case form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
