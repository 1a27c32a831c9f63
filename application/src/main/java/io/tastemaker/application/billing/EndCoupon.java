package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.Subject;
import java.util.List;

/** Ends a coupon, at the provider and here. What was bought with it stays as it is. */
public final class EndCoupon {

    private final Transactions transactions;
    private final PaymentProvider provider;
    private final CouponBook coupons;

    EndCoupon(Transactions transactions, PaymentProvider provider, CouponBook coupons) {
        this.transactions = transactions;
        this.provider = provider;
        this.coupons = coupons;
    }

    /**
     * What is wanted.
     *
     * @param actor an operator
     * @param code of which coupon
     */
    public record Command(Actor actor, String code) {}

    /**
     * Ends it.
     *
     * @param command what is wanted
     * @throws Refusal.NotFound when there is no such coupon
     */
    public void handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Coupon coupon = coupons.find(command.code()).orElseThrow(Refusal.NotFound::new);
        provider.endCoupon(coupon.promotion());
        coupons.look(coupon.promotion());
        transactions.run(command.actor(), "coupon.end", () -> transactions.about(Subject.of("coupon", coupon.code()), List.of()));
    }
}
