// caught: com.acme.application.shipping.TrackOrder.<init>(
package com.acme.application.shipping;

import com.acme.application.orders.out.Orders;
import com.acme.domain.shared.Actor;

public final class TrackOrder {
    private final Orders orders;

    TrackOrder(Orders orders) {
        this.orders = orders;
    }

    public int handle(Query query) {
        return orders.all().size();
    }

    public record Query(Actor actor) {}
}
