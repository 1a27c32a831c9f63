// caught: com.acme.application.orders.out.Orders.commit() mentions java.sql.SQLException
package com.acme.application.orders.out;

import com.acme.domain.orders.Order;
import com.acme.domain.orders.OrderId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

public interface Orders {
    void add(Order order);

    Optional<Order> find(OrderId id);

    List<Order> all();

    default void commit() throws SQLException {}
}
