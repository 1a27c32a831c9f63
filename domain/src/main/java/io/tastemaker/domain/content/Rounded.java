package io.tastemaker.domain.content;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are published: rounded half away from zero, so that they can be compared and written down. */
final class Rounded {

    /** Decimals of shares, means and points. */
    static final int THOUSANDTHS = 3;

    /** Decimals of rates, which are small. */
    static final int MILLIONTHS = 6;

    private Rounded() {}

    static double thousandths(long part, long whole) {
        return quotient(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), THOUSANDTHS);
    }

    static double thousandths(double number) {
        return quotient(BigDecimal.valueOf(number), BigDecimal.ONE, THOUSANDTHS);
    }

    static double quotient(BigDecimal part, BigDecimal whole, int decimals) {
        return part.divide(whole, decimals, RoundingMode.HALF_UP).doubleValue();
    }

    /** A number that was published in decimals, in whole parts such as hundredths. */
    static int whole(double number, int parts) {
        return BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(parts)).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
