package io.tastemaker.domain.billing;

import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Two paid plans and what the payment provider may show of a team that buys them, with sums that are easy to follow. */
public final class BillingFixtures {

    /** When the first period began. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    /** How long a period is. */
    public static final Duration PERIOD = Duration.ofDays(30);
    /** When the second period begins. */
    public static final Instant NEXT = START.plus(PERIOD);
    /** The middle of the first period. */
    public static final Instant HALF = START.plus(PERIOD.dividedBy(2));
    /** The money of most. */
    public static final Currency USD = Currency.getInstance("USD");

    /** The team that buys. */
    public static final TeamId TEAM = new TeamId(new UUID(0x0195b000_0000_7000L, 0x8000_0000_0000_0001L));
    /** The person who does. */
    public static final UserId BUYER = new UserId(new UUID(0x0195b000_0000_7000L, 0x8000_0000_0000_0002L));
    /** The provider's id of the team. */
    public static final String CUSTOMER = "cus_1";

    /** 100.00 a month, 1,000 credits. */
    public static final PlanId STANDARD = new PlanId("standard", 1);
    /** The next version of it, 1,200 credits. */
    public static final PlanId STANDARD_2 = new PlanId("standard", 2);
    /** 300.00 a month, 3,000 credits. */
    public static final PlanId PREMIUM = new PlanId("premium", 1);
    /** The next version of it, 3,300 credits. */
    public static final PlanId PREMIUM_2 = new PlanId("premium", 2);

    /** The plans, one version of each. */
    public static final Plans PLANS = Plans.of(List.of(plan(STANDARD, 10_000, 1_000), plan(PREMIUM, 30_000, 3_000)));
    /** The plans, after each got a second version for the same price. */
    public static final Plans NEWER_PLANS = Plans.of(List.of(plan(STANDARD, 10_000, 1_000), plan(STANDARD_2, 10_000, 1_200),
            plan(PREMIUM, 30_000, 3_000), plan(PREMIUM_2, 30_000, 3_300)));

    private BillingFixtures() {}

    /** A plan that costs so many cents a month and brings so many credits. */
    public static Plan plan(PlanId id, long cents, long monthlyCredits) {
        return new Plan(id, id.key(), usd(cents), 2, Map.of(), Set.of(Feature.LISTS), new Plan.Gifts(0, Set.of(), monthlyCredits, 0), 0, "standard",
                false);
    }

    /** So many cents. */
    public static Money usd(long cents) {
        return Money.ofMinor(cents, USD);
    }

    /** The team's account before anything was heard. */
    public static Account nothing() {
        return Account.none(TEAM);
    }

    /** A subscription in its first period. */
    public static ProviderSubscription subscription(String id, String plan, SubscriptionStatus status) {
        return subscription(id, plan, status, START);
    }

    /** A subscription in the period that begins then. */
    public static ProviderSubscription subscription(String id, String plan, SubscriptionStatus status, Instant periodStart) {
        return new ProviderSubscription(id, CUSTOMER, Optional.of(TEAM), Optional.empty(), status, "si_" + id, Optional.of(plan), periodStart,
                periodStart.plus(PERIOD), Optional.empty(), false, Optional.empty(), START);
    }

    /** One that is tried for seven days. */
    public static ProviderSubscription trial(String id, String plan, SubscriptionStatus status) {
        Instant end = START.plus(Duration.ofDays(7));
        return new ProviderSubscription(id, CUSTOMER, Optional.of(TEAM), Optional.empty(), status, "si_" + id, Optional.of(plan), START, end,
                Optional.of(end), false, Optional.empty(), START);
    }

    /** The same, when it ends with its period. */
    public static ProviderSubscription ending(ProviderSubscription one) {
        return new ProviderSubscription(one.id(), one.customer(), one.team(), one.order(), one.status(), one.item(), one.plan(), one.periodStart(),
                one.periodEnd(), one.trialEnd(), true, one.endedAt(), one.createdAt());
    }

    /** The same, when its price belongs to no plan. */
    public static ProviderSubscription withoutPlan(ProviderSubscription one) {
        return new ProviderSubscription(one.id(), one.customer(), one.team(), one.order(), one.status(), one.item(), Optional.empty(),
                one.periodStart(), one.periodEnd(), one.trialEnd(), one.endsAtPeriodEnd(), one.endedAt(), one.createdAt());
    }

