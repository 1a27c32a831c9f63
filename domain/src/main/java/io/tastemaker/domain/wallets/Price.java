package io.tastemaker.domain.wallets;

import java.util.Objects;

/**
 * What a unit costs under one version of a rule.
 *
 * @param rule such as {@code creator_unlock@1}
 * @param unitCredits credits of a unit, 0 to {@link PricingRule#MOST_CREDITS}
 * @param discount in basis points of the whole, 0 to 10,000
 */
public record Price(String rule, long unitCredits, int discount) {

    /** Basis points of the whole. */
    private static final long WHOLE = 10_000;

    /** Checks the bounds. */
    public Price {
        Objects.requireNonNull(rule, "rule");
        if (unitCredits < 0 || unitCredits > PricingRule.MOST_CREDITS || discount < 0 || discount > WHOLE) {
            throw new IllegalArgumentException("a unit costs 0 to " + PricingRule.MOST_CREDITS + " credits, less 0 to 10000 basis points");
        }
    }

    /**
     * The credits of some units: the product, less the discount on it, which is rounded half up once.
     *
     * @param units how many, 0 to {@link Spend#MOST_UNITS}
     * @return at least 0
     */
    public long of(long units) {
        long whole = Math.multiplyExact(unitCredits, units);
        long cents = whole / WHOLE * discount; // in two parts, so that no product leaves the numbers
        long rest = whole % WHOLE * discount;
        return whole - cents - (rest + WHOLE / 2) / WHOLE;
    }
}
