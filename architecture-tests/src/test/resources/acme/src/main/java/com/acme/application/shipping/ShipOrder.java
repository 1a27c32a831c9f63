package com.acme.application.shipping;

import com.acme.application.orders.PlaceOrder;
import com.acme.domain.orders.OrderId;
import com.acme.domain.shared.Actor;

public final class ShipOrder {
    private final PlaceOrder placeOrder;

    ShipOrder(PlaceOrder placeOrder) {
        this.placeOrder = placeOrder;
    }

    public Outcome handle(Command command) {
        return switch (placeOrder.handle(new PlaceOrder.Command(command.actor(), command.order(), "box"))) {
            case PlaceOrder.Outcome.Placed placed -> new Outcome.Shipped();
            case PlaceOrder.Outcome.AlreadyPlaced already -> new Outcome.Shipped();
        };
    }

    public record Command(Actor actor, OrderId order) {}

    public sealed interface Outcome {
        record Shipped() implements Outcome {}
    }
}
