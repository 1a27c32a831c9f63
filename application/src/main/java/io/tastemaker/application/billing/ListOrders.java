package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the orders of a team. */
public final class ListOrders {

    private final Transactions transactions;
    private final Orders orders;

    ListOrders(Transactions transactions, Orders orders) {
        this.transactions = transactions;
        this.orders = orders;
    }

    /**
     * What is asked.
     *
     * @param actor the owner of the team
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the newest first
     */
    public Page<Order> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_BILLING);
        return transactions.reading(query.actor(), () -> orders.list(query.page()));
    }
}
