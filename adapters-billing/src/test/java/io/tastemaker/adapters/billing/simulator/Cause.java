package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Which request made an event happen; none when it happened by itself. */
record Cause(Optional<String> request, Optional<String> idempotencyKey) {

    static final Cause NONE = new Cause(Optional.empty(), Optional.empty());

    ObjectNode json() {
        return Json.object("id", request, "idempotency_key", idempotencyKey);
    }
}
