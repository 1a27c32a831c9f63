package com.acme.application.orders;

import com.acme.application.orders.out.Orders;
import com.acme.domain.orders.Order;
import com.acme.domain.orders.OrderId;
import com.acme.domain.shared.Actor;
import java.time.InstantSource;

public final class PlaceOrder {
    private final Orders orders;
    private final InstantSource clock;

    PlaceOrder(Orders orders, InstantSource clock) {
        this.orders = orders;
        this.clock = clock;
    }

    public Outcome handle(Command command) {
        if (orders.find(command.id()).isPresent()) {
            return new Outcome.AlreadyPlaced();
        }
        Order order = new Order(command.id(), command.article(), Order.Status.PLACED, clock.instant());
        orders.add(order);
        return new Outcome.Placed(order);
    }

    public record Command(Actor actor, OrderId id, String article) {}

    public sealed interface Outcome {
        record Placed(Order order) implements Outcome {}

        record AlreadyPlaced() implements Outcome {}
    }
}
