package io.tastemaker.application.billing.out;

import io.tastemaker.application.billing.out.PaymentProvider.Checkout;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderInvoice.Line;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSession.State;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** What a provider of payments remembers, and how its things follow from each other. Not for several threads. */
final class InMemoryBooks {

    /** Something went back of a payment. */
    record Back(String intent, Instant at) {}

    /** A coupon that makes invoices smaller, and how many more. */
    private record Reduced(Coupon coupon, long left) {}

    final Map<String, Money> prices;
    final Map<String, ProviderSession> sessions = new LinkedHashMap<>();
    final Map<String, Checkout> checkouts = new HashMap<>();
    final Map<String, ProviderSubscription> subscriptions = new LinkedHashMap<>();
    final Map<String, ProviderInvoice> invoices = new LinkedHashMap<>();
    final Map<String, ProviderPayment> payments = new LinkedHashMap<>();
    final Map<String, Coupon> coupons = new LinkedHashMap<>();
    final Map<String, Notice> notices = new LinkedHashMap<>();
    final List<Back> backs = new ArrayList<>();
    final Set<String> badCards = new HashSet<>();
    private final Map<String, Reduced> reduced = new HashMap<>();
    private final InstantSource clock;
    private int made;

    InMemoryBooks(InstantSource clock, Map<String, Money> prices) {
        this.clock = clock;
        this.prices = Map.copyOf(prices);
    }

    Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    String next(String kind) {
        return kind + "_" + ++made;
    }

    static <T> T one(Map<String, T> all, String id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(() -> new NoSuchElementException("there is no " + id));
    }

    void tell(String type, Notice.Kind kind, String id) {
        String notice = next("evt");
        notices.put(notice, new Notice(notice, type, now(), Optional.of(new Notice.Matter(kind, id)), Optional.empty()));
    }

    ProviderSession open(Checkout checkout) {
        Order order = checkout.order();
        ProviderSession session = new ProviderSession(next("cs"), Optional.of(order.id()), Optional.of(order.team()),
                Optional.of(checkout.customer()), State.OPEN, Optional.of(order.listPrice()), Optional.of(order.amount()), Optional.empty(),
                Optional.empty(), now());
        checkouts.put(session.id(), checkout);
        sessions.put(session.id(), session);
        return session;
    }

    void become(String id, State state, Optional<String> intent, Optional<String> subscription, String type) {
        ProviderSession old = one(sessions, id);
        sessions.put(id, new ProviderSession(id, old.order(), old.team(), old.customer(), state, old.subtotal(), old.total(),
                intent.or(old::intent), subscription.or(old::subscription), old.createdAt()));
        tell(type, Notice.Kind.SESSION, id);
    }

    void reprice(String id, Money total) {
        ProviderSession old = one(sessions, id);
        sessions.put(id, new ProviderSession(id, old.order(), old.team(), old.customer(), old.state(), old.subtotal(), Optional.of(total),
                old.intent(), old.subscription(), old.createdAt()));
    }

    /** Somebody completes a checkout, with the money at once or later. */
    void complete(String id, boolean isThere) {
        ProviderSession session = one(sessions, id);
        Checkout checkout = checkouts.get(id);
        if (session.state() != State.OPEN) {
            throw new IllegalStateException(id + " is " + session.state());
        }
        checkout.coupon().filter(coupon -> checkout.order().discount().coupon().isPresent()).ifPresent(this::use);
        Money total = session.total().orElseThrow();
        if (checkout.order().purchase() instanceof Purchase.Subscribe plan) {
            badCards.remove(checkout.customer());
            become(id, State.PAID, Optional.empty(), Optional.of(subscribe(checkout, plan)), "checkout.session.completed");
        } else {
            Optional<String> intent = total.isZero() ? Optional.empty()
                    : Optional.of(payment(checkout.customer(), Optional.of(checkout.order()), isThere ? total : Money.zero(total.currency())));
            become(id, isThere ? State.PAID : State.PENDING, intent, Optional.empty(), "checkout.session.completed");
        }
    }

    private void use(Coupon coupon) {
        Coupon now = one(coupons, coupon.promotion());
        coupons.put(now.promotion(), new Coupon(now.code(), now.promotion(), now.reduction(), now.term(), now.months(), now.most(),
                now.used() + 1, now.endsAt(), now.most().isEmpty() || now.used() + 1 < now.most().getAsLong()));
        tell("promotion_code.updated", Notice.Kind.PROMOTION, now.promotion());
    }

