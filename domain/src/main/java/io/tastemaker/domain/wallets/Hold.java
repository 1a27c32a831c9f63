package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A reservation: credits of lots, units of the plan's quota and units of the allowance that are set aside until they are committed,
 * released, or the time is up. Price and period are pinned when it is made.
 *
 * @param key under which it was reserved
 * @param action what for
 * @param split how many units come from where
 * @param price how credits are computed, for a commit of fewer units
 * @param allocations the credits set aside, in burn order
 * @param period the start of the period whose quota, allowance and cap it counts in
 * @param actor who reserved
 * @param expiresAt when it lapses by itself
 */
public record Hold(
        OperationKey key,
        Action action,
        Split split,
        Price price,
        List<Allocation> allocations,
        Instant period,
        String actor,
        Instant expiresAt) {

    /** Copies the allocations and checks that nothing is missing. */
    public Hold {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(expiresAt, "expiresAt");
        allocations = List.copyOf(allocations);
    }

    /**
     * Credits of one lot.
     *
     * @param lot the source of the lot
     * @param credits how many, at least 1
     */
    public record Allocation(String lot, long credits) {}

    /**
     * The credits set aside.
     *
     * @return their sum, at least 0
     */
    public long credits() {
        return allocations.stream().mapToLong(Allocation::credits).sum();
    }
}
