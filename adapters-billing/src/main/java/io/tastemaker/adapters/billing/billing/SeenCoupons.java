package io.tastemaker.adapters.billing.billing;

import com.stripe.model.PromotionCode;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Coupon.Reduction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads promotion codes, whose coupon must be in them. */
final class SeenCoupons {

    /** What has to be asked for with a promotion code. */
    static final String COUPON = "promotion.coupon";

    /** How often something can be used, and was. */
    private record Uses(OptionalLong most, long used) {

        static Uses of(Long most, Long used) {
            return new Uses(most == null ? OptionalLong.empty() : OptionalLong.of(most), used == null ? 0 : used);
        }

        long rest() {
            return most.orElse(Long.MAX_VALUE) - used;
        }

        Uses orLess(Uses other) {
            return other.most.isPresent() && other.rest() < rest() ? other : this;
        }
    }

    private SeenCoupons() {}

    /** Empty when the code is none of ours, or the coupon takes off what we cannot say. */
    static Optional<Coupon> of(PromotionCode seen) {
        String code = seen.getCode().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(seen.getPromotion()).map(PromotionCode.Promotion::getCouponObject)
                .filter(coupon -> Coupon.isCode(code) && isForEverybody(seen))
                .flatMap(coupon -> reduction(coupon).map(reduction -> coupon(seen, code, coupon, reduction)));
    }

    /** A code for some only would be good here and refused at the checkout. */
    private static boolean isForEverybody(PromotionCode seen) {
        return seen.getCustomer() == null && Optional.ofNullable(seen.getRestrictions())
                .filter(only -> Boolean.TRUE.equals(only.getFirstTimeTransaction()) || only.getMinimumAmount() != null).isEmpty();
    }

    private static Coupon coupon(PromotionCode seen, String code, com.stripe.model.Coupon coupon, Reduction reduction) {
        Uses uses = Uses.of(seen.getMaxRedemptions(), seen.getTimesRedeemed())
                .orLess(Uses.of(coupon.getMaxRedemptions(), coupon.getTimesRedeemed()));
        Coupon.Term term = Coupon.Term.valueOf(coupon.getDuration().toUpperCase(Locale.ROOT));
        OptionalInt months = term == Coupon.Term.REPEATING ? OptionalInt.of(Math.toIntExact(coupon.getDurationInMonths())) : OptionalInt.empty();
        Optional<Instant> endsAt = Stream.of(seen.getExpiresAt(), coupon.getRedeemBy()).flatMap(second -> Seen.maybeAt(second).stream())
                .min(Instant::compareTo);
        boolean active = Boolean.TRUE.equals(seen.getActive()) && Boolean.TRUE.equals(coupon.getValid());
        return new Coupon(code, seen.getId(), reduction, term, months, uses.most(), uses.used(), endsAt, active);
    }

    private static Optional<Reduction> reduction(com.stripe.model.Coupon coupon) {
        Optional<Reduction> sum = Seen.maybeMoney(coupon.getAmountOff(), coupon.getCurrency()).map(Reduction.Sum::new);
        return sum.or(() -> Optional.ofNullable(coupon.getPercentOff()).map(BigDecimal::stripTrailingZeros)
                .filter(percent -> percent.scale() <= 2)
                .map(percent -> new Reduction.Share(percent.movePointRight(2).intValueExact())));
    }
}
