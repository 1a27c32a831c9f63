package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.webhooks.Delivery;
import java.util.Set;

/** Lists what was and will be sent to an endpoint within the last 30 days. */
public final class ListDeliveries {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final Deliveries deliveries;

    ListDeliveries(Transactions transactions, Endpoints endpoints, Deliveries deliveries) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param endpoint which endpoint
     * @param states only these, empty for all
     * @param page which page
     */
    public record Query(Actor actor, EndpointId endpoint, Set<Delivery.State> states, PageRequest page) {
        /** Copies the states. */
        public Query {
            states = Set.copyOf(states);
        }
    }

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the newest first
     * @throws Refusal.NotFound when the team has no such endpoint
     */
    public Page<Delivery> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_WEBHOOKS);
        return transactions.reading(query.actor(), () ->
                deliveries.list(EndpointKeeper.get(endpoints, query.endpoint()).id(), query.states(), query.page()));
    }
}
