package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a milestone of a campaign.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record MilestoneId(UUID value) {

    /** Checks that there is a value. */
    public MilestoneId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
