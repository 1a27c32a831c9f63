package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Opens a checkout for a plan, for credits, or for something else. The order is written down before the provider hears of it, and its id follows
 * from the request's key: a request that is sent again after a crash finds its order and gets the same checkout.
 */
public final class OpenCheckout {

    /** How much longer than the order a trial is set aside: the provider's clock may be behind, and what it tells comes later. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** Longer than the provider takes to open a checkout. */
    private static final Duration WHILE_OPENING = Duration.ofMinutes(2);

    private final PlatformTransactions platform;
    private final Offers offers;
    private final Customers customers;
    private final Accounts accounts;
    private final Orders orders;
    private final PaymentProvider provider;
    private final Bookkeeper bookkeeper;
    private final CouponBook coupons;
    private final Supplier<BillingPages> pages;
    private final int trialDays;
    private final InstantSource clock;

    OpenCheckout(PlatformTransactions platform, Offers offers, Customers customers, Accounts accounts, Orders orders, PaymentProvider provider,
            Bookkeeper bookkeeper, CouponBook coupons, Supplier<BillingPages> pages, int trialDays, InstantSource clock) {
        this.platform = platform;
        this.offers = offers;
        this.customers = customers;
        this.accounts = accounts;
        this.orders = orders;
        this.provider = provider;
        this.bookkeeper = bookkeeper;
        this.coupons = coupons;
        this.pages = pages;
        this.trialDays = trialDays;
        this.clock = clock;
    }

    /** What is to be bought. */
    public sealed interface Wish {
        /**
         * A plan.
         *
         * @param plan its key
         */
        record Plan(String plan) implements Wish {}

        /**
         * A pack of credits.
         *
         * @param pack its key
         */
        record Pack(String pack) implements Wish {}

        /**
         * Something else.
         *
         * @param amount what it costs, more than nothing
         * @param description what the invoice says, 1 to 250 characters
         */
        record Something(Money amount, String description) implements Wish {}
    }

    /**
     * What is wanted.
     *
     * @param actor the owner of the team
     * @param key names the request
     * @param wish what is to be bought
     * @param coupon a code
     * @param success where to send people after they paid; empty for the usual page
     * @param cancel where to send them when they did not; empty for the usual page
     */
    public record Command(Actor actor, String key, Wish wish, Optional<String> coupon, Optional<URI> success, Optional<URI> cancel) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It can be paid.
         *
         * @param order the order
         * @param url where; whoever has it can pay
         */
        record Opened(Order order, URI url) implements Outcome {
            /** Does not say where. */
            @Override
            public String toString() {
                return "Opened[" + order.id() + "]";
            }
        }

        /**
         * It cannot be had, or not with this code.
         *
         * @param why why
         */
        record Refused(NotOffered why) implements Outcome {}

        /**
         * The team has a subscription; it can be changed.
         *
         * @param subscription which
         */
        record AlreadySubscribed(Subscription subscription) implements Outcome {}

        /** Somebody opens another checkout for a plan at this moment, or has paid one whose money is under way. */
        record AnotherUnderWay() implements Outcome {}

        /**
         * People are not sent there.
         *
         * @param allowed the origins that are allowed
         */
        record AddressNotAllowed(Set<String> allowed) implements Outcome {}

        /**
         * The key belongs to an order for something else, or to one that is over.
         *
         * @param order the order
         */
        record KeyUsed(Order order) implements Outcome {}

