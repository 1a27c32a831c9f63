package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.wallets.Refusals;
import io.tastemaker.application.billing.NotOffered;
import io.tastemaker.domain.billing.Coupon;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What cannot be bought, as a problem. */
final class Declined {

    private static final String UNKNOWN = "unknown";

    private Declined() {}

    static Problem of(NotOffered why) {
        return switch (why) {
            case NotOffered.UnknownPlan(Set<String> sold) -> unknownPlan(sold);
            case NotOffered.UnknownPack(Set<String> sold) -> unknown("#/pack", sold);
            case NotOffered.PlanRequired(var sufficient) -> Refusals.planRequired(sufficient);
            case NotOffered.CouponRefused(Optional<Coupon.Verdict> verdict) -> Problem.of(ProblemCode.COUPON_REFUSED,
                    verdict.map(Declined::says).orElse("Nobody knows this code."))
                    .with("reason", verdict.map(Coupon.Verdict::code).orElse(UNKNOWN));
        };
    }

    static Problem unknownPlan(Set<String> sold) {
        return unknown("#/plan", sold);
    }

    private static Problem unknown(String pointer, Set<String> sold) {
        return Problem.invalid(pointer, sold.isEmpty() ? "unknown; nothing is sold here" : "unknown; allowed: " + String.join(", ",
                new TreeSet<>(sold)));
    }

    private static String says(Coupon.Verdict verdict) {
        return switch (verdict) {
            case ENDED -> "The coupon was ended.";
            case EXPIRED -> "The time of the coupon is over.";
            case USED_UP -> "The coupon was used as often as it may be.";
            case OTHER_CURRENCY -> "The coupon takes a sum off in another currency.";
            case GOOD -> throw new IllegalArgumentException("no reason to refuse it");
        };
    }

    /** The payment provider's own "no". */
    static Problem byProvider(String reason) {
        return Problem.of(ProblemCode.PAYMENT_DECLINED, "The payment provider says: " + reason).with("reason", reason);
    }
}
