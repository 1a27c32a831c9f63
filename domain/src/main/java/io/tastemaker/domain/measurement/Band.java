package io.tastemaker.domain.measurement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a number may be: an estimate with bounds.
 *
 * @param low the least that is reasonable, 0 or more
 * @param mid the estimate
 * @param high the most that is reasonable
 */
public record Band(BigDecimal low, BigDecimal mid, BigDecimal high) {

    /** Nothing. */
    static final Band ZERO = new Band(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless 0 &lt;= low &lt;= mid &lt;= high
     */
    public Band {
        if (low.signum() < 0 || low.compareTo(mid) > 0 || mid.compareTo(high) > 0) {
            throw new IllegalArgumentException("a band is ordered: " + low + ", " + mid + ", " + high);
        }
    }

    /** Between two bounds, with their geometric mean as the estimate. */
    static Band between(BigDecimal low, BigDecimal high) {
        return new Band(low, low.multiply(high).sqrt(MathContext.DECIMAL64), high);
    }

    /** Half to double an estimate. */
    static Band around(BigDecimal mid) {
        return new Band(mid.divide(BigDecimal.TWO, MathContext.DECIMAL64), mid, mid.multiply(BigDecimal.TWO));
    }

    Band plus(Band other) {
        return new Band(low.add(other.low), mid.add(other.mid), high.add(other.high));
    }

    Band times(BigDecimal factor) {
        return new Band(low.multiply(factor), mid.multiply(factor), high.multiply(factor));
    }

    Band rounded(int scale) {
        return new Band(low.setScale(scale, RoundingMode.HALF_UP), mid.setScale(scale, RoundingMode.HALF_UP), high.setScale(scale, RoundingMode.HALF_UP));
    }
}
