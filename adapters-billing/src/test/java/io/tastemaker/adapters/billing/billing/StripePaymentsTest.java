package io.tastemaker.adapters.billing.billing;

import io.tastemaker.adapters.billing.simulator.Outside;
import io.tastemaker.adapters.billing.simulator.StripeSimulator;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.PaymentProviderContract;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.shared.Money;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, with Stripe simulated. */
class StripePaymentsTest extends PaymentProviderContract {

    private final StripeSimulator stripe = StripeSimulator.started();
    private final StripePayments payments = new StripePayments(new StripeSettings(StripeSimulator.KEY, Optional.of(URI.create(stripe.base())),
            Map.of("standard", "price_standard", "premium", "price_premium"), List.of()), InstantSource.system());
    private String dispute = "";

    @BeforeEach
    void sell() {
        PLANS.forEach((plan, price) -> stripe.addPrice("price_" + plan, price.minor(), "usd", plan));
    }

    @AfterEach
    void close() {
        payments.close();
        stripe.close();
    }

    @Override
    protected PaymentProvider provider() {
        return payments;
    }

    @Override
    protected InstantSource clock() {
        return stripe.clock();
    }

    @Override
    protected void pass(Duration time) {
        stripe.advance(time);
    }

    @Override
    protected void pay(String session) {
        stripe.outside().pay(session);
    }

    @Override
    protected void payLater(String session) {
        stripe.outside().pay(session, Outside.Payment.ARRIVES_LATER);
    }

    @Override
    protected void settle(String session, boolean arrives) {
        stripe.outside().settle(session, arrives);
    }

    @Override
    protected void spoilCard(String customer) {
        stripe.outside().card(customer, false);
    }

    @Override
    protected void endPeriod(ProviderSubscription subscription) {
        stripe.advanceTo(subscription.periodEnd());
    }

    @Override
    protected void cancelNow(String subscription) {
        stripe.outside().cancelNow(subscription);
    }

    @Override
    protected void payBack(String intent, Money amount) {
        stripe.outside().refund(intent, amount.minor());
    }

    @Override
    protected void dispute(String intent, Money amount) {
        dispute = stripe.outside().dispute(intent, amount.minor());
    }

    @Override
    protected void decide(String intent, boolean won) {
        stripe.outside().closeDispute(dispute, won);
    }

    @Override
    protected void loseNotices() {
        stripe.takeEvents().forEach(stripe::lose);
    }

    @Override
    protected void deliverNotices() {
        stripe.takeEvents();
    }

    @Override
    protected void goDown() {
        stripe.close();
    }
}
