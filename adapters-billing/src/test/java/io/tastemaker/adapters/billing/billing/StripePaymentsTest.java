package io.tastemaker.adapters.billing.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.billing.simulator.Outside;
import io.tastemaker.adapters.billing.simulator.StripeSimulator;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.billing.out.PaymentProvider.Checkout;
import io.tastemaker.application.billing.out.PaymentProvider.Opened;
import io.tastemaker.application.billing.out.PaymentProviderContract;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract, with Stripe simulated. */
class StripePaymentsTest extends PaymentProviderContract {

    private static final Duration HASTY = Duration.ofMillis(500);

    private final StripeSimulator stripe = StripeSimulator.started();
    private final StripePayments payments = payments(Duration.ofSeconds(10));
    private String dispute = "";

    private StripePayments payments(Duration attempt) {
        return new StripePayments(new StripeSettings(StripeSimulator.KEY, Optional.of(URI.create(stripe.base())),
                Map.of("standard", List.of("price_standard"), "premium", List.of("price_premium")), List.of()), InstantSource.system(),
                new StripeLimits(Duration.ofSeconds(5), attempt, Duration.ofSeconds(30), Duration.ofMillis(10), Duration.ofSeconds(60), 16));
    }

    @BeforeEach
    void sell() {
        PLANS.forEach((plan, price) -> stripe.addPrice("price_" + plan, price.minor(), "usd", plan));
    }

    @AfterEach
    void close() {
        payments.close();
        stripe.close();
    }

    @Test
    void a_checkout_whose_answer_was_lost_is_opened_once() {
        String customer = payments.keepCustomer(Actors.LIMA, Optional.empty(), Optional.empty(), "Lima");
        stripe.faults().forgetCounts();
        stripe.faults().timeOutAfterEffect(1, "/v1/checkout");

        Answer<Opened> opened;
        try (StripePayments hasty = payments(HASTY)) {
            opened = hasty.openCheckout(checkout(customer));
        }

        assertThat(opened).isInstanceOf(Answer.Done.class).isEqualTo(payments.openCheckout(checkout(customer)));
        assertThat(stripe.faults().requests("/v1/checkout")).isEqualTo(3);
        assertThat(stripe.faults().effects()).isEqualTo(1);
        assertThat(stripe.ids("checkout.session")).hasSize(1);
    }

    @Test
    void money_whose_answer_was_lost_goes_back_once() {
        String session = opened();
        stripe.outside().pay(session);
        String intent = payments.findSession(session).orElseThrow().intent().orElseThrow();
        stripe.faults().timeOutAfterEffect(1, "/v1/refunds");

        try (StripePayments hasty = payments(HASTY)) {
            assertThat(hasty.refund(intent, usd(5_00), "refund:1")).isInstanceOf(Answer.Done.class);
        }
        assertThat(payments.refund(intent, usd(5_00), "refund:1")).isInstanceOf(Answer.Done.class);

        assertThat(stripe.ids("refund")).hasSize(1);
        assertThat(payments.findPayment(intent)).map(ProviderPayment::refunded).contains(usd(5_00));
    }

    @Test
    void a_refund_that_failed_is_taken_back() {
        String session = opened();
        stripe.outside().pay(session);
        String intent = payments.findSession(session).orElseThrow().intent().orElseThrow();
        stripe.outside().failRefund(stripe.outside().refund(intent, 5_00));
        assertThat(payments.findPayment(intent)).map(ProviderPayment::refunded).contains(usd(0));
    }

    @Test
    void a_question_of_the_bank_is_no_dispute() {
        String session = opened();
        stripe.outside().pay(session);
        String intent = payments.findSession(session).orElseThrow().intent().orElseThrow();
        stripe.outside().inquire(intent);
        assertThat(payments.findPayment(intent).orElseThrow()).extracting(ProviderPayment::disputed, ProviderPayment::inDispute)
                .containsExactly(usd(0), false);
    }

    @Test
    void events_of_another_release_train_are_listed_all_the_same_since_what_they_are_about_is_looked_at_anyway() {
        stripe.eventsOfVersion("2025-09-30.clover");
        stripe.outside().pay(opened());
        loseNotices();
        assertThat(payments.listUndelivered(Instant.EPOCH)).isNotEmpty().allSatisfy(notice -> {
            assertThat(notice.fault()).isEmpty();
            assertThat(notice.about()).isPresent();
            assertThat(payments.findNotice(notice.id())).contains(notice);
        });
    }

    private String opened() {
        return switch (payments.openCheckout(checkout(payments.keepCustomer(Actors.LIMA, Optional.empty(), Optional.empty(), "Lima")))) {
            case Answer.Done<Opened>(Opened done) -> done.session();
            case Answer.Declined<Opened>(String reason) -> throw new AssertionError(reason);
        };
    }

    private Checkout checkout(String customer) {
        Order order = Order.asked(OrderId.asked(Actors.LIMA, "order"), Actors.LIMA, new UserId(new UUID(7, 7)),
                new Purchase.TopUp("small", 1, 500, OptionalInt.empty()), usd(20_00), Discount.none(usd(20_00)), clock().instant());
        return new Checkout(order, customer, "500 credits", Optional.empty(), URI.create("https://app.example/paid"),
                URI.create("https://app.example/plans"));
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
