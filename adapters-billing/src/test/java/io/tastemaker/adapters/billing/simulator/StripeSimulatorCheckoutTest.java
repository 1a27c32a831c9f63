package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PromotionCode;
import com.stripe.model.checkout.Session;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PromotionCodeCreateParams;
import com.stripe.param.PromotionCodeListParams;
import com.stripe.param.PromotionCodeUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorCheckoutTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_top_up_is_paid_once_with_the_order_on_its_payment() throws StripeException {
        String customer = shop.customer();
        Session session = shop.session(Shop.topUp(800).setCustomer(customer).setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                .putMetadata("order", "o1").build()));
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getPaymentIntent()).isNull();

        shop.outside().pay(session.getId());
        Session paid = shop.stripe.checkout().sessions().retrieve(session.getId(), SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge").addExpand("customer").addExpand("line_items").build());
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getUrl()).isNull();
        assertThat(paid.getCustomerObject().getEmail()).isEqualTo("ana@example.org");
        assertThat(paid.getLineItems().getData().getFirst().getAmountTotal()).isEqualTo(800);
        PaymentIntent intent = paid.getPaymentIntentObject();
        assertThat(intent.getAmountReceived()).isEqualTo(paid.getAmountTotal());
        assertThat(intent.getMetadata()).containsEntry("order", "o1");
        assertThat(intent.getLatestChargeObject().getPaymentIntent()).isEqualTo(intent.getId());
        assertThat(shop.happened()).containsExactly("customer.created", "payment_intent.created", "charge.succeeded",
                "payment_intent.succeeded", "checkout.session.completed");
        assertThatIllegalStateException().isThrownBy(() -> shop.outside().pay(session.getId()));
    }

    @Test
    void a_discount_is_rounded_half_up_and_taken_off_the_total() throws StripeException {
        String coupon = shop.stripe.coupons().create(CouponCreateParams.builder().setPercentOff(BigDecimal.valueOf(20))
                .setDuration(CouponCreateParams.Duration.ONCE).build()).getId();
        Session session = shop.paid(Shop.topUp(999).addDiscount(SessionCreateParams.Discount.builder().setCoupon(coupon).build()));
        assertThat(session.getAmountSubtotal()).isEqualTo(999);
        assertThat(session.getTotalDetails().getAmountDiscount()).isEqualTo(200);
        assertThat(session.getAmountTotal()).isEqualTo(799);
        assertThat(session.getDiscounts().getFirst().getCoupon()).isEqualTo(coupon);
        assertThat(shop.stripe.paymentIntents().retrieve(session.getPaymentIntent()).getAmountReceived()).isEqualTo(799);
        assertThat(shop.stripe.coupons().retrieve(coupon).getTimesRedeemed()).isEqualTo(1);
    }

    @Test
    void what_costs_nothing_needs_no_payment() throws StripeException {
        String coupon = shop.stripe.coupons().create(CouponCreateParams.builder().setPercentOff(BigDecimal.valueOf(100)).build()).getId();
        Session session = shop.paid(Shop.topUp(800).addDiscount(SessionCreateParams.Discount.builder().setCoupon(coupon).build()));
        assertThat(session.getPaymentStatus()).isEqualTo("no_payment_required");
        assertThat(session.getPaymentIntent()).isNull();
    }

    @Test
    void a_promotion_code_is_used_up_when_a_session_is_completed() throws StripeException {
        PromotionCode code = promotionCode("SPRING", 1);
        assertThat(code.getPromotion().getType()).isEqualTo("coupon");
        SessionCreateParams.Discount discount = SessionCreateParams.Discount.builder().setPromotionCode(code.getId()).build();
        Session first = shop.session(Shop.topUp(800).addDiscount(discount));
        Session second = shop.session(Shop.topUp(800).addDiscount(discount));
        shop.outside().pay(first.getId());

        assertThatIllegalStateException().isThrownBy(() -> shop.outside().pay(second.getId())).withMessage("The promotion is over");
        PromotionCode used = shop.stripe.promotionCodes().retrieve(code.getId());
        assertThat(used.getTimesRedeemed()).isEqualTo(1);
        assertThat(used.getActive()).isFalse();
        assertThatThrownBy(() -> shop.session(Shop.topUp(800).addDiscount(discount))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_promotion_code_is_found_by_its_word_and_can_be_closed() throws StripeException {
        PromotionCode code = promotionCode("SPRING", 10);
        PromotionCodeListParams byWord = PromotionCodeListParams.builder().setCode("spring").setActive(true).build();
        assertThat(shop.stripe.promotionCodes().list(byWord).getData()).extracting(PromotionCode::getId).containsExactly(code.getId());
        shop.stripe.promotionCodes().update(code.getId(), PromotionCodeUpdateParams.builder().setActive(false).build());
        assertThat(shop.stripe.promotionCodes().list(byWord).getData()).isEmpty();
    }

    @Test
    void a_code_can_be_typed_in_where_the_session_takes_codes() throws StripeException {
        promotionCode("SPRING", 10);
        Session session = shop.session(Shop.topUp(800).setAllowPromotionCodes(true));
        shop.outside().enterCode(session.getId(), "spring");
        assertThat(shop.again(session).getAmountTotal()).isEqualTo(600);
        Session without = shop.session(Shop.topUp(800));
        assertThatIllegalStateException().isThrownBy(() -> shop.outside().enterCode(without.getId(), "spring"));
    }

    @Test
    void codes_and_discounts_exclude_each_other() throws StripeException {
        PromotionCode code = promotionCode("SPRING", 10);
        assertThatThrownBy(() -> shop.session(Shop.topUp(800).setAllowPromotionCodes(true)
                .addDiscount(SessionCreateParams.Discount.builder().setPromotionCode(code.getId()).build())))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_coupon_ends_when_its_time_is_over() throws StripeException {
        String coupon = shop.stripe.coupons().create(CouponCreateParams.builder().setAmountOff(100L).setCurrency("usd")
                .setRedeemBy(Shop.OPENING.plus(Duration.ofDays(2)).getEpochSecond()).build()).getId();
        assertThat(shop.stripe.coupons().retrieve(coupon).getValid()).isTrue();
        shop.simulator.advance(Duration.ofDays(2));
        assertThat(shop.stripe.coupons().retrieve(coupon).getValid()).isFalse();
        assertThat(shop.stripe.coupons().delete(coupon).getDeleted()).isTrue();
    }

    @Test
    void a_session_expires_by_itself() throws StripeException {
        Session session = shop.session(Shop.topUp(800).setExpiresAt(Shop.OPENING.plus(Duration.ofMinutes(30)).getEpochSecond()));
        shop.simulator.advance(Duration.ofMinutes(29));
        assertThat(shop.again(session).getStatus()).isEqualTo("open");
        shop.simulator.advance(Duration.ofMinutes(1));
        assertThat(shop.again(session).getStatus()).isEqualTo("expired");
        assertThat(shop.happened()).containsExactly("checkout.session.expired");
        assertThatIllegalStateException().isThrownBy(() -> shop.outside().pay(session.getId()));
    }

    @Test
    void an_open_session_is_expired_on_request_and_only_then() throws StripeException {
        Session session = shop.session(Shop.topUp(800));
        assertThat(shop.stripe.checkout().sessions().expire(session.getId()).getStatus()).isEqualTo("expired");
        assertThatThrownBy(() -> shop.stripe.checkout().sessions().expire(session.getId())).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_session_cannot_be_open_for_too_long() {
        long late = Shop.OPENING.plus(Duration.ofHours(25)).getEpochSecond();
        assertThatThrownBy(() -> shop.session(Shop.topUp(800).setExpiresAt(late))).isInstanceOfSatisfying(InvalidRequestException.class,
                refusal -> assertThat(refusal.getParam()).isEqualTo("expires_at"));
    }

    @Test
    void less_than_half_a_dollar_cannot_be_charged() {
        assertThatThrownBy(() -> shop.session(Shop.topUp(49))).isInstanceOfSatisfying(InvalidRequestException.class,
                refusal -> assertThat(refusal.getCode()).isEqualTo("amount_too_small"));
    }

    @Test
    void after_a_declined_card_another_one_pays() throws StripeException {
        Session session = shop.session(Shop.topUp(800));
        shop.outside().pay(session.getId(), Outside.Payment.IS_DECLINED);
        Session open = shop.again(session);
        assertThat(open.getStatus()).isEqualTo("open");
        assertThat(shop.happened()).containsExactly("payment_intent.created", "charge.failed", "payment_intent.payment_failed");

        shop.outside().pay(session.getId());
        assertThat(shop.again(session).getPaymentIntent()).isEqualTo(open.getPaymentIntent());
        PaymentIntent intent = shop.stripe.paymentIntents().retrieve(open.getPaymentIntent(),
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build());
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getLatestChargeObject().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void a_payment_that_arrives_later_is_unpaid_until_then() throws StripeException {
        Session arrives = shop.session(Shop.topUp(800));
        Session fails = shop.session(Shop.topUp(800));
        shop.outside().pay(arrives.getId(), Outside.Payment.ARRIVES_LATER);
        shop.outside().pay(fails.getId(), Outside.Payment.ARRIVES_LATER);
        assertThat(shop.again(arrives).getStatus()).isEqualTo("complete");
        assertThat(shop.again(arrives).getPaymentStatus()).isEqualTo("unpaid");
        shop.happened();

        shop.outside().settle(arrives.getId(), true);
        shop.outside().settle(fails.getId(), false);
        assertThat(shop.again(arrives).getPaymentStatus()).isEqualTo("paid");
        assertThat(shop.again(fails).getPaymentStatus()).isEqualTo("unpaid");
        assertThat(shop.happened()).containsExactly("charge.succeeded", "payment_intent.succeeded", "checkout.session.async_payment_succeeded",
                "charge.failed", "payment_intent.payment_failed", "checkout.session.async_payment_failed");
    }

    @Test
    void an_invoice_is_made_for_a_single_sale_if_it_is_wanted() throws StripeException {
        Session session = shop.paid(Shop.topUp(800).setCustomer(shop.customer()).setInvoiceCreation(
                SessionCreateParams.InvoiceCreation.builder().setEnabled(true).build()));
        var invoice = shop.stripe.invoices().retrieve(session.getInvoice());
        assertThat(invoice.getStatus()).isEqualTo("paid");
        assertThat(invoice.getParent()).isNull();
        assertThat(invoice.getBillingReason()).isEqualTo("manual");
        assertThat(invoice.getAmountPaid()).isEqualTo(800);
    }

    @Test
    void sessions_are_listed_by_what_they_led_to() throws StripeException {
        String customer = shop.customer();
        Session topUp = shop.paid(Shop.topUp(800).setCustomer(customer));
        Session plan = shop.paid(Shop.plan(Shop.PRO).setCustomer(customer));
        shop.session(Shop.topUp(800));
        assertThat(listed(SessionListParams.builder().setCustomer(customer))).containsExactly(plan.getId(), topUp.getId());
        assertThat(listed(SessionListParams.builder().setPaymentIntent(topUp.getPaymentIntent()))).containsExactly(topUp.getId());
        assertThat(listed(SessionListParams.builder().setSubscription(plan.getSubscription()))).containsExactly(plan.getId());
        assertThat(listed(SessionListParams.builder().setStatus(SessionListParams.Status.OPEN))).hasSize(1);
    }

    private Iterable<String> listed(SessionListParams.Builder params) throws StripeException {
        return shop.stripe.checkout().sessions().list(params.build()).getData().stream().map(Session::getId).toList();
    }

    private PromotionCode promotionCode(String word, long times) throws StripeException {
        String coupon = shop.stripe.coupons().create(CouponCreateParams.builder().setPercentOff(BigDecimal.valueOf(25)).build()).getId();
        return shop.stripe.promotionCodes().create(PromotionCodeCreateParams.builder().setCode(word).setMaxRedemptions(times)
                .setPromotion(PromotionCodeCreateParams.Promotion.builder().setType(PromotionCodeCreateParams.Promotion.Type.COUPON)
                        .setCoupon(coupon).build()).build());
    }
}