    String payment(String customer, Optional<Order> order, Money received) {
        String intent = next("pi");
        Money none = Money.zero(received.currency());
        payments.put(intent, new ProviderPayment(intent, Optional.of(customer), order.map(Order::team), order.map(Order::id), received, none,
                none, false));
        return intent;
    }

    /** What is under way arrives, or does not. */
    void settle(String id, boolean arrives) {
        ProviderSession session = one(sessions, id);
        String intent = session.intent().orElseThrow();
        if (arrives) {
            ProviderPayment old = one(payments, intent);
            payments.put(intent, new ProviderPayment(intent, old.customer(), old.team(), old.order(), session.total().orElseThrow(),
                    old.refunded(), old.disputed(), false));
        }
        become(id, arrives ? State.PAID : State.FAILED, Optional.empty(), Optional.empty(),
                "checkout.session.async_payment_" + (arrives ? "succeeded" : "failed"));
    }

    private String subscribe(Checkout checkout, Purchase.Subscribe plan) {
        String id = next("sub");
        boolean trial = plan.trialDays() > 0;
        Instant end = trial ? now().plus(Duration.ofDays(plan.trialDays())) : month(now());
        subscriptions.put(id, new ProviderSubscription(id, checkout.customer(), Optional.of(checkout.order().team()),
                Optional.of(checkout.order().id()), trial ? SubscriptionStatus.TRIALING : SubscriptionStatus.ACTIVE, next("si"),
                Optional.of(plan.plan().key()), now(), end, trial ? Optional.of(end) : Optional.empty(), false, Optional.empty(), now()));
        checkout.coupon().filter(coupon -> checkout.order().discount().coupon().isPresent()).ifPresent(coupon ->
                reduced.put(id, new Reduced(coupon, coupon.months().orElse(coupon.term() == Coupon.Term.ONCE ? 1 : Integer.MAX_VALUE))));
        tell("customer.subscription.created", Notice.Kind.SUBSCRIPTION, id);
        bill(id, List.of(line(one(subscriptions, id))), true);
        return id;
    }

    static Instant month(Instant from) {
        return from.atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
    }

    private Line line(ProviderSubscription subscription) {
        Money full = one(prices, subscription.plan().orElseThrow());
        boolean isFree = subscription.status() == SubscriptionStatus.TRIALING;
        return new Line(subscription.plan(), isFree ? Money.zero(full.currency()) : full, full, subscription.periodStart(),
                subscription.periodEnd());
    }

    /** An invoice of a subscription; whether it is paid is up to the card, unless it is not asked. */
    void bill(String id, List<Line> lines, boolean works) {
        ProviderSubscription subscription = one(subscriptions, id);
        Money sum = lines.stream().map(Line::amount).reduce((one, other) -> one.minus(negative(other))).orElseThrow();
        Money total = sum.amount().signum() <= 0 ? sum : sum.minus(off(id, sum));
        boolean isPaid = works || total.amount().signum() <= 0;
        Money paid = isPaid && total.amount().signum() > 0 ? total : Money.zero(total.currency());
        Optional<String> intent = paid.isZero() ? Optional.empty() : Optional.of(payment(subscription.customer(), Optional.empty(), paid));
        String invoice = next("in");
        invoices.put(invoice, new ProviderInvoice(invoice, Optional.of("TM-" + invoice), subscription.customer(), Optional.of(id),
                isPaid ? ProviderInvoice.Status.PAID : ProviderInvoice.Status.OPEN, total, paid, intent, lines, total.isZero() ? 0 : 1, now(),
                isPaid ? Optional.of(now()) : Optional.empty()));
        tell(isPaid ? "invoice.paid" : "invoice.payment_failed", Notice.Kind.INVOICE, invoice);
    }

    static Money negative(Money money) {
        return Money.zero(money.currency()).minus(money);
    }

    private Money off(String subscription, Money sum) {
        Optional<Reduced> found = Optional.ofNullable(reduced.get(subscription)).filter(one -> one.left() > 0);
        found.ifPresent(one -> reduced.put(subscription, new Reduced(one.coupon(), one.left() - 1)));
        return found.map(one -> one.coupon().off(sum)).orElseGet(() -> Money.zero(sum.currency()));
    }

