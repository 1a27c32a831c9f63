package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.Subject;
import java.util.List;

/** Makes a coupon, at the provider and here. */
public final class AddCoupon {

    private final Transactions transactions;
    private final PaymentProvider provider;
    private final CouponBook coupons;

    AddCoupon(Transactions transactions, PaymentProvider provider, CouponBook coupons) {
        this.transactions = transactions;
        this.provider = provider;
        this.coupons = coupons;
    }

    /**
     * What is wanted.
     *
     * @param actor an operator
     * @param coupon what it is to be
     */
    public record Command(Actor actor, PaymentProvider.NewCoupon coupon) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It can be used.
         *
         * @param coupon the coupon
         */
        record Added(Coupon coupon) implements Outcome {}

        /** There is a living coupon with this code. */
        record CodeTaken() implements Outcome {}

        /**
         * The provider does not make it.
         *
         * @param reason why, in its words
         */
        record Declined(String reason) implements Outcome {}
    }

    /**
     * Makes it.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        if (coupons.find(command.coupon().code()).filter(Coupon::active).isPresent()) {
            return new Outcome.CodeTaken();
        }
        return switch (provider.createCoupon(command.coupon())) {
            case Answer.Declined<Coupon>(String reason) -> new Outcome.Declined(reason);
            case Answer.Done<Coupon>(Coupon made) -> {
                coupons.look(made.promotion());
                transactions.run(command.actor(), "coupon.add", () -> transactions.about(Subject.of("coupon", made.code()), List.of()));
                yield new Outcome.Added(made);
            }
        };
    }
}