    /** A line for a whole period. */
    public static ProviderInvoice.Line whole(PlanId plan, Instant from) {
        return line(plan, priceOf(plan), from, from.plus(PERIOD));
    }

    /** A line for some of a period; a negative sum gives back. */
    public static ProviderInvoice.Line line(PlanId plan, long cents, Instant from, Instant until) {
        return new ProviderInvoice.Line(Optional.of(plan.key()), usd(cents), usd(priceOf(plan)), from, until);
    }

    /** The same line, when its price belongs to no plan. */
    public static ProviderInvoice.Line withoutPlan(ProviderInvoice.Line line) {
        return new ProviderInvoice.Line(Optional.empty(), line.amount(), line.full(), line.from(), line.until());
    }

    private static long priceOf(PlanId plan) {
        return plan.key().equals(STANDARD.key()) ? 10_000 : 30_000;
    }

    /** What is billed for another plan in the middle of the first period: half of the new one, less half of the old one. */
    public static ProviderInvoice.Line[] change(PlanId from, PlanId to) {
        return new ProviderInvoice.Line[] {line(from, -priceOf(from) / 2, HALF, NEXT), line(to, priceOf(to) / 2, HALF, NEXT)};
    }

    /** A paid invoice of a subscription; its payment is {@code pi_<id>} when there was something to pay. */
    public static ProviderInvoice paid(String id, String subscription, ProviderInvoice.Line... lines) {
        return invoice(id, subscription, ProviderInvoice.Status.PAID, 1, lines);
    }

    /** An invoice of a subscription. */
    public static ProviderInvoice invoice(String id, String subscription, ProviderInvoice.Status status, int attempts,
            ProviderInvoice.Line... lines) {
        long total = Stream.of(lines).mapToLong(line -> line.amount().minor()).sum();
        boolean isPaid = status == ProviderInvoice.Status.PAID;
        Instant created = Stream.of(lines).map(ProviderInvoice.Line::from).max(Instant::compareTo).orElse(START);
        return new ProviderInvoice(id, Optional.of("N-" + id), CUSTOMER, Optional.of(subscription), status, usd(total),
                usd(isPaid ? Math.max(0, total) : 0), total > 0 ? Optional.of("pi_" + id) : Optional.empty(), List.of(lines), attempts, created,
                isPaid ? Optional.of(created.plusSeconds(60)) : Optional.empty());
    }

    /** The same invoice, when its payment is not known. */
    public static ProviderInvoice withoutIntent(ProviderInvoice one) {
        return new ProviderInvoice(one.id(), Optional.empty(), one.customer(), one.subscription(), one.status(), one.total(), one.paid(),
                Optional.empty(), one.lines(), one.attempts(), one.createdAt(), one.paidAt());
    }

    /** The money of a payment, and what went back by refunds and by disputes, in cents. */
    public static ProviderPayment money(String intent, long received, long refunded, long disputed) {
        return new ProviderPayment(intent, Optional.of(CUSTOMER), Optional.of(TEAM), Optional.empty(), usd(received), usd(refunded), usd(disputed),
                false);
    }

    /** 500 credits that last for a year. */
    public static Purchase.TopUp pack() {
        return new Purchase.TopUp("credits-500", 1, 500, OptionalInt.of(365));
    }

    /** A new order for 10.00, of which so many cents are taken off. */
    public static Order order(Purchase purchase, long off) {
        return Order.asked(OrderId.asked(TEAM, "key"), TEAM, BUYER, purchase, usd(1_000), new Discount(usd(off), Optional.empty()), START);
    }

    /** The checkout of an order that asks so many cents; its payment is {@code pi_1} when there is something to pay. */
    public static ProviderSession session(Order order, ProviderSession.State state, long cents) {
        return new ProviderSession("cs_1", Optional.of(order.id()), Optional.of(TEAM), Optional.of(CUSTOMER), state, Optional.of(order.listPrice()),
                Optional.of(usd(cents)), cents > 0 ? Optional.of("pi_1") : Optional.empty(), Optional.empty(), START);
    }
}
