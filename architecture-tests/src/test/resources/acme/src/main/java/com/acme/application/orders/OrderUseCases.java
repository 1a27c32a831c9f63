package com.acme.application.orders;

import com.acme.application.orders.out.Orders;
import jakarta.inject.Inject;
import java.time.InstantSource;

public record OrderUseCases(PlaceOrder placeOrder) {
    @Inject
    public OrderUseCases(Orders orders, InstantSource clock) {
        this(new PlaceOrder(orders, clock));
    }
}
