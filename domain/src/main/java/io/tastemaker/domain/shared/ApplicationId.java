package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies an application to a proposal.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record ApplicationId(UUID value) {

    /** Checks that there is a value. */
    public ApplicationId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
