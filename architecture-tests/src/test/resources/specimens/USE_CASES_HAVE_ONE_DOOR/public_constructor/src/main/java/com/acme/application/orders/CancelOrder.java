// caught: com.acme.application.orders.CancelOrder.<init>() is not package-private
package com.acme.application.orders;

import com.acme.domain.shared.Actor;

public final class CancelOrder {
    public CancelOrder() {}

    public void handle(Command command) {}

    public record Command(Actor actor) {}
}
