package com.acme.application.orders.out;

import com.acme.domain.orders.Order;
import com.acme.domain.orders.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class InMemoryOrders implements Orders {
    private final List<Order> kept = new ArrayList<>();

    @Override
    public void add(Order order) {
        kept.add(order);
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return kept.stream().filter(order -> order.id().equals(id)).findAny();
    }

    @Override
    public List<Order> all() {
        return List.copyOf(kept);
    }
}
