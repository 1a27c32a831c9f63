// caught: com.acme.application.orders.CancelOrder$Command
package com.acme.application.orders;

import com.acme.domain.orders.OrderId;

public final class CancelOrder {
    CancelOrder() {}

    public void handle(Command command) {}

    public record Command(OrderId order) {}
}
