package io.tastemaker.domain.creators;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of a creator's followers react to a post: (mean likes + mean comments) / followers. Kept in millionths, so that
 * receipts add up exactly. A rate above 1 is possible (posts travel beyond the followers); 1,000 is the limit of the plausible.
 *
 * @param millionths 0 to 1,000,000,000; 34,000 is 3.4 %
 */
public record EngagementRate(int millionths) implements Comparable<EngagementRate> {

    private static final int MOST = 1_000_000_000;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Checks the range. */
    public EngagementRate {
        if (millionths < 0 || millionths > MOST) {
            throw new IllegalArgumentException("an engagement rate is 0 to 1000: " + millionths + " millionths");
        }
    }

    /**
     * Reads a fraction.
     *
     * @param fraction such as 0.034 for 3.4 %; rounded half up to six decimals
     * @return the rate
     * @throws IllegalArgumentException when it is negative or above 1,000
     */
    public static EngagementRate of(BigDecimal fraction) {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new IllegalArgumentException("an engagement rate is 0 to 1000: " + fraction);
        }
        return new EngagementRate(fraction.multiply(MILLION).setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    /**
     * Reactions over followers, rounded half up to six decimals, at most 1,000.
     *
     * @param reactions mean likes plus mean comments of a post, at least 0
     * @param followers at least 1
     * @return the rate
     */
    public static EngagementRate of(long reactions, long followers) {
        BigDecimal fraction = BigDecimal.valueOf(reactions).divide(BigDecimal.valueOf(followers), 6, RoundingMode.HALF_UP);
        return of(fraction.min(BigDecimal.valueOf(1000)));
    }

    /**
     * The rate as a fraction.
     *
     * @return with six decimals, such as 0.034000
     */
    public BigDecimal fraction() {
        return BigDecimal.valueOf(millionths, 6);
    }

    @Override
    public String toString() {
        return fraction().toPlainString();
    }

    @Override
    public int compareTo(EngagementRate other) {
        return Integer.compare(millionths, other.millionths);
    }
}
