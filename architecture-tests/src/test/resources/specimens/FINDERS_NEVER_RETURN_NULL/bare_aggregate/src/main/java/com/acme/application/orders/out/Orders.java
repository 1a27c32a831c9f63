// caught: com.acme.application.orders.out.Orders.findLatest()
// caught: com.acme.application.orders.out.Orders.byArticle(
package com.acme.application.orders.out;

import com.acme.domain.orders.Order;
import com.acme.domain.orders.OrderId;
import java.util.List;
import java.util.Optional;

public interface Orders {
    void add(Order order);

    Optional<Order> find(OrderId id);

    List<Order> all();

    default Order findLatest() {
        return all().getLast();
    }

    default Order byArticle(String article) {
        return null;
    }
}
