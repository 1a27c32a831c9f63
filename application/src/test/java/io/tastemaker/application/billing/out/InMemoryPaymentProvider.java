package io.tastemaker.application.billing.out;

import static io.tastemaker.application.billing.out.InMemoryBooks.one;

import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSession.State;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A provider of payments that does at once what people and banks do: {@link #pay}, {@link #refund(String, Money) refund} and the like. What it
 * would tell is in {@link #notices}; what was {@linkplain #lose lost} of that is listed as undelivered.
 */
public final class InMemoryPaymentProvider implements PaymentProvider {

    private enum Health { UP, DOWN, MISSING }

    private final InMemoryBooks books;
    private final Map<TeamId, String> customers = new HashMap<>();
    private final Map<OrderId, Answer<Opened>> opened = new HashMap<>();
    private final Map<String, Answer<ProviderSubscription>> changed = new HashMap<>();
    private final Map<String, Answer<ProviderPayment>> refunds = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> poisoned = new HashSet<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>();
    private final AtomicReference<Runnable> beforeOpening = new AtomicReference<>();
    private final AtomicReference<String> refusal = new AtomicReference<>();
    private Health health = Health.UP;

    /** Sells plans for a month each. */
    public InMemoryPaymentProvider(InstantSource clock, Map<String, Money> prices) {
        books = new InMemoryBooks(clock, prices);
    }

    /** It does not answer any more. */
    public synchronized void goDown() {
        health = Health.DOWN;
    }

    /** It answers again. */
    public synchronized void comeUp() {
        health = Health.UP;
    }

    /** There is none. */
    public synchronized void goMissing() {
        health = Health.MISSING;
    }

    /** Somebody completes a checkout and pays; the card is good from now on. */
    public synchronized void pay(String session) {
        books.complete(session, true);
    }

    /** Somebody completes a checkout whose money comes later. */
    public synchronized void payLater(String session) {
        books.complete(session, false);
    }

    /** The money that was under way arrives. */
    public synchronized void arrive(String session) {
        books.settle(session, true);
    }

    /** The money that was under way does not arrive. */
    public synchronized void fail(String session) {
        books.settle(session, false);
    }

    /** The time of a checkout is up. */
    public synchronized void expire(String session) {
        books.become(session, State.EXPIRED, Optional.empty(), Optional.empty(), "checkout.session.expired");
    }

    /** From now on the card of a customer is declined, or works again. */
    public synchronized void card(String customer, boolean works) {
        books.badCards.removeIf(one -> works && one.equals(customer));
        books.badCards.addAll(works ? Set.of() : Set.of(customer));
    }

    /** The next period of a subscription begins and is paid, or is not; one that is to end ends. */
    public synchronized void renew(String subscription) {
        books.renew(subscription);
    }

    /** A subscription ends at once. */
    public synchronized void cancelNow(String subscription) {
        ProviderSubscription old = one(books.subscriptions, subscription);
        books.change(subscription, old.plan(), SubscriptionStatus.CANCELED, old.periodStart(), old.periodEnd(), old.endsAtPeriodEnd(),
                Optional.of(books.now()));
    }

    /** Money is paid back that nobody here asked for. */
    public synchronized void refund(String intent, Money amount) {
        ProviderPayment old = one(books.payments, intent);
        books.back(intent, old.refunded().minus(InMemoryBooks.negative(amount)), old.disputed(), old.inDispute(), "charge.refunded");
    }

    /** The bank disputes a sum. */
    public synchronized void dispute(String intent, Money amount) {
        books.back(intent, one(books.payments, intent).refunded(), amount, true, "charge.dispute.created");
    }

    /** The bank has decided about the dispute. */
    public synchronized void closeDispute(String intent, boolean won) {
        ProviderPayment old = one(books.payments, intent);
        books.back(intent, old.refunded(), won ? Money.zero(old.received().currency()) : old.disputed(), false, "charge.dispute.closed");
    }

    /** All that was told so far, the oldest first. */
    public synchronized List<Notice> notices() {
        return List.copyOf(books.notices.values());
    }

    /** A notice did not arrive. */
    public synchronized void lose(Notice notice) {
        lost.add(notice.id());
    }

    /** Nobody can read one of its things any more, or everybody can again. */
    public synchronized void poison(String id, boolean isPoisoned) {
        poisoned.removeIf(one -> !isPoisoned && one.equals(id));
        poisoned.addAll(isPoisoned ? Set.of(id) : Set.of());
    }

    /** The next answer to who looks at something arrives late: this happens after it was given. */
    public synchronized void delayNextLook(Runnable happens) {
        meanwhile.set(happens);
    }

    /** Something happens just before the next checkout is opened. */
    public synchronized void beforeNextCheckout(Runnable happens) {
        beforeOpening.set(happens);
    }

    /** The next checkout that is opened for the first time is declined. */
    public synchronized void declineNextCheckout(String reason) {
        refusal.set(reason);
    }

    /** Somebody changes there what a checkout asks. */
    public synchronized void reprice(String session, Money total) {
        books.reprice(session, total);
    }

    /** The next period of a subscription begins, and its money is under way; the subscription counts as paid until it turns out otherwise. */
    public synchronized String renewLater(String subscription) {
        return books.renewLater(subscription);
    }

    /** The money of a period that was under way does not arrive. */
    public synchronized void bounce(String invoice) {
        books.bounce(invoice);
    }

    /** The money of a period that was not paid is asked for again; whether it comes is up to the card. */
    public synchronized void retry(String invoice) {
        books.retry(invoice);
    }

    /** Something is told that nothing happened for, as when a trial ends soon. */
    public synchronized void tell(String type, Notice.Kind kind, String id) {
        books.tell(type, kind, id);
    }

    /** The invoices of a subscription, the oldest first. */
    public synchronized List<ProviderInvoice> invoices(String subscription) {
        return books.invoices.values().stream().filter(one -> one.subscription().equals(Optional.of(subscription))).toList();
    }

    private synchronized <T> Optional<T> look(Map<String, T> things, String id) {
        return up(() -> {
            refusePoisoned(id);
            Optional<T> seen = Optional.ofNullable(things.get(id));
            Optional.ofNullable(meanwhile.getAndSet(null)).ifPresent(Runnable::run);
            return seen;
        });
    }

    private void refusePoisoned(String id) {
        if (poisoned.contains(id)) {
            throw new IllegalStateException(id + " cannot be read");
        }
    }

    private synchronized <T> T up(Supplier<T> work) {
        requireConfigured();
        if (health == Health.DOWN) {
            throw new Refusal.Unavailable("payments", Duration.ofSeconds(1));
        }
        return work.get();
    }

    @Override
    public synchronized void requireConfigured() {
        if (health == Health.MISSING) {
            throw new Refusal.NotConfigured("billing");
        }
    }

    @Override
    public Optional<Money> priceOf(String plan) {
        return up(() -> Optional.ofNullable(books.prices.get(plan)));
    }

    @Override
    public String keepCustomer(TeamId team, Optional<String> known, Optional<String> email, String name) {
        return up(() -> known.filter(customers::containsValue).orElseGet(() -> customers.computeIfAbsent(team, none -> books.next("cus"))));
    }

    @Override
    public Answer<Opened> openCheckout(Checkout checkout) {
        Optional.ofNullable(beforeOpening.getAndSet(null)).ifPresent(Runnable::run);
        return up(() -> opened.computeIfAbsent(checkout.order().id(), none -> {
            String reason = refusal.getAndSet(null);
            if (reason != null) {
                return new Answer.Declined<>(reason);
            }
            boolean isSold = !(checkout.order().purchase() instanceof Purchase.Subscribe plan) || books.prices.containsKey(plan.plan().key());
            if (!isSold || !customers.containsValue(checkout.customer())) {
                return new Answer.Declined<>("there is no such price or customer");
            }
            String session = books.open(checkout).id();
            return new Answer.Done<>(new Opened(session, URI.create("https://pay.example/" + session)));
        }));
    }

    @Override
    public void closeCheckout(String session) {
        up(() -> {
            if (Optional.ofNullable(books.sessions.get(session)).filter(one -> one.state() == State.OPEN).isPresent()) {
                expire(session);
            }
            return session;
        });
    }

    @Override
    public Answer<URI> openPortal(String customer, URI back) {
        return up(() -> customers.containsValue(customer) ? new Answer.Done<>(URI.create("https://portal.example/" + customer))
                : new Answer.Declined<>("there is no such customer"));
    }

    @Override
    public Answer<ProviderSubscription> changePlan(ProviderSubscription subscription, String plan, boolean atOnce, String key) {
        return up(() -> changed.computeIfAbsent(key, none -> {
            Optional<ProviderSubscription> old = running(subscription.id());
            if (old.isEmpty() || !books.prices.containsKey(plan)) {
                return new Answer.Declined<>("there is no such price or subscription");
            }
            if (atOnce && books.badCards.contains(old.get().customer())) {
                return new Answer.Declined<>("the card was declined");
            }
            if (atOnce) {
                books.exchange(old.get(), plan);
            }
            books.change(subscription.id(), Optional.of(plan), old.get().status(), old.get().periodStart(), old.get().periodEnd(),
                    old.get().endsAtPeriodEnd(), Optional.empty());
            return new Answer.Done<>(one(books.subscriptions, subscription.id()));
        }));
    }

    private Optional<ProviderSubscription> running(String subscription) {
        refusePoisoned(subscription);
        return Optional.ofNullable(books.subscriptions.get(subscription)).filter(one -> !one.status().isOver());
    }

    @Override
    public Answer<ProviderSubscription> endAtPeriodEnd(String subscription, boolean ends, String key) {
        return up(() -> changed.computeIfAbsent(key, none -> {
            Optional<ProviderSubscription> old = running(subscription);
            old.ifPresent(one -> books.change(subscription, one.plan(), one.status(), one.periodStart(), one.periodEnd(), ends, Optional.empty()));
            return old.isPresent() ? new Answer.Done<>(one(books.subscriptions, subscription))
                    : new Answer.Declined<>("there is no such subscription");
        }));
    }

    @Override
    public void endNow(String subscription) {
        up(() -> {
            running(subscription).ifPresent(one -> cancelNow(subscription));
            return subscription;
        });
    }

    @Override
    public Answer<ProviderPayment> refund(String intent, Money amount, String key) {
        return up(() -> refunds.computeIfAbsent(key, none -> {
            Optional<ProviderPayment> old = Optional.ofNullable(books.payments.get(intent));
            boolean fits = old.filter(one -> one.received().currency().equals(amount.currency()) && amount.amount().signum() > 0
                    && one.received().minus(one.refunded()).amount().compareTo(amount.amount()) >= 0 && !one.inDispute()).isPresent();
            if (!fits) {
                return new Answer.Declined<>("there is not so much left of it");
            }
            refund(intent, amount);
            return new Answer.Done<>(one(books.payments, intent));
        }));
    }

    @Override
    public Answer<Coupon> createCoupon(NewCoupon wanted) {
        return up(() -> {
            if (findCouponByCode(wanted.code()).filter(Coupon::active).isPresent()) {
                return new Answer.Declined<>("an active coupon has this code");
            }
            Coupon made = new Coupon(wanted.code(), books.next("promo"), wanted.reduction(), wanted.term(), wanted.months(), wanted.most(), 0,
                    wanted.endsAt(), true);
            books.coupons.put(made.promotion(), made);
            books.tell("promotion_code.created", Notice.Kind.PROMOTION, made.promotion());
            return new Answer.Done<>(made);
        });
    }

    @Override
    public Optional<Coupon> endCoupon(String promotion) {
        return up(() -> {
            Optional<Coupon> old = findCoupon(promotion);
            old.ifPresent(one -> {
                books.coupons.put(promotion, new Coupon(one.code(), promotion, one.reduction(), one.term(), one.months(), one.most(), one.used(),
                        one.endsAt(), false));
                books.tell("promotion_code.updated", Notice.Kind.PROMOTION, promotion);
            });
            return findCoupon(promotion);
        });
    }

    @Override
    public Optional<ProviderSession> findSession(String id) {
        return look(books.sessions, id);
    }

    @Override
    public Optional<ProviderSubscription> findSubscription(String id) {
        return look(books.subscriptions, id);
    }

    @Override
    public Optional<ProviderInvoice> findInvoice(String id) {
        return look(books.invoices, id);
    }

    @Override
    public Optional<ProviderPayment> findPayment(String intent) {
        return look(books.payments, intent);
    }

    @Override
    public Optional<Coupon> findCoupon(String promotion) {
        return up(() -> Optional.ofNullable(books.coupons.get(promotion)));
    }

    @Override
    public Optional<Coupon> findCouponByCode(String code) {
        return up(() -> {
            List<Coupon> found = books.coupons.values().stream().filter(one -> one.code().equals(code.toUpperCase(Locale.ROOT))).toList()
                    .reversed();
            return found.stream().filter(Coupon::active).findFirst().or(() -> found.stream().findFirst());
        });
    }

    @Override
    public Optional<Notice> findNotice(String notice) {
        return up(() -> Optional.ofNullable(books.notices.get(notice)));
    }

    @Override
    public List<Notice> listUndelivered(Instant since) {
        return up(() -> books.notices.values().stream().filter(one -> lost.contains(one.id()) && !one.createdAt().isBefore(since)).toList());
    }

    @Override
    public List<ProviderSession> listCompleted(Instant since) {
        return up(() -> books.sessions.values().stream().filter(one -> !one.createdAt().isBefore(since))
                .filter(one -> one.state() != State.OPEN && one.state() != State.EXPIRED).toList());
    }

    @Override
    public List<ProviderInvoice> listInvoices(Instant since) {
        return up(() -> books.invoices.values().stream().filter(one -> !one.createdAt().isBefore(since))
                .filter(one -> one.status() != ProviderInvoice.Status.DRAFT).toList());
    }

    @Override
    public Set<String> listRefunded(Instant since) {
        return up(() -> books.backs.stream().filter(one -> !one.at().isBefore(since)).map(InMemoryBooks.Back::intent)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