        /**
         * The provider does not do it.
         *
         * @param reason why, in its words
         */
        record Declined(String reason) implements Outcome {}
    }

    /**
     * Opens it.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_BILLING);
        UserId buyer = command.actor().person().orElseThrow(Refusal.NotFound::new).user();
        BillingPages usual = pages.get();
        if (command.success().stream().anyMatch(address -> !usual.allows(address))
                || command.cancel().stream().anyMatch(address -> !usual.allows(address))) {
            return new Outcome.AddressNotAllowed(usual.origins());
        }
        return switch (offers.find(command.actor(), command.wish(), command.coupon())) {
            case Offers.Found.Refused(NotOffered why) -> new Outcome.Refused(why);
            case Offers.Found.Offer offer -> freeFor(command, offer).orElseGet(() -> open(command, buyer, offer, usual));
        };
    }

    /** A team has one subscription. Checkouts for another one that still lie open are closed first, so that nobody pays twice. */
    private Optional<Outcome> freeFor(Command command, Offers.Found.Offer offer) {
        if (!(offer.purchase() instanceof Purchase.Subscribe)) {
            return Optional.empty();
        }
        OrderId own = OrderId.asked(command.actor().team(), command.key());
        for (Order other : orders.listOpenSubscriptions(command.actor().team())) {
            if (!other.id().equals(own) && !isClosed(command.actor(), other)) {
                return Optional.of(new Outcome.AnotherUnderWay());
            }
        }
        return accounts.load(command.actor().team(), Set.of(), clock.instant()).running().map(Outcome.AlreadySubscribed::new);
    }

    /** An order without a checkout is being opened by somebody else, or was left behind; then nobody ever got to know where to pay. */
    private boolean isClosed(Actor actor, Order other) {
        Optional<String> session = other.session();
        if (session.isPresent()) {
            close(session.get());
        } else if (other.createdAt().plus(WHILE_OPENING).isBefore(clock.instant())) {
            saved(actor, other.lapsed(clock.instant()));
        }
        return orders.find(actor.team(), other.id()).map(Order::state).filter(Order.State::isFinal).isPresent();
    }

    private void close(String session) {
        provider.closeCheckout(session);
        bookkeeper.look(new Notice.Matter(Notice.Kind.SESSION, session), Bookkeeper.Alongside.NOTHING);
    }

    private Outcome open(Command command, UserId buyer, Offers.Found.Offer offer, BillingPages usual) {
        Optional<Order> written = written(command, buyer, offer);
        if (written.isEmpty()) {
            return new Outcome.AnotherUnderWay();
        }
        Order order = written.get();
        boolean fits = order.purchase().isForTheSameAs(offer.purchase()) && order.listPrice().equals(offer.listPrice())
                && order.discount().coupon().equals(offer.discount().coupon()) && order.buyer().equals(buyer);
        if (!fits || order.state().isFinal()) {
            return new Outcome.KeyUsed(order);
        }
        Optional<Coupon> coupon = order.discount().coupon().flatMap(code -> offer.coupon().filter(one -> one.code().equals(code)));
        PaymentProvider.Checkout checkout = new PaymentProvider.Checkout(order, customers.ensure(command.actor()), offer.title(), coupon,
                BillingPages.about(command.success().orElse(usual.success()), order.id()),
                BillingPages.about(command.cancel().orElse(usual.cancel()), order.id()));
        return switch (provider.openCheckout(checkout)) {
            case Answer.Done<PaymentProvider.Opened>(PaymentProvider.Opened opened) ->
                new Outcome.Opened(saved(command.actor(), order.opened(opened.session())), opened.url());
            case Answer.Declined<PaymentProvider.Opened>(String reason) -> {
                saved(command.actor(), order.lapsed(clock.instant()));
                coupon.ifPresent(known -> coupons.look(known.promotion())); // it may have ended without our hearing of it
                yield new Outcome.Declined(reason);
            }
        };
    }

    /** The order as it was asked for first; empty when another one for a plan has come first. */
    private Optional<Order> written(Command command, UserId buyer, Offers.Found.Offer offer) {
        OrderId id = OrderId.asked(command.actor().team(), command.key());
        Subject subject = Subject.of("order", id);
        Instant now = clock.instant();
        return platform.inTransaction(command.actor(), "billing.order", () -> {
            Optional<Order> known = orders.find(id);
            Order order = known.orElseGet(() ->
                    withTrial(Order.asked(id, command.actor().team(), buyer, offer.purchase(), offer.listPrice(), offer.discount(), now), now));
            if (known.isPresent() || orders.add(order)) {
                platform.about(subject, List.of());
                return Optional.of(order);
            }
            platform.refused(subject);
            return orders.find(id);
        });
    }

    private Order withTrial(Order asked, Instant now) {
        return asked.purchase() instanceof Purchase.Subscribe(var plan, int none)
                        && trialDays > 0 && orders.takeTrial(asked, asked.expiresAt().plus(SLACK), now)
                ? Order.asked(asked.id(), asked.team(), asked.buyer(), new Purchase.Subscribe(plan, trialDays), asked.listPrice(),
                        asked.discount(), now)
                : asked;
    }

    private Order saved(Actor actor, Order order) {
        return platform.inTransaction(actor, "billing.checkout", () -> {
            orders.save(order);
            if (order.state() == Order.State.EXPIRED && order.session().isEmpty()) {
                orders.freeTrial(order.team(), order.id()); // nobody ever got to know where it could be paid
            }
            platform.about(Subject.of("order", order.id()), List.of());
            return Objects.requireNonNull(order);
        });
    }
}
