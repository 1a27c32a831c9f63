package com.acme.application.orders.out;

class InMemoryOrdersTest extends OrdersContract {
    @Override
    protected Orders orders() {
        return new InMemoryOrders();
    }
}
