package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.webhooks.Endpoint;

/** Shows an endpoint, without its secrets. */
public final class ShowEndpoint {

    private final Transactions transactions;
    private final Endpoints endpoints;

    ShowEndpoint(Transactions transactions, Endpoints endpoints) {
        this.transactions = transactions;
        this.endpoints = endpoints;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param endpoint which endpoint
     */
    public record Query(Actor actor, EndpointId endpoint) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the endpoint
     * @throws Refusal.NotFound when the team has no such endpoint
     */
    public Endpoint handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_WEBHOOKS);
        return transactions.reading(query.actor(), () -> EndpointKeeper.get(endpoints, query.endpoint()));
    }
}
