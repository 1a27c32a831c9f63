package com.acme.adapters.persistence.generated.orders;

public final class OrderTable {
    public static final String NAME = new String("orders.order");
}
