package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One line of an invoice: the amount before what is taken off, and the time that is paid for by it. */
record Line(String description, ObjectNode price, long quantity, long amount, long discount, Instant start, Instant end, boolean proration) {

    static long price(ObjectNode price, long quantity) {
        return Math.multiplyExact(price.path("unit_amount").asLong(), quantity);
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }
}
