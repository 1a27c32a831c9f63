package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies an address that events are sent to.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record EndpointId(UUID value) {

    /** Checks that there is a value. */
    public EndpointId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
