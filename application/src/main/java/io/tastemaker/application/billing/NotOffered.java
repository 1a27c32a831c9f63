package io.tastemaker.application.billing;

import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.entitlements.Plan;
import java.util.Optional;
import java.util.Set;

/** Why something cannot be had, or not with a code. */
public sealed interface NotOffered {

    /**
     * There is no such plan, or nobody has to pay for it, or it is not sold here.
     *
     * @param sold the plans that are sold
     */
    record UnknownPlan(Set<String> sold) implements NotOffered {}

    /**
     * There is no such pack, or it is not on sale.
     *
     * @param sold the packs that are on sale
     */
    record UnknownPack(Set<String> sold) implements NotOffered {}

    /**
     * The plan does not let the team buy credits.
     *
     * @param sufficient the cheapest plan that does
     */
    record PlanRequired(Optional<Plan> sufficient) implements NotOffered {}

    /**
     * The code is not good for this.
     *
     * @param verdict why; empty when nobody knows the code
     */
    record CouponRefused(Optional<Coupon.Verdict> verdict) implements NotOffered {}
}
