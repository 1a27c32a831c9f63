package io.tastemaker.domain.billing;

import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Money that a team paid or is asked for, and the credits that are due because of it.
 *
 * @param id what it is known by: the provider's id of the invoice or of the payment, or {@code trial:<subscription>}
 * @param kind what it is for
 * @param status how it stands
 * @param total what is asked
 * @param paid what was paid
 * @param refunded what went back of it, disputes included
 * @param inDispute whether the payer's bank disputes it now
 * @param order the order it came from, when it is known
 * @param subscription the provider's id of the subscription it is for
 * @param intent the provider's id of the payment
 * @param number what stands on the invoice
 * @param covers the plans it pays for
 * @param source the reference under which credits are granted, once for ever
 * @param credits how many are due, at least 0; fixed when it is first heard of as paid
 * @param creditsEnd until when they last; empty for ever
 * @param attempts how often somebody tried to collect it, as the provider counts
 * @param createdAt when it was made
 * @param paidAt when it was paid
 * @param granted whether the wallet was given the credits
 * @param refundDue whether what went back has changed since the wallet was told
 */
public record Payment(
        String id,
        Kind kind,
        Status status,
        Money total,
        Money paid,
        Money refunded,
        boolean inDispute,
        Optional<OrderId> order,
        Optional<String> subscription,
        Optional<String> intent,
        Optional<String> number,
        List<Cover> covers,
        String source,
        long credits,
        Optional<Instant> creditsEnd,
        int attempts,
        Instant createdAt,
        Optional<Instant> paidAt,
        boolean granted,
        boolean refundDue) {

    /** What a payment is for. */
    public enum Kind implements Coded {
        /** A period of a subscription. */
        SUBSCRIPTION,
        /** Credits. */
        TOP_UP,
        /** Something else, once. */
        ONE_OFF,
        /** The beginning of a trial: no money, but the plan's credits. */
        TRIAL;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a payment stands. */
    public enum Status implements Coded {
        /** It waits for its money. */
        OPEN,
        /** The money came. */
        PAID,
        /** It is not asked for any more. */
        VOID;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A stretch of a plan that is paid, or that was left and paid back.
     *
     * @param plan which plan
     * @param from when it begins
     * @param until when it ends, exclusive
     * @param isGivenBack whether it takes a stretch away that was paid before
     */
    public record Cover(PlanId plan, Instant from, Instant until, boolean isGivenBack) {
        /** Checks that nothing is missing. */
        public Cover {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }

        int sign() {
            return isGivenBack ? -1 : 1;
        }

        boolean includes(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** Copies the list and checks the sums. */
    public Payment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(paid, "paid");
        Objects.requireNonNull(refunded, "refunded");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(subscription, "subscription");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(creditsEnd, "creditsEnd");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(paidAt, "paidAt");
        covers = List.copyOf(covers);
        if (credits < 0 || attempts < 0) {
            throw new IllegalArgumentException("credits and attempts are never negative: " + id);
        }
        if (Stream.of(paid, refunded).anyMatch(money -> !money.currency().equals(total.currency()))) {
            throw new IllegalArgumentException("a payment has one currency: " + id);
        }
        if (refunded.amount().signum() < 0 || paid.minus(refunded).amount().signum() < 0) {
            throw new IllegalArgumentException("what goes back was paid before: " + id);
        }
    }

    /** An invoice of a subscription, as it was heard of now; what was fixed when it was first heard of as paid stays. */
    static Payment of(ProviderInvoice seen, Plans plans, Optional<Payment> known) {
        Payment heard = of(seen, plans);
        return known.filter(before -> before.status == Status.PAID).map(before -> before.completed(heard)).orElse(heard);
    }

    private static Payment of(ProviderInvoice seen, Plans plans) {
        boolean isPaid = seen.status() == ProviderInvoice.Status.PAID;
        Money none = Money.zero(seen.total().currency());
        List<Cover> covers = isPaid ? covers(seen, plans) : List.of();
        return new Payment(seen.id(), Kind.SUBSCRIPTION, status(seen.status()), seen.total(), isPaid ? seen.paid() : none, none, false,
                Optional.empty(), seen.subscription(), seen.intent(), seen.number(), covers, source(seen),
                isPaid ? credits(seen, plans) : 0,
                covers.stream().filter(cover -> !cover.isGivenBack()).map(Cover::until).max(Instant::compareTo), seen.attempts(),
                seen.createdAt(), seen.paidAt(), false, false);
    }

    /** What was not known when it was first heard of as paid: the payment itself, or the plan, when its price belonged to none then. */
    private Payment completed(Payment heard) {
        boolean isKnown = !covers.isEmpty() || heard.covers.isEmpty();
        Payment fixed = isKnown ? this : heard;
        return new Payment(id, kind, status, total, paid, refunded, inDispute, order, subscription, intent.or(heard::intent),
                number.or(heard::number), fixed.covers, fixed.source, fixed.credits, fixed.creditsEnd, attempts, createdAt, paidAt.or(heard::paidAt),
                granted, refundDue);
    }

    /** What a trial brings. */
    static Payment ofTrial(Subscription subscription, Plan plan) {
        Money none = Money.zero(plan.monthlyPrice().currency());
        String source = "trial:" + subscription.id();
        return new Payment(source, Kind.TRIAL, Status.PAID, none, none, none, false, Optional.empty(), Optional.of(subscription.id()),
                Optional.empty(), Optional.empty(), List.of(), source, plan.gifts().monthly(), subscription.trialEnd(), 0,
                subscription.createdAt(), Optional.of(subscription.createdAt()), false, false);
    }

    /** What a paid order brings. */
    static Payment of(Order order, ProviderSession session, Money paid, Instant now) {
        String id = session.intent().orElse(session.id());
        String source = (session.intent().isPresent() ? "pi:" : "cs:") + id;
        Money none = Money.zero(paid.currency());
        boolean fits = order.state() == Order.State.PAID;
        return switch (order.purchase()) {
            case Purchase.TopUp pack -> new Payment(id, Kind.TOP_UP, Status.PAID, paid, paid, none, false, Optional.of(order.id()),
                    Optional.empty(), session.intent(), Optional.empty(), List.of(), source, fits ? pack.credits() : 0, pack.endsAt(now), 0,
                    session.createdAt(), Optional.of(now), false, false);
            case Purchase.OneOff what -> new Payment(id, Kind.ONE_OFF, Status.PAID, paid, paid, none, false, Optional.of(order.id()),
                    Optional.empty(), session.intent(), Optional.empty(), List.of(), source, 0, Optional.empty(), 0,
                    session.createdAt(), Optional.of(now), false, false);
            case Purchase.Subscribe plan -> throw new IllegalArgumentException("subscriptions are paid by their invoices: " + order.id());
        };
    }

    private static Status status(ProviderInvoice.Status seen) {
        return switch (seen) {
            case DRAFT, OPEN -> Status.OPEN;
            case PAID -> Status.PAID;
            case VOID, UNCOLLECTIBLE -> Status.VOID;
        };
    }

    private static String source(ProviderInvoice seen) {
        return "inv:" + seen.id() + ":" + seen.lines().stream().map(ProviderInvoice.Line::from).max(Instant::compareTo)
                .orElse(seen.createdAt()).getEpochSecond();
    }

    private static List<Cover> covers(ProviderInvoice seen, Plans plans) {
        List<Cover> covers = new ArrayList<>();
        for (ProviderInvoice.Line line : seen.lines()) {
            int sign = line.amount().amount().signum();
            if (sign != 0) {
                line.plan().flatMap(plans::newest).ifPresent(plan ->
                        covers.add(new Cover(plan.id(), line.from(), line.until(), sign < 0)));
            }
        }
        return covers;
    }

    /**
     * A whole period brings the plan's monthly credits, a part of one its share; what is given back of another plan takes its share off.
     * Discounts do not count: a line is looked at as it was before them. A trial's line is free by itself and brings nothing here, nor does
     * one whose share cannot be told, since its price asks in another currency.
     */
    private static long credits(ProviderInvoice seen, Plans plans) {
        long due = 0;
        for (ProviderInvoice.Line line : seen.lines()) {
            long monthly = line.plan().flatMap(plans::newest).map(plan -> plan.gifts().monthly()).orElse(0L);
            if (line.full().minor() > 0 && line.full().currency().equals(line.amount().currency())) {
                due += Math.max(shareOfPrice(monthly, line), shareOfTime(monthly, line)) * line.amount().amount().signum();
            }
        }
        return Math.max(0, due);
    }

    private static long shareOfPrice(long monthly, ProviderInvoice.Line line) {
        return share(monthly, Math.abs(line.amount().minor()), line.full().minor());
    }

    /** Stripe bills the rest of a period with its discount taken off already, so that the sum alone would bring too little. Periods are months. */
    private static long shareOfTime(long monthly, ProviderInvoice.Line line) {
        Instant month = line.until().atZone(ZoneOffset.UTC).minusMonths(1).toInstant();
        return share(monthly, Math.max(0, Duration.between(line.from(), line.until()).toSeconds()), Duration.between(month, line.until()).toSeconds());
    }

    private static long share(long monthly, long part, long whole) {
        return BigInteger.valueOf(monthly).multiply(BigInteger.valueOf(Math.min(part, whole))).divide(BigInteger.valueOf(whole)).longValueExact();
    }

    /** What was heard of the money itself: how much of it went back. */
    Payment hears(ProviderPayment seen) {
        Money back = paid.minus(seen.back()).amount().signum() < 0 ? paid : seen.back();
        return new Payment(id, kind, status, total, paid, back, seen.inDispute(), order, subscription, intent, number, covers, source,
                credits, creditsEnd, attempts, createdAt, paidAt, granted, refundDue || !back.equals(refunded));
    }

    /**
     * The same, after the wallet was told. Of what brings no credits it is told nothing.
     *
     * @return one of which the wallet knows everything
     */
    public Payment settled() {
        return new Payment(id, kind, status, total, paid, refunded, inDispute, order, subscription, intent, number, covers, source,
                credits, creditsEnd, attempts, createdAt, paidAt, isDue(), refundDue && !isDue());
    }

    /**
     * Whether credits are due.
     *
     * @return whether it is paid and brings some
     */
    public boolean isDue() {
        return status == Status.PAID && credits > 0;
    }

    /**
     * Whether the wallet has to be told something.
     *
     * @return whether credits were not granted yet, or what went back has changed since
     */
    public boolean isUnsettled() {
        return isDue() && (!granted || refundDue);
    }

    /**
     * Whether we know of an invoice what is shown of it, but for its money, which may go back without it.
     *
     * @param seen what the provider shows
     * @return whether nothing else would come of hearing it
     */
    public boolean isAsShownBy(ProviderInvoice seen) {
        boolean isComplete = status != Status.PAID || !covers.isEmpty() || seen.lines().stream().noneMatch(line -> line.plan().isPresent());
        return id.equals(seen.id()) && status == status(seen.status()) && attempts == seen.attempts() && isComplete;
    }

    /** Whether all of it went back. */
    boolean isUndone() {
        return !paid.isZero() && refunded.equals(paid);
    }
}
