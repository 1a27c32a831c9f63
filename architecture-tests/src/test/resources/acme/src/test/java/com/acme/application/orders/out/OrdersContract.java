package com.acme.application.orders.out;

public abstract class OrdersContract {
    protected abstract Orders orders();

    void begins_empty() {
        assert orders().all().isEmpty();
    }
}
