package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Coupons;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.domain.billing.Coupon;
import java.util.Locale;
import java.util.Optional;

/** Keeps what we know of coupons in line with what the provider shows. */
final class CouponBook {

    private static final int MOST_ROUNDS = 20;

    private final Coupons coupons;
    private final PaymentProvider provider;

    CouponBook(Coupons coupons, PaymentProvider provider) {
        this.coupons = coupons;
        this.provider = provider;
    }

    /** What we know, else what the provider knows: a code that was made there may not have been told yet. Codes are typed in any case. */
    Optional<Coupon> find(String typed) {
        return Optional.of(typed.strip().toUpperCase(Locale.ROOT)).filter(Coupon::isCode)
                .flatMap(code -> coupons.find(code).map(Coupons.Kept::coupon).or(() -> looked(code)));
    }

    /** Looks again at the code that a promotion has or had; it may have been given anew since, and then the living promotion counts. */
    Optional<Coupon> look(String promotion) {
        return coupons.findByPromotion(promotion).map(Coupons.Kept::coupon).or(() -> provider.findCoupon(promotion))
                .flatMap(known -> looked(known.code()));
    }

    /** Writes down what a look shows, after the version was read before it. */
    private Optional<Coupon> looked(String code) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Coupons.Kept> kept = coupons.find(code);
            Optional<Coupon> seen = provider.findCouponByCode(code);
            if (seen.isEmpty() || kept.map(Coupons.Kept::coupon).equals(seen)
                    || coupons.save(seen.get(), kept.map(Coupons.Kept::version).orElse(0L))) {
                return seen;
            }
        }
        return coupons.find(code).map(Coupons.Kept::coupon);
    }
}
