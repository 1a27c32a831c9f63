package io.tastemaker.application.billing.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.billing.out.PaymentProvider.Checkout;
import io.tastemaker.application.billing.out.PaymentProvider.NewCoupon;
import io.tastemaker.application.billing.out.PaymentProvider.Opened;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** What is done to every provider of payments in its tests, on either side of the desk. */
abstract class PaymentProviderDesk {

    /** What is sold each month: the keys of plans and their prices. */
    protected static final Map<String, Money> PLANS = Map.of("standard", usd(49_00), "premium", usd(99_00));

    private static final UserId BUYER = new UserId(new UUID(0x0195_a000_0000_7000L, 0x8000_0000_0000_0009L));
    static final TeamId TEAM = Actors.LIMA;

    /** A provider that sells {@link #PLANS}. */
    protected abstract PaymentProvider provider();

    /** The time there. */
    protected abstract InstantSource clock();

    /** Time passes, less than until the end of any period. */
    protected abstract void pass(Duration time);

    /** Somebody completes a checkout with a good card, whose money is there at once. */
    protected abstract void pay(String session);

    /** Somebody completes a checkout whose money is under way. */
    protected abstract void payLater(String session);

    /** What was under way arrives, or does not. */
    protected abstract void settle(String session, boolean arrives);

    /** The card of a customer is declined from now on. */
    protected abstract void spoilCard(String customer);

    /** Time passes until the period of a subscription is over. */
    protected abstract void endPeriod(ProviderSubscription subscription);

    /** A subscription ends without our asking. */
    protected abstract void cancelNow(String subscription);

    /** Money goes back without our asking. */
    protected abstract void payBack(String intent, Money amount);

    /** The bank disputes a sum. */
    protected abstract void dispute(String intent, Money amount);

    /** The bank has decided about the last dispute. */
    protected abstract void decide(String intent, boolean won);

    /** What was told and not yet delivered is lost. */
    protected abstract void loseNotices();

    /** What was told and not yet delivered arrives. */
    protected abstract void deliverNotices();

    /** It does not answer any more. */
    protected abstract void goDown();

    protected static Money usd(long cents) {
        return Money.ofMinor(cents, Currency.getInstance("USD"));
    }

    final String customer() {
        return provider().keepCustomer(TEAM, Optional.empty(), Optional.of("ana@example.com"), "Lima");
    }

    final Opened open(Order order, Optional<Coupon> coupon) {
        return done(provider().openCheckout(new Checkout(order, customer(), "500 credits", coupon,
                URI.create("https://app.example/paid?order=" + order.id()), URI.create("https://app.example/plans"))));
    }

    final ProviderSession paid(Order order, Optional<Coupon> coupon) {
        String session = open(order, coupon).session();
        pay(session);
        return session(session);
    }

    final ProviderSubscription begun() {
        return subscription(paid(plan("plan", 0, Discount.none(usd(49_00))), Optional.empty()));
    }

    final String paidIntent() {
        return paid(topUp("top-up", usd(20_00), Discount.none(usd(20_00))), Optional.empty()).intent().orElseThrow();
    }

    final ProviderSession session(String id) {
        return provider().findSession(id).orElseThrow();
    }

    final ProviderPayment payment(ProviderSession session) {
        return provider().findPayment(session.intent().orElseThrow()).orElseThrow();
    }

    final ProviderSubscription subscription(ProviderSession session) {
        return provider().findSubscription(session.subscription().orElseThrow()).orElseThrow();
    }

    final ProviderSubscription found(ProviderSubscription subscription) {
        return provider().findSubscription(subscription.id()).orElseThrow();
    }

    final ProviderInvoice onlyInvoice() {
        List<ProviderInvoice> paid = provider().listInvoices(clock().instant().minusSeconds(1));
        assertThat(paid).hasSize(1);
        return paid.getFirst();
    }

    final Coupon made(NewCoupon wanted) {
        return done(provider().createCoupon(wanted));
    }

    static NewCoupon coupon(String code, OptionalLong most) {
        return new NewCoupon(code, new Coupon.Reduction.Share(2_000), Coupon.Term.ONCE, OptionalInt.empty(), most, Optional.empty());
    }

    final Order topUp(String key, Money price, Discount discount) {
        return order(key, new Purchase.TopUp("small", 1, 500, OptionalInt.empty()), price, discount);
    }

    final Order plan(String key, int trialDays, Discount discount) {
        return order(key, new Purchase.Subscribe(new PlanId("standard", 1), trialDays), usd(49_00), discount);
    }

    final Order order(String key, Purchase purchase, Money price, Discount discount) {
        return Order.asked(OrderId.asked(TEAM, key), TEAM, BUYER, purchase, price, discount, clock().instant());
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Declined<T>(String reason) -> throw new AssertionError("declined: " + reason);
        };
    }

    static void assertDeclined(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Declined.class);
    }
}
