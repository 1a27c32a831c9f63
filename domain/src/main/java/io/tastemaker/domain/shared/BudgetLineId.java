package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a line of a campaign's budget.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record BudgetLineId(UUID value) {

    /** Checks that there is a value. */
    public BudgetLineId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
