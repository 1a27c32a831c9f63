// caught: com.acme.application.orders.CancelOrder is a use case, but no public final class
package com.acme.application.orders;

import com.acme.domain.shared.Actor;

class CancelOrder {
    CancelOrder() {}

    public void handle(Command command) {}

    public record Command(Actor actor) {}
}
