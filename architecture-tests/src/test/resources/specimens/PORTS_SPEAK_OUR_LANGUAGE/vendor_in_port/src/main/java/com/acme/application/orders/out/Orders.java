// caught: com.acme.application.orders.out.Orders.replay(
// also: APPLICATION_IS_PLAIN_JAVA, SANE_HABITS
package com.acme.application.orders.out;

import com.acme.domain.orders.Order;
import com.acme.domain.orders.OrderId;
import java.util.List;
import java.util.Optional;

public interface Orders {
    void add(Order order);

    Optional<Order> find(OrderId id);

    List<Order> all();

    default void replay(List<org.slf4j.Logger> logs) {}
}
