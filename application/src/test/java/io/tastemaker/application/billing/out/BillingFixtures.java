package io.tastemaker.application.billing.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.billing.TopUpPack;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Things that are bought and paid, to test with. */
public final class BillingFixtures {

    public static final PlanId STANDARD = new PlanId("standard", 1);
    public static final PlanId PREMIUM = new PlanId("premium", 1);

    /** What the program ships with. */
    public static final List<TopUpPack> PACKS = List.of(pack("credits-500", 500, "10.00"), pack("credits-2500", 2_500, "50.00"),
            pack("credits-10000", 10_000, "200.00"));

    private BillingFixtures() {}

    private static TopUpPack pack(String key, long credits, String price) {
        return new TopUpPack(key, 1, credits, usd(price), OptionalInt.empty(), true);
    }

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    /** An id as the provider makes them, which nothing else has. */
    public static String fresh(String kind) {
        return kind + "_" + SeededIds.next();
    }

    /** One that runs from ten days before to twenty days after noon. */
    public static Subscription subscription(SubscriptionStatus status) {
        return subscription(fresh("sub"), Optional.of(STANDARD), status, NOON.plus(Duration.ofDays(20)), Optional.empty());
    }

    public static Subscription subscription(String id, Optional<PlanId> plan, SubscriptionStatus status, Instant periodEnd,
            Optional<Instant> trialEnd) {
        return new Subscription(id, "si_" + id, plan, status, NOON.minus(Duration.ofDays(10)), periodEnd, trialEnd, false,
                Optional.empty(), NOON.minus(Duration.ofDays(40)), false);
    }

    /** A top-up of 500 credits for 10 dollars that was just paid, and of which the wallet does not know. */
    public static Payment topUp() {
        return payment(fresh("pi"), Payment.Kind.TOP_UP, Payment.Status.PAID, NOON);
    }

    /** A payment of 10 dollars; one that is paid brings 500 credits. */
    public static Payment payment(String id, Payment.Kind kind, Payment.Status status, Instant createdAt) {
        boolean isPaid = status == Payment.Status.PAID;
        return new Payment(id, kind, status, usd("10.00"), usd(isPaid ? "10.00" : "0.00"), usd("0.00"), false, Optional.empty(), Optional.empty(),
                Optional.of("in_" + id), Optional.empty(), List.of(), "source:" + id, isPaid ? 500 : 0, Optional.empty(), 0, createdAt,
                isPaid ? Optional.of(createdAt) : Optional.empty(), false, false);
    }

    /** The same, after some of it went back. */
    public static Payment refunded(Payment payment, Money back, boolean inDispute) {
        return new Payment(payment.id(), payment.kind(), payment.status(), payment.total(), payment.paid(), back, inDispute, payment.order(),
                payment.subscription(), payment.intent(), payment.number(), payment.covers(), payment.source(), payment.credits(),
                payment.creditsEnd(), payment.attempts(), payment.createdAt(), payment.paidAt(), payment.granted(),
                !back.equals(payment.refunded()) || payment.refundDue());
    }

    /** The same, because of an order. */
    public static Payment ordered(Payment payment, OrderId order) {
        return new Payment(payment.id(), payment.kind(), payment.status(), payment.total(), payment.paid(), payment.refunded(),
                payment.inDispute(), Optional.of(order), payment.subscription(), payment.intent(), payment.number(), payment.covers(),
                payment.source(), payment.credits(), payment.creditsEnd(), payment.attempts(), payment.createdAt(), payment.paidAt(),
                payment.granted(), payment.refundDue());
    }

    /** The same, for stretches of plans. */
    public static Payment covering(Payment payment, Payment.Cover... covers) {
        return new Payment(payment.id(), payment.kind(), payment.status(), payment.total(), payment.paid(), payment.refunded(),
                payment.inDispute(), payment.order(), payment.subscription(), payment.intent(), payment.number(), List.of(covers),
                payment.source(), payment.credits(), payment.creditsEnd(), payment.attempts(), payment.createdAt(), payment.paidAt(),
                payment.granted(), payment.refundDue());
    }

    /** The account with other subscriptions and payments. */
    public static Account with(Account account, List<Subscription> subscriptions, List<Payment> payments) {
        return new Account(account.team(), account.version(), account.customer(), subscriptions, payments, account.entitled(),
                account.turnsAt(), account.planDue(), account.settledVersion(), account.teamClosed());
    }

    /** The account with another plan, until it turns. */
    public static Account entitled(Account account, Optional<PlanId> plan, Optional<Instant> turnsAt) {
        return new Account(account.team(), account.version(), account.customer(), account.subscriptions(), account.payments(), plan, turnsAt,
                account.planDue() || !plan.equals(account.entitled()), account.settledVersion(), account.teamClosed());
    }

    public static Order order(TeamId team, Purchase purchase, Instant now) {
        return order(team, new UserId(SeededIds.next()), purchase, now);
    }

    public static Order order(TeamId team, UserId buyer, Purchase purchase, Instant now) {
        return Order.asked(new OrderId(SeededIds.next()), team, buyer, purchase, usd("199.00"),
                new Discount(usd("19.90"), Optional.of("SPRING")), now);
    }

    /** The order as it stands later. */
    public static Order in(Order order, Order.State state, Optional<String> session) {
        return new Order(order.id(), order.team(), order.buyer(), order.purchase(), state, order.listPrice(), order.discount(),
                order.createdAt(), order.expiresAt(), session, state.isFinal() ? Optional.of(NOON) : Optional.empty(), Optional.empty());
    }

    /** Twenty percent off the first payment. */
    public static Coupon coupon(String code) {
        return new Coupon(code, "promo_" + code, new Coupon.Reduction.Share(2_000), Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.empty(), 0,
                Optional.empty(), true);
    }

    /** Told that an invoice was paid. */
    public static Notice notice(Instant createdAt) {
        return new Notice(fresh("evt"), "invoice.paid", createdAt, Optional.of(new Notice.Matter(Notice.Kind.INVOICE, fresh("in"))),
                Optional.empty());
    }
}
