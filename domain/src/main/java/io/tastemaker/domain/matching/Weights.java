package io.tastemaker.domain.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How much each factor counts: for every factor a weight of at least 0, with at most six decimals; together exactly 1. */
public final class Weights {

    /** One, in millionths. */
    static final int ONE = 1_000_000;

    /** Engagement .35, category .25, follower fit .20, location .10, platform .10. */
    public static final Weights DEFAULT = new Weights(Arrays.stream(Factor.values()).mapToInt(Factor::defaultWeight).toArray());

    /** What makes creators alike: category .40, follower fit .25, location .20, platform .15; how lively they are does not count. */
    public static final Weights OF_SIMILARITY = new Weights(new int[] {0, 400_000, 250_000, 200_000, 150_000});

    private final int[] millionths;
    /** Both stand in every ranking. */
    private final String text;
    private final String hash;

    private Weights(int[] millionths) {
        this.millionths = millionths;
        this.text = Arrays.stream(Factor.values()).map(factor -> factor.code() + "=" + of(factor)).collect(Collectors.joining(","));
        this.hash = "sha256:" + Fingerprint.of(text).substring(0, 16);
    }

    /**
     * Reads weights.
     *
     * @param byFactor a weight for each factor that counts; a factor left out has weight 0
     * @return the weights
     * @throws IllegalArgumentException when one is negative or has more than six decimals, or when they do not add up to exactly 1
     */
    public static Weights of(Map<Factor, BigDecimal> byFactor) {
        int[] millionths = new int[Factor.values().length];
        byFactor.forEach((factor, weight) -> millionths[factor.ordinal()] = millionths(factor, weight));
        if (Arrays.stream(millionths).asLongStream().sum() != ONE) {
            throw new IllegalArgumentException("the weights must add up to exactly 1: " + new Weights(millionths));
        }
        return new Weights(millionths);
    }

    private static int millionths(Factor factor, BigDecimal weight) {
        if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0 || weight.stripTrailingZeros().scale() > 6) {
            throw new IllegalArgumentException("a weight is 0 to 1 with at most six decimals: " + factor.code());
        }
        return weight.movePointRight(6).setScale(0, RoundingMode.UNNECESSARY).intValueExact();
    }

    /**
     * The weight of a factor.
     *
     * @param factor the factor
     * @return 0 to 1 with six decimals
     */
    public BigDecimal of(Factor factor) {
        return BigDecimal.valueOf(millionths(factor), 6);
    }

    /**
     * All weights.
     *
     * @return the weight of each factor, in the order of the factors
     */
    public Map<Factor, BigDecimal> byFactor() {
        Map<Factor, BigDecimal> all = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            all.put(factor, of(factor));
        }
        return all;
    }

    /**
     * A fingerprint, equal for equal weights.
     *
     * @return {@code sha256:} and the first 16 hexadecimal digits
     */
    public String hash() {
        return hash;
    }

    int millionths(Factor factor) {
        return millionths[factor.ordinal()];
    }

    /** What a mark contributes to the total, rounded half up; never more than the weight. */
    int contribution(Factor factor, int mark) {
        return contribution(millionths[factor.ordinal()], mark);
    }

    static int contribution(int weight, int mark) {
        return (int) (((long) weight * mark + ONE / 2) / ONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights && Arrays.equals(millionths, weights.millionths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(millionths);
    }

    @Override
    public String toString() {
        return text;
    }
}
