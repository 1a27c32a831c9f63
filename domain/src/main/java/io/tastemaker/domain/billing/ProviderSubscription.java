package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A subscription as the payment provider shows it now.
 *
 * @param id the provider's id
 * @param customer the provider's id of who pays
 * @param team the team it was begun for, as we had it noted there
 * @param order the order it came from, likewise
 * @param status how it stands
 * @param item the provider's id of its one item
 * @param plan the key of the plan whose price it has; empty when no plan has that price
 * @param periodStart when the period began that is being paid, or tried to
 * @param periodEnd when it ends, exclusive
 * @param trialEnd when the trial ends or ended, if there was one
 * @param endsAtPeriodEnd whether it ends with the period
 * @param endedAt when it ended
 * @param createdAt when it began
 */
public record ProviderSubscription(
        String id,
        String customer,
        Optional<TeamId> team,
        Optional<OrderId> order,
        SubscriptionStatus status,
        String item,
        Optional<String> plan,
        Instant periodStart,
        Instant periodEnd,
        Optional<Instant> trialEnd,
        boolean endsAtPeriodEnd,
        Optional<Instant> endedAt,
        Instant createdAt) {

    /** Checks that nothing is missing. */
    public ProviderSubscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(periodStart, "periodStart");
        Objects.requireNonNull(periodEnd, "periodEnd");
        Objects.requireNonNull(trialEnd, "trialEnd");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
