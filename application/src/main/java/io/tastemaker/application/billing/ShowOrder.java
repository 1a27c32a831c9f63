package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.shared.OrderId;
import java.util.Optional;

/**
 * Shows an order. One that is still open is looked at first, so that somebody who comes back from paying sees that it is paid, even before
 * the provider has told us; when the provider cannot be asked, what we know is shown.
 */
public final class ShowOrder {

    private final Transactions transactions;
    private final Orders orders;
    private final Bookkeeper bookkeeper;

    ShowOrder(Transactions transactions, Orders orders, Bookkeeper bookkeeper) {
        this.transactions = transactions;
        this.orders = orders;
        this.bookkeeper = bookkeeper;
    }

    /**
     * What is asked.
     *
     * @param actor the owner of the team
     * @param order which order
     */
    public record Query(Actor actor, OrderId order) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the order
     * @throws Refusal.NotFound when it is not the team's
     */
    public Order handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_BILLING);
        Order known = found(query);
        Optional<String> session = known.session().filter(id -> !known.state().isFinal());
        return session.filter(this::isLookedAt).map(id -> found(query)).orElse(known);
    }

    private boolean isLookedAt(String session) {
        try {
            bookkeeper.look(new Notice.Matter(Notice.Kind.SESSION, session), Bookkeeper.Alongside.NOTHING);
            return true;
        } catch (Refusal.Unavailable | Refusal.NotConfigured notNow) {
            return false;
        }
    }

    private Order found(Query query) {
        return transactions.reading(query.actor(), () -> orders.find(query.order())).orElseThrow(Refusal.NotFound::new);
    }
}
