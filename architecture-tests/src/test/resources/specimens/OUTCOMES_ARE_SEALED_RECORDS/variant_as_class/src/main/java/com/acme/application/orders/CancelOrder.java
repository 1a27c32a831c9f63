// caught: com.acme.application.orders.CancelOrder$Outcome$Cancelled is a variant of an Outcome, but no record
package com.acme.application.orders;

import com.acme.domain.shared.Actor;

public final class CancelOrder {
    CancelOrder() {}

    public Outcome handle(Command command) {
        return new Outcome.Cancelled();
    }

    public record Command(Actor actor) {}

    public sealed interface Outcome {
        final class Cancelled implements Outcome {}
    }
}
