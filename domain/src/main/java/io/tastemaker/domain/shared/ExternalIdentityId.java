package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a person's account with another provider, linked to the account here.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record ExternalIdentityId(UUID value) {

    /** Checks that there is a value. */
    public ExternalIdentityId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical lower-case form.
     *
     * @param text 36 characters
     * @return the id
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static ExternalIdentityId of(String text) {
        return new ExternalIdentityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
