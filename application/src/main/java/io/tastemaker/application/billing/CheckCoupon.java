package io.tastemaker.application.billing;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.shared.Money;
import java.util.Optional;

/** Checks a code, and shows what something would cost with it. Nothing is used up. */
public final class CheckCoupon {

    private final Offers offers;

    CheckCoupon(Offers offers) {
        this.offers = offers;
    }

    /**
     * What is asked.
     *
     * @param actor the owner of the team
     * @param code what somebody typed
     * @param wish what it is to be used for
     */
    public record Query(Actor actor, String code, OpenCheckout.Wish wish) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The code is good.
         *
         * @param coupon the coupon
         * @param listPrice what it costs without discounts
         * @param discount what is taken off: the coupon's, or the plan's own where that is more
         */
        record Good(Coupon coupon, Money listPrice, Discount discount) implements Outcome {
            /**
             * What would be paid.
             *
             * @return the price without the discount
             */
            public Money price() {
                return listPrice.minus(discount.off());
            }
        }

        /**
         * It cannot be had, or not with this code.
         *
         * @param why why
         */
        record Refused(NotOffered why) implements Outcome {}
    }

    /**
     * Checks it.
     *
     * @param query what is asked
     * @return what came of it
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_BILLING);
        return switch (offers.find(query.actor(), query.wish(), Optional.of(query.code()))) {
            case Offers.Found.Offer offer -> new Outcome.Good(offer.coupon().orElseThrow(), offer.listPrice(), offer.discount());
            case Offers.Found.Refused(NotOffered why) -> new Outcome.Refused(why);
        };
    }
}
