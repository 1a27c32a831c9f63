// caught: com.acme.application.orders.ListOrders$Query
package com.acme.application.orders;

public final class ListOrders {
    ListOrders() {}

    public int handle(Query query) {
        return 0;
    }

    public record Query() {}
}
