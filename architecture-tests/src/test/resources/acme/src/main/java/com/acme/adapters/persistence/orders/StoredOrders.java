package com.acme.adapters.persistence.orders;

import com.acme.adapters.persistence.generated.orders.OrderTable;
import com.acme.application.orders.out.Orders;
import com.acme.domain.orders.Order;
import com.acme.domain.orders.OrderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class StoredOrders implements Orders {
    private final Map<String, Order> rows = new LinkedHashMap<>();

    @Override
    public void add(Order order) {
        rows.put(OrderTable.NAME + order.id(), order);
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return Optional.ofNullable(rows.get(OrderTable.NAME + id));
    }

    @Override
    public List<Order> all() {
        return List.copyOf(rows.values());
    }
}
