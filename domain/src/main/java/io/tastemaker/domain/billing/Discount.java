package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * What is taken off a price. A plan's discount and a coupon do not add up: the larger one wins.
 *
 * @param off how much, 0 to the price
 * @param coupon the coupon's code, when it is a coupon's
 */
public record Discount(Money off, Optional<String> coupon) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    /** Checks that nothing is missing. */
    public Discount {
        Objects.requireNonNull(off, "off");
        Objects.requireNonNull(coupon, "coupon");
        if (off.amount().signum() < 0) {
            throw new IllegalArgumentException("a discount is never negative: " + off);
        }
    }

    /**
     * Nothing off.
     *
     * @param price the price
     * @return no discount
     */
    public static Discount none(Money price) {
        return new Discount(Money.zero(price.currency()), Optional.empty());
    }

    /**
     * A share of a price, rounded half up to the smallest unit: 20 % of 9.99 are 2.00.
     *
     * @param price the price
     * @param basisPoints hundredths of a percent, 0 to 10,000
     * @return the share
     */
    static Money share(Money price, int basisPoints) {
        BigDecimal minor = BigDecimal.valueOf(price.minor()).multiply(BigDecimal.valueOf(basisPoints)).divide(WHOLE, 0, RoundingMode.HALF_UP);
        return Money.ofMinor(minor.longValueExact(), price.currency());
    }

    /**
     * The larger of two discounts; the plan's own when they are equal, so that the coupon is not used up.
     *
     * @param price the price
     * @param planBasisPoints what the plan takes off, in basis points
     * @param coupon a coupon that is good for this
     * @return what counts
     */
    public static Discount best(Money price, int planBasisPoints, Optional<Coupon> coupon) {
        Discount ofPlan = new Discount(share(price, planBasisPoints), Optional.empty());
        Optional<Discount> ofCoupon = coupon.map(one -> new Discount(one.off(price), Optional.of(one.code())));
        return ofCoupon.filter(one -> one.off().amount().compareTo(ofPlan.off().amount()) > 0).orElse(ofPlan);
    }
}
