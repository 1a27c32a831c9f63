package io.tastemaker.domain.briefing;

import java.math.BigDecimal;

/**
 * A number as it stands in a message.
 *
 * @param value what it is
 * @param scale what a word such as "thousand" made of it; 1 without one
 * @param start its first piece
 * @param end after its last piece
 */
record Amount(BigDecimal value, BigDecimal scale, int start, int end) {

    boolean isScaled() {
        return scale.compareTo(BigDecimal.ONE) > 0;
    }

    boolean isBelow(long other) {
        return value.compareTo(BigDecimal.valueOf(other)) < 0;
    }

    boolean isWhole() {
        return value.stripTrailingZeros().scale() <= 0;
    }

    Amount times(BigDecimal other) {
        return new Amount(value.multiply(other), other, start, end);
    }

    int digits() {
        return value.stripTrailingZeros().precision() - Math.min(0, value.stripTrailingZeros().scale());
    }
}
