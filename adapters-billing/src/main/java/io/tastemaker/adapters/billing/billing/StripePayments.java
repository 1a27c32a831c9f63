package io.tastemaker.adapters.billing.billing;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.PaymentBehavior;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.param.common.EmptyParam;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Payments by Stripe. What Stripe refuses and nobody foresaw is an {@link IllegalStateException} that says why. */
public final class StripePayments implements PaymentProvider, HealthProbe, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StripePayments.class);
    private static final int WEIGHT = 10;

    private final StripeWire wire;
    private final StripeGate gate;
    private final StripeClient client;
    private final Prices prices;
    private final SeenSubscriptions subscriptions;
    private final SeenInvoices invoices;
    private final SeenPayments payments;
    private final StripeCoupons coupons;
    private final StripeLists lists;

    /**
     * Payments.
     *
     * @param settings who we are at Stripe
     * @param clock tells how long Stripe has been left alone after it failed
     */
    public StripePayments(StripeSettings settings, InstantSource clock) {
        this(settings, clock, StripeLimits.USUAL);
    }

    StripePayments(StripeSettings settings, InstantSource clock, StripeLimits limits) {
        wire = new StripeWire(limits);
        gate = new StripeGate(settings, wire, limits, clock);
        client = new StripeClient(gate);
        prices = new Prices(client, settings.prices());
        subscriptions = new SeenSubscriptions(prices);
        invoices = new SeenInvoices(client, prices);
        payments = new SeenPayments(client);
        coupons = new StripeCoupons(client);
        lists = new StripeLists(client, invoices);
    }

    @Override
    public void requireConfigured() {
        // who has a key is configured
    }

    @Override
    public Health.Component check() {
        return gate.letsCallsThrough() ? new Health.Component("payments", WEIGHT, Health.Status.UP, "")
                : new Health.Component("payments", WEIGHT, Health.Status.DEGRADED, "Stripe failed several times in a row and is left alone");
    }

    @Override
    public Optional<Money> priceOf(String plan) {
        return prices.monthly(plan);
    }

    /** In two steps: what is sent under the key of the team must be the same each time, and names change. */
    @Override
    public String keepCustomer(TeamId team, Optional<String> known, Optional<String> email, String name) {
        return known.filter(customer -> isDescribed(customer, email, name)).orElseGet(() -> {
            String key = "cus:" + team + known.map(gone -> ":" + gone).orElse("");
            String customer = Asking.ask(() -> client.v1().customers().create(
                    CustomerCreateParams.builder().putMetadata(Seen.TEAM, team.toString()).build(), Asking.key(key))).getId();
            isDescribed(customer, email, name);
            return customer;
        });
    }

    /** Whether there is such a customer. Who has an address that Stripe does not like can pay all the same. */
    private boolean isDescribed(String customer, Optional<String> email, String name) {
        CustomerUpdateParams described = CustomerUpdateParams.builder().setName(name).setEmail(email.orElse("")).build();
        String key = "cus:" + customer + ":" + UUID.nameUUIDFromBytes((email + name).getBytes(StandardCharsets.UTF_8));
        return Asking.find(() -> {
            try {
                return client.v1().customers().update(customer, described, Asking.key(key)).getId();
            } catch (InvalidRequestException disliked) {
                if (disliked.getStatusCode() == Asking.MISSING) {
                    throw disliked;
                }
                LOG.warn("Stripe does not take the name or the address of {} (request {})", customer, disliked.getRequestId());
                return customer;
            }
        }).isPresent();
    }

    @Override
    public Answer<Opened> openCheckout(Checkout checkout) {
        return switch (checkout.order().purchase()) {
            case Purchase.Subscribe plan -> prices.idOf(plan.plan().key())
                    .map(price -> opened(checkout, Checkouts.ofPlan(checkout, plan, price)))
                    .orElseGet(() -> new Answer.Declined<>(unknown(plan.plan().key())));
            case Purchase.TopUp pack -> opened(checkout, Checkouts.ofGoods(checkout));
            case Purchase.OneOff what -> opened(checkout, Checkouts.ofGoods(checkout));
        };
    }

    private Answer<Opened> opened(Checkout checkout, com.stripe.param.checkout.SessionCreateParams wanted) {
        return Asking.wish(() -> {
            Session session = client.v1().checkout().sessions().create(wanted, Asking.key("ck:" + checkout.order().id() + ":1"));
            return new Opened(session.getId(), URI.create(session.getUrl()));
        });
    }

    private static String unknown(String plan) {
        return "no price at Stripe is set for the plan " + plan;
    }

    @Override
    public void closeCheckout(String session) {
        Answer<String> answer = Asking.wish(() -> client.v1().checkout().sessions().expire(session, Asking.key("ck-end:" + session)).getId());
        if (answer instanceof Answer.Declined<String>(String reason)
                && findSession(session).filter(seen -> seen.state() == ProviderSession.State.OPEN).isPresent()) {
            throw new IllegalStateException("Stripe does not close " + session + ": " + reason);
        }
    }

    /** Each visit has an address of its own, so its key names nothing but the call. */
    @Override
    public Answer<URI> openPortal(String customer, URI back) {
        SessionCreateParams wanted = SessionCreateParams.builder().setCustomer(customer).setReturnUrl(back.toString()).build();
        return Asking.wish(() -> URI.create(
                client.v1().billingPortal().sessions().create(wanted, Asking.key("portal:" + UUID.randomUUID())).getUrl()));
    }

    @Override
    public Answer<ProviderSubscription> changePlan(ProviderSubscription subscription, String plan, boolean atOnce, String key) {
        Optional<String> price = prices.idOf(plan);
        if (price.isEmpty()) {
            return new Answer.Declined<>(unknown(plan));
        }
        SubscriptionUpdateParams.Builder change = SubscriptionUpdateParams.builder()
                .addItem(SubscriptionUpdateParams.Item.builder().setId(subscription.item()).setPrice(price.get()).build());
        SubscriptionUpdateParams wanted = (atOnce
                ? change.setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE).setPaymentBehavior(PaymentBehavior.ERROR_IF_INCOMPLETE)
                : change.setProrationBehavior(ProrationBehavior.NONE)).build();
        return updated(subscription.id(), wanted, key);
    }

    /** To go on is asked in two ways, since there are two ways to say that it ends. */
    @Override
    public Answer<ProviderSubscription> endAtPeriodEnd(String subscription, boolean ends, String key) {
        if (ends) {
            return updated(subscription, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true).build(), key);
        }
        return switch (Asking.wish(() -> client.v1().subscriptions().retrieve(subscription))) {
            case Answer.Declined<Subscription>(String reason) -> new Answer.Declined<>(reason);
            case Answer.Done<Subscription>(Subscription now) when now.getCancelAtPeriodEnd() ->
                    updated(subscription, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(false).build(), key);
            case Answer.Done<Subscription>(Subscription now) when now.getCancelAt() != null ->
                    updated(subscription, SubscriptionUpdateParams.builder().setCancelAt(EmptyParam.EMPTY).build(), key);
            case Answer.Done<Subscription>(Subscription now) -> new Answer.Done<>(subscriptions.of(now));
        };
    }

    private Answer<ProviderSubscription> updated(String subscription, SubscriptionUpdateParams wanted, String key) {
        return Asking.wish(() -> subscriptions.of(client.v1().subscriptions().update(subscription, wanted, Asking.key(key))));
    }

    @Override
    public void endNow(String subscription) {
        Optional<ProviderSubscription> running = findSubscription(subscription).filter(seen -> !seen.status().isOver());
        if (running.isPresent()) {
            Asking.find(() -> client.v1().subscriptions().cancel(subscription, Asking.key("end:" + subscription)));
        }
    }

    @Override
    public Answer<ProviderPayment> refund(String intent, Money amount, String key) {
        Optional<ProviderPayment> before = findPayment(intent);
        if (before.isEmpty() || !before.get().received().currency().equals(amount.currency())) {
            return new Answer.Declined<>("there is no such payment in " + amount.currency());
        }
        RefundCreateParams wanted = RefundCreateParams.builder().setPaymentIntent(intent).setAmount(Seen.minor(amount)).build();
        return switch (Asking.wish(() -> client.v1().refunds().create(wanted, Asking.key(key)))) {
            case Answer.Declined<?>(String reason) -> new Answer.Declined<>(reason);
            case Answer.Done<com.stripe.model.Refund>(var refund) when Set.of("failed", "canceled").contains(refund.getStatus()) ->
                    new Answer.Declined<>("the refund is " + refund.getStatus());
            case Answer.Done<com.stripe.model.Refund>(var refund) -> new Answer.Done<>(findPayment(intent).orElseThrow());
        };
    }

    @Override
    public Answer<Coupon> createCoupon(NewCoupon coupon) {
        return coupons.create(coupon);
    }

    @Override
    public Optional<Coupon> endCoupon(String promotion) {
        return coupons.end(promotion);
    }

    @Override
    public Optional<ProviderSession> findSession(String id) {
        return Asking.find(() -> client.v1().checkout().sessions().retrieve(id,
                SessionRetrieveParams.builder().addExpand(SeenSessions.PAYMENT).build())).map(SeenSessions::of);
    }

    @Override
    public Optional<ProviderSubscription> findSubscription(String id) {
        return Asking.find(() -> client.v1().subscriptions().retrieve(id)).map(subscriptions::of);
    }

    @Override
    public Optional<ProviderInvoice> findInvoice(String id) {
        return Asking.find(() -> client.v1().invoices().retrieve(id,
                InvoiceRetrieveParams.builder().addExpand(SeenInvoices.PAYMENTS).build())).map(invoices::of);
    }

    @Override
    public Optional<ProviderPayment> findPayment(String intent) {
        return payments.find(intent);
    }

    @Override
    public Optional<Coupon> findCoupon(String promotion) {
        return coupons.find(promotion);
    }

    @Override
    public Optional<Coupon> findCouponByCode(String code) {
        return coupons.findByCode(code);
    }

    @Override
    public Optional<Notice> findNotice(String notice) {
        return Asking.find(() -> client.v1().events().retrieve(Objects.requireNonNull(notice))).map(SeenEvents::whateverItsVersion);
    }

    @Override
    public List<Notice> listUndelivered(Instant since) {
        return lists.undelivered(since);
    }

    @Override
    public List<ProviderSession> listCompleted(Instant since) {
        return lists.completed(since);
    }

    @Override
    public List<ProviderInvoice> listInvoices(Instant since) {
        return lists.invoices(since);
    }

    @Override
    public Set<String> listRefunded(Instant since) {
        return lists.refunded(since);
    }

    @Override
    public void close() {
        wire.close();
    }
}
