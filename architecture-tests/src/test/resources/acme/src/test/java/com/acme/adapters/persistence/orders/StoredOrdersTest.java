package com.acme.adapters.persistence.orders;

import com.acme.application.orders.out.Orders;
import com.acme.application.orders.out.OrdersContract;

class StoredOrdersTest extends OrdersContract {
    @Override
    protected Orders orders() {
        return new StoredOrders();
    }
}
