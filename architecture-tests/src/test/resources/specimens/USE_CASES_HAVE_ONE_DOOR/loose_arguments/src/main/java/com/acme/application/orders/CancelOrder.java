// caught: com.acme.application.orders.CancelOrder has the public methods [handle[Command, String]]
package com.acme.application.orders;

import com.acme.domain.shared.Actor;

public final class CancelOrder {
    CancelOrder() {}

    public void handle(Command command, String reason) {}

    public record Command(Actor actor) {}
}
