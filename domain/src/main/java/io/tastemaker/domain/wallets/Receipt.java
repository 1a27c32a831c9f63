package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a charge took, from where, and what is left afterwards.
 *
 * @param action what was used
 * @param split how many units were paid from where
 * @param price the price that was pinned
 * @param credits what was paid in credits, or set aside by a reservation
 * @param plan the plan that was pinned
 * @param quotaLeft units of the plan's quota that are left in the period; empty when it is unlimited
 * @param allowanceLeft free units that are left in the period
 * @param creditsLeft credits that are left for this action
 * @param periodEndsAt when quota and allowance begin anew
 */
public record Receipt(
        Action action,
        Split split,
        Price price,
        long credits,
        PlanId plan,
        OptionalLong quotaLeft,
        long allowanceLeft,
        long creditsLeft,
        Instant periodEndsAt) {

    /** Checks that nothing is missing. */
    public Receipt {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(quotaLeft, "quotaLeft");
        Objects.requireNonNull(periodEndsAt, "periodEndsAt");
    }
}
