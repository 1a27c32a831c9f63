package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a deliverable, of a campaign or of a proposal.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record DeliverableId(UUID value) {

    /** Checks that there is a value. */
    public DeliverableId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
