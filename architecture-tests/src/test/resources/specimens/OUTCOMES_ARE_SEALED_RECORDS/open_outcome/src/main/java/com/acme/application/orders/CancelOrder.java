// caught: com.acme.application.orders.CancelOrder$Outcome is not sealed
package com.acme.application.orders;

import com.acme.domain.shared.Actor;

public final class CancelOrder {
    CancelOrder() {}

    public Outcome handle(Command command) {
        return new Outcome.Cancelled();
    }

    public record Command(Actor actor) {}

    public interface Outcome {
        record Cancelled() implements Outcome {}
    }
}
