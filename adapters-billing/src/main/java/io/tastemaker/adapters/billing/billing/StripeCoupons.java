package io.tastemaker.adapters.billing.billing;

import com.stripe.StripeClient;
import com.stripe.exception.IdempotencyException;
import com.stripe.model.PromotionCode;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.PromotionCodeCreateParams;
import com.stripe.param.PromotionCodeListParams;
import com.stripe.param.PromotionCodeRetrieveParams;
import com.stripe.param.PromotionCodeUpdateParams;
import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.billing.out.PaymentProvider.NewCoupon;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Coupon.Reduction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Coupons at Stripe: one coupon with one promotion code for each of ours. */
final class StripeCoupons {

    private static final String TAKEN = "an active coupon has this code";

    private final StripeClient client;

    StripeCoupons(StripeClient client) {
        this.client = client;
    }

    /**
     * The keys count how often there was such a code, so that a code that has ended can be made again, while one whose making was cut short is
     * made only once.
     */
    Answer<Coupon> create(NewCoupon wanted) {
        List<PromotionCode> before = Coupon.isCode(wanted.code()) ? withCode(wanted.code()) : List.of();
        if (before.stream().anyMatch(PromotionCode::getActive)) {
            return new Answer.Declined<>(TAKEN);
        }
        String key = wanted.code() + ":" + (before.size() + 1);
        return Asking.wish(() -> {
            try {
                String coupon = client.v1().coupons().create(coupon(wanted), Asking.key("coupon:" + key)).getId();
                PromotionCode made = client.v1().promotionCodes().create(promotion(wanted, coupon), Asking.key("promo:" + key));
                return SeenCoupons.of(made).orElseThrow(() -> new IllegalStateException("Stripe made another coupon than " + wanted));
            } catch (IdempotencyException other) {
                throw new com.stripe.exception.InvalidRequestException(TAKEN, "code", other.getRequestId(), other.getCode(),
                        other.getStatusCode(), other);
            }
        });
    }

    private static CouponCreateParams coupon(NewCoupon wanted) {
        CouponCreateParams.Builder coupon = CouponCreateParams.builder().setName(wanted.code())
                .setDuration(CouponCreateParams.Duration.valueOf(wanted.term().name()));
        wanted.months().ifPresent(months -> coupon.setDurationInMonths((long) months));
        return (switch (wanted.reduction()) {
            case Reduction.Share(int basisPoints) -> coupon.setPercentOff(BigDecimal.valueOf(basisPoints, 2));
            case Reduction.Sum sum -> coupon.setAmountOff(Seen.minor(sum.off())).setCurrency(Seen.currency(sum.off()));
        }).build();
    }

    private static PromotionCodeCreateParams promotion(NewCoupon wanted, String coupon) {
        PromotionCodeCreateParams.Builder promotion = PromotionCodeCreateParams.builder().setCode(wanted.code())
                .setPromotion(PromotionCodeCreateParams.Promotion.builder()
                        .setType(PromotionCodeCreateParams.Promotion.Type.COUPON).setCoupon(coupon).build())
                .addExpand(SeenCoupons.COUPON);
        wanted.most().ifPresent(promotion::setMaxRedemptions);
        wanted.endsAt().ifPresent(end -> promotion.setExpiresAt(Asking.second(end)));
        return promotion.build();
    }

    Optional<Coupon> end(String promotion) {
        return Asking.find(() -> client.v1().promotionCodes().update(promotion, PromotionCodeUpdateParams.builder().setActive(false)
                .addExpand(SeenCoupons.COUPON).build(), Asking.key("promo-end:" + promotion))).flatMap(SeenCoupons::of);
    }

    Optional<Coupon> find(String promotion) {
        return Asking.find(() -> client.v1().promotionCodes().retrieve(promotion,
                PromotionCodeRetrieveParams.builder().addExpand(SeenCoupons.COUPON).build())).flatMap(SeenCoupons::of);
    }

    Optional<Coupon> findByCode(String typed) {
        String code = typed.toUpperCase(Locale.ROOT);
        if (!Coupon.isCode(code)) {
            return Optional.empty();
        }
        List<Coupon> found = withCode(code).reversed().stream().flatMap(seen -> SeenCoupons.of(seen).stream()).toList();
        return found.stream().filter(Coupon::active).findFirst().or(() -> found.stream().findFirst());
    }

    private List<PromotionCode> withCode(String code) {
        return Asking.all(last -> client.v1().promotionCodes().list(PromotionCodeListParams.builder().setCode(code).setLimit(Asking.PAGE)
                .setStartingAfter(last).addExpand("data." + SeenCoupons.COUPON).build()));
    }
}
