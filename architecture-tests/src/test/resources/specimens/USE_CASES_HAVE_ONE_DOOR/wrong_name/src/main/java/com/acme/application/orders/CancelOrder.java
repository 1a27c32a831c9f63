// caught: com.acme.application.orders.CancelOrder has the public methods [execute[Command]]
package com.acme.application.orders;

import com.acme.domain.shared.Actor;

public final class CancelOrder {
    CancelOrder() {}

    public void execute(Command command) {}

    public record Command(Actor actor) {}
}
