// caught: com.acme.application.orders.RepeatOrder.all
package com.acme.application.orders;

import com.acme.domain.shared.Actor;

public final class RepeatOrder {
    private final OrderUseCases all;

    RepeatOrder(OrderUseCases all) {
        this.all = all;
    }

    public Object handle(Query query) {
        return all.placeOrder();
    }

    public record Query(Actor actor) {}
}
