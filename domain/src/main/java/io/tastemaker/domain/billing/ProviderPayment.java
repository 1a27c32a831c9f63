package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment as the payment provider shows it now.
 *
 * @param intent the provider's id
 * @param customer the provider's id of who pays
 * @param team the team, as we had it noted there
 * @param order the order, likewise
 * @param received what came in
 * @param refunded what went back by refunds
 * @param disputed what the payer's bank has taken back: disputes that are open or lost
 * @param inDispute whether a dispute is open
 */
public record ProviderPayment(
        String intent,
        Optional<String> customer,
        Optional<TeamId> team,
        Optional<OrderId> order,
        Money received,
        Money refunded,
        Money disputed,
        boolean inDispute) {

    /** Checks that nothing is missing, and that all of it is in one currency. */
    public ProviderPayment {
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(refunded, "refunded");
        Objects.requireNonNull(disputed, "disputed");
        if (!refunded.currency().equals(received.currency()) || !disputed.currency().equals(received.currency())) {
            throw new IllegalArgumentException("a payment has one currency: " + intent);
        }
    }

    /**
     * All that went back, in whichever way; a refund of what is disputed too does not go back twice.
     *
     * @return 0 to what came in
     */
    Money back() {
        return Money.ofMinor(Math.min(received.minor(), refunded.minor() + disputed.minor()), received.currency());
    }
}
