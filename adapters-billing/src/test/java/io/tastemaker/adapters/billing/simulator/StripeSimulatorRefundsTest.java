package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorRefundsTest {

    private final Shop shop = new Shop();
    private String intent = "";

    @BeforeEach
    void sell() throws StripeException {
        intent = shop.paid(Shop.topUp(800)).getPaymentIntent();
        shop.happened();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_charge_is_refunded_in_parts() throws StripeException {
        Refund part = shop.stripe.refunds().create(RefundCreateParams.builder().setPaymentIntent(intent).setAmount(300L).build());
        assertThat(part.getStatus()).isEqualTo("succeeded");
        assertThat(charge().getAmountRefunded()).isEqualTo(300);
        assertThat(charge().getRefunded()).isFalse();
        shop.outside().refund(intent);
        assertThat(charge().getAmountRefunded()).isEqualTo(800);
        assertThat(charge().getRefunded()).isTrue();
        assertThat(shop.stripe.refunds().list(RefundListParams.builder().setPaymentIntent(intent).build()).getData())
                .extracting(Refund::getAmount).containsExactly(500L, 300L);
        assertThat(shop.happened()).containsExactly("refund.created", "charge.refunded", "refund.created", "charge.refunded");
    }

    @Test
    void nobody_gets_back_more_than_was_paid() throws StripeException {
        assertThatThrownBy(() -> shop.stripe.refunds().create(RefundCreateParams.builder().setPaymentIntent(intent).setAmount(801L).build()))
                .isInstanceOf(InvalidRequestException.class);
        shop.outside().refund(intent);
        assertThatThrownBy(() -> shop.stripe.refunds().create(RefundCreateParams.builder().setPaymentIntent(intent).build()))
                .isInstanceOfSatisfying(InvalidRequestException.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo("charge_already_refunded"));
    }

    @Test
    void a_refund_that_fails_comes_back() throws StripeException {
        String refund = shop.outside().refund(intent, 300);
        shop.outside().failRefund(refund);
        assertThat(shop.stripe.refunds().retrieve(refund).getStatus()).isEqualTo("failed");
        assertThat(charge().getAmountRefunded()).isZero();
    }

    @Test
    void a_dispute_is_opened_looked_at_and_lost() throws StripeException {
        String id = shop.outside().dispute(intent);
        Dispute dispute = shop.stripe.disputes().retrieve(id);
        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(dispute.getAmount()).isEqualTo(800);
        assertThat(charge().getDisputed()).isTrue();
        shop.outside().reviewDispute(id);
        shop.outside().closeDispute(id, false);
        assertThat(shop.stripe.disputes().list(DisputeListParams.builder().setPaymentIntent(intent).build()).getData())
                .extracting(Dispute::getStatus).containsExactly("lost");
        assertThat(shop.happened()).containsExactly("charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.updated",
                "charge.dispute.closed");
        assertThatThrownBy(() -> shop.outside().closeDispute(id, true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_dispute_that_is_won_brings_the_money_back() throws StripeException {
        shop.outside().closeDispute(shop.outside().dispute(intent, 500), true);
        assertThat(shop.happened()).endsWith("charge.dispute.closed", "charge.dispute.funds_reinstated");
    }

    @Test
    void a_question_of_the_bank_takes_no_money() throws StripeException {
        String id = shop.outside().inquire(intent);
        assertThat(shop.stripe.disputes().retrieve(id).getStatus()).isEqualTo("warning_needs_response");
        assertThat(charge().getDisputed()).isFalse();
        shop.outside().closeDispute(id, true);
        assertThat(shop.stripe.disputes().retrieve(id).getStatus()).isEqualTo("warning_closed");
        assertThat(shop.happened()).containsExactly("charge.dispute.created", "charge.dispute.closed");
    }

    private Charge charge() throws StripeException {
        return shop.stripe.charges().retrieve(shop.stripe.paymentIntents().retrieve(intent).getLatestCharge());
    }
}
