package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.billing.Coupon;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much a coupon takes off, in the words of the API: one of the two.
 *
 * @param percentOff a share
 * @param amountOff a sum
 */
record CouponTerms(Optional<BigDecimal> percentOff, Optional<MoneyJson> amountOff) {

    private static final int DECIMALS = 2;

    static CouponTerms of(Coupon.Reduction reduction) {
        return switch (reduction) {
            case Coupon.Reduction.Share(int basisPoints) -> new CouponTerms(Optional.of(percent(basisPoints)), Optional.empty());
            case Coupon.Reduction.Sum(var off) -> new CouponTerms(Optional.empty(), Optional.of(MoneyJson.of(off)));
        };
    }

    private static BigDecimal percent(int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, DECIMALS).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    Coupon.Reduction reduction() {
        return percentOff.<Coupon.Reduction>map(percent -> new Coupon.Reduction.Share(percent.movePointRight(DECIMALS).intValueExact()))
                .orElseGet(() -> new Coupon.Reduction.Sum(amountOff.orElseThrow().money()));
    }
}
