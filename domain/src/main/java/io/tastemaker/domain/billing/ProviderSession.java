package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A checkout session as the payment provider shows it now.
 *
 * @param id the provider's id
 * @param order the order it was opened for, as we had it noted there; empty for one that is not ours
 * @param team the team, likewise
 * @param customer the provider's id of who pays
 * @param state how it stands
 * @param subtotal what was asked before discounts; empty before anything is
 * @param total what is asked
 * @param intent the provider's id of the payment, if there was something to pay at once
 * @param subscription the provider's id of what was begun
 * @param createdAt when it was opened
 */
public record ProviderSession(
        String id,
        Optional<OrderId> order,
        Optional<TeamId> team,
        Optional<String> customer,
        State state,
        Optional<Money> subtotal,
        Optional<Money> total,
        Optional<String> intent,
        Optional<String> subscription,
        Instant createdAt) {

    /** How a session stands. */
    public enum State {
        /** Somebody may still pay. */
        OPEN,
        /** Nobody can pay any more. */
        EXPIRED,
        /** Completed, and the money is under way. */
        PENDING,
        /** Completed, and the money will not come. */
        FAILED,
        /** Completed and paid, or there was nothing to pay now. */
        PAID
    }

    /** Checks that nothing is missing. */
    public ProviderSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(subtotal, "subtotal");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(subscription, "subscription");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
