package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.Subscription;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.PaymentBehavior;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import com.stripe.param.checkout.SessionCreateParams;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorChangesTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_upgrade_settles_the_rest_of_the_month_at_once() throws StripeException {
        Subscription subscription = half(Shop.PRO);
        change(subscription, Shop.MAX, SubscriptionUpdateParams.builder().setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE));
        Invoice invoice = shop.invoices(subscription.getId()).getFirst();
        assertThat(invoice.getBillingReason()).isEqualTo("subscription_update");
        assertThat(invoice.getLines().getData()).extracting(InvoiceLineItem::getAmount).containsExactly(-1450L, 4950L);
        assertThat(invoice.getLines().getData()).allMatch(line -> line.getParent().getSubscriptionItemDetails().getProration());
        assertThat(invoice.getAmountPaid()).isEqualTo(3500);
        Subscription changed = shop.subscription(subscription.getId());
        assertThat(price(changed)).isEqualTo(Shop.MAX);
        assertThat(changed.getLatestInvoice()).isEqualTo(invoice.getId());
        assertThat(changed.getItems().getData().getFirst().getCurrentPeriodEnd())
                .isEqualTo(subscription.getItems().getData().getFirst().getCurrentPeriodEnd());
    }

    @Test
    void a_second_upgrade_gives_back_what_the_first_one_billed() throws StripeException {
        shop.simulator.addPrice("price_top", 19900, "usd", "Top");
        Subscription subscription = half(Shop.PRO);
        SubscriptionUpdateParams.Builder atOnce = SubscriptionUpdateParams.builder().setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE);
        change(subscription, Shop.MAX, atOnce);
        shop.simulator.advance(Duration.ofDays(7));
        change(subscription, "price_top", SubscriptionUpdateParams.builder().setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE));
        assertThat(shop.invoices(subscription.getId()).getFirst().getLines().getData()).extracting(InvoiceLineItem::getAmount)
                .containsExactly(-2475L, 4975L);
    }

    @Test
    void a_discount_is_given_back_as_it_was_taken() throws StripeException {
        String coupon = shop.stripe.coupons().create(CouponCreateParams.builder().setPercentOff(BigDecimal.valueOf(50))
                .setDuration(CouponCreateParams.Duration.ONCE).build()).getId();
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO).addDiscount(
                SessionCreateParams.Discount.builder().setCoupon(coupon).build()));
        shop.simulator.advance(Duration.ofDays(14));
        change(subscription, Shop.MAX, SubscriptionUpdateParams.builder().setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE));
        Invoice invoice = shop.invoices(subscription.getId()).getFirst();
        assertThat(invoice.getLines().getData().getFirst().getAmount()).isEqualTo(-1450);
        assertThat(invoice.getTotal()).isEqualTo(4950 - 725);
    }

    @Test
    void a_downgrade_leaves_credit_for_the_next_invoice() throws StripeException {
        Subscription subscription = half(Shop.MAX);
        shop.outside().changePrice(subscription.getId(), Shop.PRO);
        Invoice invoice = shop.invoices(subscription.getId()).getFirst();
        assertThat(invoice.getTotal()).isEqualTo(-3500);
        assertThat(invoice.getAmountDue()).isZero();
        assertThat(shop.stripe.customers().retrieve(subscription.getCustomer()).getBalance()).isEqualTo(-3500);
        shop.simulator.advance(Duration.ofDays(14));
        Invoice next = shop.invoices(subscription.getId()).getFirst();
        assertThat(next.getTotal()).isEqualTo(2900);
        assertThat(next.getAmountDue()).isZero();
        assertThat(shop.stripe.customers().retrieve(subscription.getCustomer()).getBalance()).isEqualTo(-600);
    }

    @Test
    void without_proration_the_price_counts_from_the_next_month() throws StripeException {
        Subscription subscription = half(Shop.PRO);
        change(subscription, Shop.MAX, SubscriptionUpdateParams.builder().setProrationBehavior(ProrationBehavior.NONE));
        assertThat(shop.invoices(subscription.getId())).hasSize(1);
        shop.simulator.advance(Duration.ofDays(14));
        assertThat(shop.invoices(subscription.getId()).getFirst().getAmountPaid()).isEqualTo(9900);
    }

    @Test
    void prorations_can_wait_for_the_next_invoice() throws StripeException {
        Subscription subscription = half(Shop.PRO);
        change(subscription, Shop.MAX, SubscriptionUpdateParams.builder());
        assertThat(shop.invoices(subscription.getId())).hasSize(1);
        shop.simulator.advance(Duration.ofDays(14));
        assertThat(shop.invoices(subscription.getId()).getFirst().getAmountPaid()).isEqualTo(3500 + 9900);
    }

    @Test
    void an_upgrade_that_cannot_be_paid_is_refused_if_that_was_wanted() throws StripeException {
        Subscription subscription = half(Shop.PRO);
        shop.outside().card(subscription.getCustomer(), false);
        assertThatThrownBy(() -> change(subscription, Shop.MAX, SubscriptionUpdateParams.builder()
                .setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE).setPaymentBehavior(PaymentBehavior.ERROR_IF_INCOMPLETE)))
                .isInstanceOfSatisfying(CardException.class, refusal -> assertThat(refusal.getCode()).isEqualTo("card_declined"));
        assertThat(price(shop.subscription(subscription.getId()))).isEqualTo(Shop.PRO);
        assertThat(shop.invoices(subscription.getId())).hasSize(1);
    }

    @Test
    void an_upgrade_can_wait_for_its_payment() throws StripeException {
        Subscription subscription = half(Shop.PRO);
        shop.outside().card(subscription.getCustomer(), false);
        change(subscription, Shop.MAX, SubscriptionUpdateParams.builder().setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE)
                .setPaymentBehavior(PaymentBehavior.PENDING_IF_INCOMPLETE));
        Subscription waits = shop.subscription(subscription.getId());
        assertThat(price(waits)).isEqualTo(Shop.PRO);
        assertThat(waits.getStatus()).isEqualTo("active");
        assertThat(waits.getPendingUpdate().getSubscriptionItems().getFirst().getPrice().getId()).isEqualTo(Shop.MAX);
        shop.outside().payInvoice(waits.getLatestInvoice());
        assertThat(price(shop.subscription(subscription.getId()))).isEqualTo(Shop.MAX);
    }

    @Test
    void an_upgrade_does_not_wait_for_ever() throws StripeException {
        Subscription subscription = half(Shop.PRO);
        shop.outside().card(subscription.getCustomer(), false);
        change(subscription, Shop.MAX, SubscriptionUpdateParams.builder().setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE)
                .setPaymentBehavior(PaymentBehavior.PENDING_IF_INCOMPLETE));
        shop.simulator.advance(Duration.ofHours(23));
        assertThat(shop.subscription(subscription.getId()).getPendingUpdate()).isNull();
        assertThat(shop.invoices(subscription.getId()).getFirst().getStatus()).isEqualTo("void");
    }

    @Test
    void an_upgrade_that_cannot_be_paid_is_owed_otherwise() throws StripeException {
        Subscription subscription = half(Shop.PRO);
        shop.outside().card(subscription.getCustomer(), false);
        change(subscription, Shop.MAX, SubscriptionUpdateParams.builder().setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE));
        Subscription owes = shop.subscription(subscription.getId());
        assertThat(owes.getStatus()).isEqualTo("past_due");
        assertThat(price(owes)).isEqualTo(Shop.MAX);
    }

    @Test
    void metadata_of_a_subscription_is_merged() throws StripeException {
        Subscription subscription = half(Shop.PRO);
        shop.stripe.subscriptions().update(subscription.getId(), SubscriptionUpdateParams.builder().putMetadata("a", "1").build());
        shop.stripe.subscriptions().update(subscription.getId(), SubscriptionUpdateParams.builder().putMetadata("b", "2").build());
        assertThat(shop.subscription(subscription.getId()).getMetadata()).containsEntry("a", "1").containsEntry("b", "2");
    }

    /** Half of its 28 days are over. */
    private Subscription half(String price) throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(price));
        shop.simulator.advance(Duration.ofDays(14));
        return subscription;
    }

    private void change(Subscription subscription, String price, SubscriptionUpdateParams.Builder how) throws StripeException {
        shop.stripe.subscriptions().update(subscription.getId(), how.addItem(SubscriptionUpdateParams.Item.builder()
                .setId(subscription.getItems().getData().getFirst().getId()).setPrice(price).build()).build());
    }

    private static String price(Subscription subscription) {
        return subscription.getItems().getData().getFirst().getPrice().getId();
    }
}
