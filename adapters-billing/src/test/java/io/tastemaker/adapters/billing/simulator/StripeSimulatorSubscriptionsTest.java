package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.checkout.Session;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorSubscriptionsTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_subscription_starts_paid_with_its_metadata() throws StripeException {
        String customer = shop.customer();
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO).setCustomer(customer).setSubscriptionData(
                SessionCreateParams.SubscriptionData.builder().putMetadata("order", "o1").build()));
        SubscriptionItem item = subscription.getItems().getData().getFirst();
        assertThat(subscription.getStatus()).isEqualTo("active");
        assertThat(subscription.getMetadata()).containsEntry("order", "o1");
        assertThat(Instant.ofEpochSecond(item.getCurrentPeriodStart())).isEqualTo(Shop.OPENING);
        assertThat(Instant.ofEpochSecond(item.getCurrentPeriodEnd())).isEqualTo("2026-02-28T10:00:00Z");

        Invoice invoice = shop.invoices(subscription.getId()).getFirst();
        assertThat(invoice.getBillingReason()).isEqualTo("subscription_create");
        assertThat(invoice.getStatus()).isEqualTo("paid");
        assertThat(invoice.getParent().getSubscriptionDetails().getMetadata()).containsEntry("order", "o1");
        InvoiceLineItem line = invoice.getLines().getData().getFirst();
        assertThat(line.getParent().getSubscriptionItemDetails().getSubscriptionItem()).isEqualTo(item.getId());
        assertThat(line.getPricing().getPriceDetails().getPrice()).isEqualTo(Shop.PRO);
        assertThat(line.getPeriod().getEnd()).isEqualTo(item.getCurrentPeriodEnd());
        assertThat(shop.happened()).containsExactly("customer.created", "invoice.created", "customer.subscription.created", "invoice.finalized",
                "payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "invoice.paid", "invoice.payment_succeeded",
                "checkout.session.completed");
    }

    @Test
    void an_invoice_leads_to_its_payment_and_back() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        Invoice invoice = shop.invoices(subscription.getId()).getFirst();
        String intent = invoice.getPayments().getData().getFirst().getPayment().getPaymentIntent();
        assertThat(invoice.getPayments().getData().getFirst().getAmountPaid()).isEqualTo(2900);
        var back = shop.stripe.invoicePayments().list(InvoicePaymentListParams.builder().setPayment(InvoicePaymentListParams.Payment.builder()
                .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT).setPaymentIntent(intent).build()).build());
        assertThat(back.getData()).singleElement().satisfies(payment -> assertThat(payment.getInvoice()).isEqualTo(invoice.getId()));
    }

    @Test
    void months_are_counted_from_the_first_day() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.happened();
        shop.simulator.advanceTo(Instant.parse("2026-04-01T00:00:00Z"));
        SubscriptionItem item = shop.subscription(subscription.getId()).getItems().getData().getFirst();
        assertThat(Instant.ofEpochSecond(item.getCurrentPeriodStart())).isEqualTo("2026-03-31T10:00:00Z");
        assertThat(Instant.ofEpochSecond(item.getCurrentPeriodEnd())).isEqualTo("2026-04-30T10:00:00Z");
        assertThat(shop.invoices(subscription.getId())).extracting(Invoice::getBillingReason)
                .containsExactly("subscription_cycle", "subscription_cycle", "subscription_create");
        assertThat(shop.happened()).startsWith("invoice.created", "customer.subscription.updated", "invoice.finalized");
    }

    @Test
    void a_trial_costs_nothing_says_when_it_ends_and_turns_into_a_paid_month() throws StripeException {
        Session session = shop.paid(Shop.plan(Shop.PRO).setSubscriptionData(
                SessionCreateParams.SubscriptionData.builder().setTrialPeriodDays(14L).build()));
        assertThat(session.getPaymentStatus()).isEqualTo("no_payment_required");
        Subscription trial = shop.subscription(session.getSubscription());
        assertThat(trial.getStatus()).isEqualTo("trialing");
        assertThat(trial.getTrialEnd()).isEqualTo(Shop.OPENING.plus(Duration.ofDays(14)).getEpochSecond());
        assertThat(shop.invoices(trial.getId())).singleElement().satisfies(invoice -> {
            assertThat(invoice.getTotal()).isZero();
            assertThat(invoice.getStatus()).isEqualTo("paid");
        });
        shop.happened();

        shop.simulator.advance(Duration.ofDays(11));
        assertThat(shop.happened()).containsExactly("customer.subscription.trial_will_end");
        shop.simulator.advance(Duration.ofDays(3));
        assertThat(shop.subscription(trial.getId()).getStatus()).isEqualTo("active");
        assertThat(shop.invoices(trial.getId()).getFirst().getAmountPaid()).isEqualTo(2900);
    }

    @Test
    void a_trial_asks_for_a_good_card() throws StripeException {
        Session session = shop.session(Shop.plan(Shop.PRO).setSubscriptionData(
                SessionCreateParams.SubscriptionData.builder().setTrialPeriodDays(14L).build()));
        shop.outside().pay(session.getId(), Outside.Payment.IS_DECLINED);
        assertThat(shop.again(session).getStatus()).isEqualTo("open");
        assertThat(shop.again(session).getSubscription()).isNull();
    }

    @Test
    void a_first_payment_that_arrives_later_may_not() throws StripeException {
        Session session = shop.session(Shop.plan(Shop.PRO));
        shop.outside().pay(session.getId(), Outside.Payment.ARRIVES_LATER);
        Subscription subscription = shop.subscription(shop.again(session).getSubscription());
        assertThat(subscription.getStatus()).isEqualTo("active");
        assertThat(shop.invoices(subscription.getId()).getFirst().getStatus()).isEqualTo("open");
        shop.outside().settle(session.getId(), false);
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("past_due");
        assertThat(shop.invoices(subscription.getId()).getFirst().getAttemptCount()).isEqualTo(1);
    }

    @Test
    void a_price_can_be_described_on_the_spot() throws StripeException {
        SessionCreateParams.LineItem.PriceData price = SessionCreateParams.LineItem.PriceData.builder().setCurrency("usd").setUnitAmount(1500L)
                .setRecurring(SessionCreateParams.LineItem.PriceData.Recurring.builder()
                        .setInterval(SessionCreateParams.LineItem.PriceData.Recurring.Interval.MONTH).build())
                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder().setName("Own").build()).build();
        Subscription subscription = shop.subscribed(SessionCreateParams.builder().setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setSuccessUrl("http://127.0.0.1/paid").addLineItem(SessionCreateParams.LineItem.builder().setPriceData(price).setQuantity(2L).build()));
        assertThat(shop.invoices(subscription.getId()).getFirst().getAmountPaid()).isEqualTo(3000);
    }

    @Test
    void an_open_invoice_can_be_written_off() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.outside().card(subscription.getCustomer(), false);
        shop.simulator.advance(Duration.ofDays(28));
        shop.outside().writeOff(shop.invoices(subscription.getId()).getFirst().getId());
        assertThat(shop.invoices(subscription.getId()).getFirst().getStatus()).isEqualTo("uncollectible");
    }

    @Test
    void an_update_that_changes_nothing_is_no_event() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.happened();
        shop.stripe.subscriptions().update(subscription.getId(), SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(false).build());
        assertThat(shop.happened()).isEmpty();
    }

    @Test
    void a_trial_without_a_card_ends_as_it_was_told_to() throws StripeException {
        Subscription trial = shop.subscribed(Shop.plan(Shop.PRO).setPaymentMethodCollection(SessionCreateParams.PaymentMethodCollection.IF_REQUIRED)
                .setSubscriptionData(SessionCreateParams.SubscriptionData.builder().setTrialPeriodDays(14L)
                        .setTrialSettings(SessionCreateParams.SubscriptionData.TrialSettings.builder().setEndBehavior(
                                SessionCreateParams.SubscriptionData.TrialSettings.EndBehavior.builder().setMissingPaymentMethod(
                                        SessionCreateParams.SubscriptionData.TrialSettings.EndBehavior.MissingPaymentMethod.CANCEL).build())
                                .build()).build()));
        shop.simulator.advance(Duration.ofDays(14));
        assertThat(shop.subscription(trial.getId()).getStatus()).isEqualTo("canceled");
    }

    @Test
    void a_trial_can_be_ended_at_once() throws StripeException {
        Subscription trial = shop.subscribed(Shop.plan(Shop.PRO).setSubscriptionData(
                SessionCreateParams.SubscriptionData.builder().setTrialPeriodDays(14L).build()));
        shop.simulator.advance(Duration.ofDays(2));
        Subscription ended = shop.stripe.subscriptions().update(trial.getId(),
                SubscriptionUpdateParams.builder().setTrialEnd(SubscriptionUpdateParams.TrialEnd.NOW).build());
        assertThat(ended.getStatus()).isEqualTo("active");
        assertThat(Instant.ofEpochSecond(ended.getItems().getData().getFirst().getCurrentPeriodEnd())).isEqualTo("2026-03-02T10:00:00Z");
        shop.happened();
        shop.simulator.advance(Duration.ofDays(14));
        assertThat(shop.happened()).isEmpty();
    }

    @Test
    void a_failed_renewal_is_tried_again_and_recovers() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.outside().card(subscription.getCustomer(), false);
        shop.happened();
        shop.simulator.advanceTo(Instant.parse("2026-02-28T10:00:00Z"));
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("past_due");
        assertThat(shop.happened()).contains("invoice.payment_failed", "charge.failed").doesNotContain("invoice.paid");
        Invoice open = shop.invoices(subscription.getId()).getFirst();
        assertThat(Instant.ofEpochSecond(open.getNextPaymentAttempt())).isEqualTo("2026-03-01T10:00:00Z");

        shop.outside().card(subscription.getCustomer(), true);
        shop.simulator.advance(Duration.ofDays(1));
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("active");
        Invoice paid = shop.stripe.invoices().retrieve(open.getId());
        assertThat(paid.getAttemptCount()).isEqualTo(2);
        assertThat(paid.getStatusTransitions().getPaidAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z").getEpochSecond());
    }

    @Test
    void an_open_invoice_is_paid_by_hand() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.outside().card(subscription.getCustomer(), false);
        shop.simulator.advance(Duration.ofDays(28));
        String invoice = shop.invoices(subscription.getId()).getFirst().getId();
        assertThatThrownBy(() -> shop.stripe.invoices().pay(invoice)).isInstanceOf(CardException.class);
        shop.outside().payInvoice(invoice);
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("active");
    }

    @Test
    void after_the_last_attempt_the_subscription_is_canceled() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.outside().card(subscription.getCustomer(), false);
        shop.simulator.advance(Duration.ofDays(28 + 7).minusSeconds(1));
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("past_due");
        shop.simulator.advance(Duration.ofSeconds(1));
        Subscription canceled = shop.subscription(subscription.getId());
        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationDetails().getReason()).isEqualTo("payment_failed");
        assertThat(shop.invoices(subscription.getId()).getFirst().getAttemptCount()).isEqualTo(5);
        assertThat(shop.invoices(subscription.getId()).getFirst().getNextPaymentAttempt()).isNull();
        shop.simulator.advance(Duration.ofDays(90));
        assertThat(shop.invoices(subscription.getId())).hasSize(2);
    }

    @Test
    void after_the_last_attempt_it_can_be_left_unpaid_instead() throws StripeException {
        shop.simulator.leaveUnpaid();
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.outside().card(subscription.getCustomer(), false);
        shop.simulator.advance(Duration.ofDays(28 + 7));
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("unpaid");
    }

    @Test
    void a_first_invoice_that_nobody_pays_expires_with_its_subscription() throws StripeException {
        String customer = shop.customer();
        String subscription = shop.outside().subscribe(customer, Shop.PRO);
        assertThat(shop.subscription(subscription).getStatus()).isEqualTo("incomplete");
        shop.simulator.advance(Duration.ofHours(23));
        assertThat(shop.subscription(subscription).getStatus()).isEqualTo("incomplete_expired");
        assertThat(shop.invoices(subscription).getFirst().getStatus()).isEqualTo("void");
    }

    @Test
    void a_cancellation_takes_effect_with_the_period_unless_it_is_taken_back() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.stripe.subscriptions().update(subscription.getId(), SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true).build());
        assertThat(shop.subscription(subscription.getId()).getCancelAt())
                .isEqualTo(subscription.getItems().getData().getFirst().getCurrentPeriodEnd());
        shop.outside().resume(subscription.getId());
        shop.simulator.advance(Duration.ofDays(28));
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("active");

        shop.outside().cancelAtPeriodEnd(subscription.getId());
        shop.happened();
        shop.simulator.advance(Duration.ofDays(31));
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("canceled");
        assertThat(shop.happened()).containsExactly("customer.subscription.deleted");
    }

    @Test
    void what_is_canceled_stays_canceled() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        assertThat(shop.stripe.subscriptions().cancel(subscription.getId()).getStatus()).isEqualTo("canceled");
        assertThatThrownBy(() -> shop.stripe.subscriptions().cancel(subscription.getId())).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> shop.stripe.subscriptions().update(subscription.getId(),
                SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(false).build())).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void canceled_ones_are_listed_when_all_are_asked_for() throws StripeException {
        String customer = shop.customer();
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO).setCustomer(customer));
        shop.outside().cancelNow(subscription.getId());
        assertThat(shop.stripe.subscriptions().list(SubscriptionListParams.builder().setCustomer(customer).build()).getData()).isEmpty();
        assertThat(shop.stripe.subscriptions().list(SubscriptionListParams.builder().setCustomer(customer)
                .setStatus(SubscriptionListParams.Status.ALL).build()).getData()).hasSize(1);
    }

    @Test
    void a_discount_lasts_as_long_as_its_coupon() throws StripeException {
        String coupon = shop.stripe.coupons().create(CouponCreateParams.builder().setPercentOff(BigDecimal.valueOf(50))
                .setDuration(CouponCreateParams.Duration.REPEATING).setDurationInMonths(2L).build()).getId();
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO).addDiscount(
                SessionCreateParams.Discount.builder().setCoupon(coupon).build()));
        shop.simulator.advance(Duration.ofDays(60));
        assertThat(shop.invoices(subscription.getId())).extracting(Invoice::getAmountPaid).containsExactly(2900L, 1450L, 1450L);
        InvoiceLineItem line = shop.invoices(subscription.getId()).getLast().getLines().getData().getFirst();
        assertThat(line.getAmount()).isEqualTo(2900);
        assertThat(line.getDiscountAmounts().getFirst().getAmount()).isEqualTo(1450);
    }

    @Test
    void a_single_discount_waits_for_the_first_invoice_that_costs_something() throws StripeException {
        String coupon = shop.stripe.coupons().create(CouponCreateParams.builder().setAmountOff(900L).setCurrency("usd").build()).getId();
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO)
                .addDiscount(SessionCreateParams.Discount.builder().setCoupon(coupon).build())
                .setSubscriptionData(SessionCreateParams.SubscriptionData.builder().setTrialPeriodDays(7L).build()));
        shop.simulator.advance(Duration.ofDays(40));
        assertThat(shop.invoices(subscription.getId())).extracting(Invoice::getAmountPaid).containsExactly(2900L, 2000L, 0L);
    }

    @Test
    void an_invoice_can_be_a_draft_for_a_while() throws StripeException {
        shop.simulator.draftFor(Duration.ofHours(1));
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.simulator.advance(Duration.ofDays(28));
        assertThat(shop.invoices(subscription.getId()).getFirst().getStatus()).isEqualTo("draft");
        shop.simulator.advance(Duration.ofHours(1));
        assertThat(shop.invoices(subscription.getId()).getFirst().getStatus()).isEqualTo("paid");
    }
}
