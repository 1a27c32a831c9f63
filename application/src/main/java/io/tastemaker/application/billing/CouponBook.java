package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Coupons;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.domain.billing.Coupon;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps what we know of coupons in line with what the provider shows. */
final class CouponBook {

    private static final int MOST_ROUNDS = 20;

    private final Coupons coupons;
    private final PaymentProvider provider;

    CouponBook(Coupons coupons, PaymentProvider provider) {
        this.coupons = coupons;
        this.provider = provider;
    }

    /** What we know, else what the provider knows: a code that was made there may not have been told yet. */
    Optional<Coupon> find(String code) {
        return coupons.find(code).map(Coupons.Kept::coupon).or(() -> looked(code, () -> provider.findCouponByCode(code)));
    }

    /** Looks at a code again. */
    Optional<Coupon> look(String promotion) {
        Optional<Coupon> seen = coupons.findByPromotion(promotion).map(Coupons.Kept::coupon).or(() -> provider.findCoupon(promotion));
        return seen.flatMap(known -> looked(known.code(), () -> provider.findCoupon(promotion)));
    }

    /** Writes down what a look shows, after the version was read before it. A code that was given anew belongs to its living promotion. */
    private Optional<Coupon> looked(String code, Supplier<Optional<Coupon>> look) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Coupons.Kept> kept = coupons.find(code);
            Optional<Coupon> seen = look.get();
            boolean replaced = kept.isPresent() && seen.isPresent() && !kept.get().coupon().promotion().equals(seen.get().promotion())
                    && kept.get().coupon().active();
            if (seen.isEmpty() || replaced || kept.map(Coupons.Kept::coupon).equals(seen)
                    || coupons.save(seen.get(), kept.map(Coupons.Kept::version).orElse(0L))) {
                return seen;
            }
        }
        return coupons.find(code).map(Coupons.Kept::coupon);
    }
}
