package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorTest {

    private final StripeSimulator simulator = StripeSimulator.started();
    private final StripeClient stripe = StripeClient.builder().setApiKey(StripeSimulator.KEY).setApiBase(simulator.base()).build();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void the_version_is_that_of_the_sdk() {
        assertThat(Api.VERSION).isEqualTo(Stripe.API_VERSION);
    }

    @Test
    void a_top_up_is_paid() throws StripeException {
        String customer = stripe.v1().customers().create(CustomerCreateParams.builder().setEmail("ana@example.org")
                .putMetadata("team", "t1").build()).getId();
        Session session = stripe.v1().checkout().sessions().create(SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT).setCustomer(customer).setClientReferenceId("order-1").setSuccessUrl("http://localhost/ok")
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder().putMetadata("order", "order-1").build())
                .addLineItem(SessionCreateParams.LineItem.builder().setQuantity(1L).setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("usd").setUnitAmount(800L).setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName("Credits").build()).build()).build())
                .build());
        assertThat(session.getAmountTotal()).isEqualTo(800);
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");

        simulator.outside().pay(session.getId());

        Session paid = stripe.v1().checkout().sessions().retrieve(session.getId());
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        PaymentIntent intent = stripe.v1().paymentIntents().retrieve(paid.getPaymentIntent(),
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build());
        assertThat(intent.getAmountReceived()).isEqualTo(800);
        assertThat(intent.getMetadata()).containsEntry("order", "order-1");
        Charge charge = intent.getLatestChargeObject();
        assertThat(charge.getPaid()).isTrue();
        assertThat(simulator.pendingEvents()).extracting(SimulatedEvent::type).containsExactly("customer.created", "payment_intent.created",
                "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed");
    }

    @Test
    void an_event_is_signed_as_the_sdk_wants_it() throws SignatureVerificationException {
        simulator.outside().coupon(Map.of("percent_off", "20", "duration", "once"));
        List<SimulatedEvent> events = simulator.takeEvents();
        SignedEvent signed = simulator.signed(events.getFirst());
        Event event = Webhook.constructEvent(signed.body(), signed.header(), StripeSimulator.SECRET);
        assertThat(event.getType()).isEqualTo("coupon.created");
        assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
        assertThatThrownBy(() -> Webhook.constructEvent(signed.body() + " ", signed.header(), StripeSimulator.SECRET))
                .isInstanceOf(SignatureVerificationException.class);
    }
}
