// caught: com.acme.adapters.persistence.orders.OrderFactory.make()
// caught: com.acme.adapters.persistence.orders.OrderFactory.later()
package com.acme.adapters.persistence.orders;

import com.acme.application.orders.out.Orders;
import java.util.function.Supplier;

final class OrderFactory {
    static Orders make() {
        return new StoredOrders();
    }

    static Supplier<Orders> later() {
        return StoredOrders::new;
    }
}
