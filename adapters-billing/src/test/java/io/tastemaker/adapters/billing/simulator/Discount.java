package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A coupon, and the code by which it was found if it was found by one. */
record Discount(ObjectNode coupon, Optional<ObjectNode> code) {

    /** What is taken off an amount, at most all of it. */
    long off(long amount) {
        return Json.number(coupon, "amount_off").map(off -> Math.min(off, amount)).orElseGet(() -> percentOff(amount));
    }

    /** Rounded half up, and as much below zero as above. */
    long percentOff(long amount) {
        BigDecimal percent = coupon.path("percent_off").decimalValue();
        return BigDecimal.valueOf(amount).multiply(percent).divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP).longValueExact();
    }

    boolean isPercent() {
        return Json.text(coupon, "percent_off").isPresent();
    }

    boolean lasts(String duration) {
        return coupon.path("duration").asText().equals(duration);
    }
}
