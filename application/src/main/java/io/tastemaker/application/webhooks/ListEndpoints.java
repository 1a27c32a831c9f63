package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.webhooks.Endpoint;

/** Lists the endpoints of the actor's team. */
public final class ListEndpoints {

    private final Transactions transactions;
    private final Endpoints endpoints;

    ListEndpoints(Transactions transactions, Endpoints endpoints) {
        this.transactions = transactions;
        this.endpoints = endpoints;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the newest first
     */
    public Page<Endpoint> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_WEBHOOKS);
        return transactions.reading(query.actor(), () -> endpoints.list(query.page()));
    }
}
