package com.acme.adapters.http.orders;

import com.acme.application.orders.PlaceOrder;
import com.acme.domain.orders.OrderId;
import com.acme.domain.shared.Actor;

public final class OrderRoutes {
    private final PlaceOrder placeOrder;

    public OrderRoutes(PlaceOrder placeOrder) {
        this.placeOrder = placeOrder;
    }

    public int post(String name, long id, String article) {
        return switch (placeOrder.handle(new PlaceOrder.Command(new Actor.Customer(name), new OrderId(id), article))) {
            case PlaceOrder.Outcome.Placed placed -> OrderJson.of(placed.order()).article().isEmpty() ? 204 : 201;
            case PlaceOrder.Outcome.AlreadyPlaced already -> 409;
        };
    }
}
