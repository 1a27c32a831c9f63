// caught: com.acme.application.orders.ListOrders$Query
package com.acme.application.orders;

import com.acme.domain.orders.OrderId;
import com.acme.domain.shared.Actor;

public final class ListOrders {
    ListOrders() {}

    public int handle(Query query) {
        return 0;
    }

    public record Query(OrderId after, Actor actor) {}
}
