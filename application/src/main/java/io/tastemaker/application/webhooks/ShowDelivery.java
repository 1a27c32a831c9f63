package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.webhooks.Attempt;
import io.tastemaker.domain.webhooks.Delivery;
import java.util.List;
import java.util.UUID;

/** Shows what was sent to an endpoint, and how each attempt went. */
public final class ShowDelivery {

    private final Transactions transactions;
    private final Deliveries deliveries;

    ShowDelivery(Transactions transactions, Deliveries deliveries) {
        this.transactions = transactions;
        this.deliveries = deliveries;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param endpoint which endpoint
     * @param delivery the event's id
     */
    public record Query(Actor actor, EndpointId endpoint, UUID delivery) {}

    /**
     * A delivery and its attempts.
     *
     * @param delivery the delivery
     * @param attempts the first one first
     */
    public record Shown(Delivery delivery, List<Attempt> attempts) {
        /** Copies the attempts. */
        public Shown {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the delivery with its attempts
     * @throws Refusal.NotFound when the team has no such endpoint, or nothing of this id was sent there within the last 30 days
     */
    public Shown handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_WEBHOOKS);
        return transactions.reading(query.actor(), () -> {
            Delivery delivery = deliveries.find(query.endpoint(), query.delivery()).orElseThrow(Refusal.NotFound::new);
            return new Shown(delivery, deliveries.attempts(query.endpoint(), query.delivery()));
        });
    }
}
