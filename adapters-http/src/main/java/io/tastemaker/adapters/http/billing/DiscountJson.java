package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.billing.Discount;
import java.util.Optional;

/**
 * What is taken off a price.
 *
 * @param amount how much
 * @param coupon by which coupon
 */
record DiscountJson(MoneyJson amount, @About("The coupon it is by; null when the plan itself makes it cheaper") Optional<String> coupon) {

    static Optional<DiscountJson> of(Discount discount) {
        return discount.off().isZero() ? Optional.empty()
                : Optional.of(new DiscountJson(MoneyJson.of(discount.off()), discount.coupon()));
    }
}
