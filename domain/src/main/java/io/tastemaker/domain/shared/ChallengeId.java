package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a question for a second factor.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record ChallengeId(UUID value) {

    /** Checks that there is a value. */
    public ChallengeId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical lower-case form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static ChallengeId of(String text) {
        return new ChallengeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