    /** The next period begins, or the subscription ends. */
    void renew(String id) {
        ProviderSubscription old = one(subscriptions, id);
        if (old.endsAtPeriodEnd()) {
            change(id, old.plan(), SubscriptionStatus.CANCELED, old.periodStart(), old.periodEnd(), true, Optional.of(old.periodEnd()));
            return;
        }
        boolean works = !badCards.contains(old.customer());
        change(id, old.plan(), works ? SubscriptionStatus.ACTIVE : SubscriptionStatus.PAST_DUE, old.periodEnd(), month(old.periodEnd()), false,
                Optional.empty());
        bill(id, List.of(line(one(subscriptions, id))), works);
    }

    String renewLater(String id) {
        ProviderSubscription old = one(subscriptions, id);
        change(id, old.plan(), SubscriptionStatus.ACTIVE, old.periodEnd(), month(old.periodEnd()), false, Optional.empty());
        bill(id, List.of(line(one(subscriptions, id))), false);
        return invoices.keySet().stream().reduce((earlier, later) -> later).orElseThrow();
    }

    void bounce(String invoice) {
        ProviderSubscription late = one(subscriptions, one(invoices, invoice).subscription().orElseThrow());
        change(late.id(), late.plan(), SubscriptionStatus.PAST_DUE, late.periodStart(), late.periodEnd(), false, Optional.empty());
        tell("invoice.payment_failed", Notice.Kind.INVOICE, invoice);
    }

    /** The money of a period is asked for again. */
    void retry(String invoice) {
        ProviderInvoice old = one(invoices, invoice);
        ProviderSubscription late = one(subscriptions, old.subscription().orElseThrow());
        boolean works = !badCards.contains(old.customer());
        Optional<String> intent = works ? Optional.of(payment(old.customer(), Optional.empty(), old.total())) : Optional.empty();
        invoices.put(invoice, new ProviderInvoice(invoice, old.number(), old.customer(), old.subscription(),
                works ? ProviderInvoice.Status.PAID : ProviderInvoice.Status.OPEN, old.total(), works ? old.total() : old.paid(), intent,
                old.lines(), old.attempts() + 1, old.createdAt(), works ? Optional.of(now()) : Optional.empty()));
        change(late.id(), late.plan(), works ? SubscriptionStatus.ACTIVE : late.status(), late.periodStart(), late.periodEnd(), false,
                Optional.empty());
        tell(works ? "invoice.paid" : "invoice.payment_failed", Notice.Kind.INVOICE, invoice);
    }

    void change(String id, Optional<String> plan, SubscriptionStatus status, Instant start, Instant end, boolean ends, Optional<Instant> ended) {
        ProviderSubscription old = one(subscriptions, id);
        subscriptions.put(id, new ProviderSubscription(id, old.customer(), old.team(), old.order(), status, old.item(), plan, start, end,
                old.trialEnd(), ends, ended, old.createdAt()));
        tell(ended.isPresent() ? "customer.subscription.deleted" : "customer.subscription.updated", Notice.Kind.SUBSCRIPTION, id);
    }

    /** The rest of the period is taken back of one plan and asked for another. */
    void exchange(ProviderSubscription old, String plan) {
        Money before = one(prices, old.plan().orElseThrow());
        Money after = one(prices, plan);
        boolean isFree = old.status() == SubscriptionStatus.TRIALING;
        bill(old.id(), List.of(
                new Line(old.plan(), isFree ? Money.zero(before.currency()) : negative(rest(before, old)), before, now(), old.periodEnd()),
                new Line(Optional.of(plan), isFree ? Money.zero(after.currency()) : rest(after, old), after, now(), old.periodEnd())), true);
    }

    private Money rest(Money price, ProviderSubscription subscription) {
        long left = Duration.between(now(), subscription.periodEnd()).toSeconds();
        long all = Duration.between(subscription.periodStart(), subscription.periodEnd()).toSeconds();
        return Money.ofMinor(BigDecimal.valueOf(price.minor()).multiply(BigDecimal.valueOf(left))
                .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP).longValueExact(), price.currency());
    }

    /** Something goes back, or does not after all. */
    void back(String intent, Money refunded, Money disputed, boolean inDispute, String type) {
        ProviderPayment old = one(payments, intent);
        payments.put(intent, new ProviderPayment(intent, old.customer(), old.team(), old.order(), old.received(), refunded, disputed, inDispute));
        backs.add(new Back(intent, now()));
        tell(type, Notice.Kind.PAYMENT, intent);
    }
}
