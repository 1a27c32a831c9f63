package io.tastemaker.adapters.billing.simulator;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.service.V1Services;
import java.time.Instant;
import java.util.List;

/** A seller who speaks to the simulator through the real SDK. */
final class Shop implements AutoCloseable {

    static final Instant OPENING = Instant.parse("2026-01-31T10:00:00Z");
    static final String PRO = "price_pro";
    static final String MAX = "price_max";

    final StripeSimulator simulator;
    final V1Services stripe;

    Shop() {
        this(StripeSimulator.builder().at(OPENING));
    }

    Shop(StripeSimulator.Builder settings) {
        simulator = settings.start();
        stripe = StripeClient.builder().setApiKey(StripeSimulator.KEY).setApiBase(simulator.base()).setMaxNetworkRetries(0).build().v1();
        simulator.addPrice(PRO, 2900, "usd", "Pro");
        simulator.addPrice(MAX, 9900, "usd", "Max");
    }

    Outside outside() {
        return simulator.outside();
    }

    String customer() throws StripeException {
        return stripe.customers().create(CustomerCreateParams.builder().setEmail("ana@example.org").setName("Ana").build()).getId();
    }

    static SessionCreateParams.Builder topUp(long amount) {
        return SessionCreateParams.builder().setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("http://127.0.0.1/paid?session={CHECKOUT_SESSION_ID}").setCancelUrl("http://127.0.0.1/left")
                .addLineItem(SessionCreateParams.LineItem.builder().setQuantity(1L).setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("usd").setUnitAmount(amount).setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName("Credits").build()).build()).build());
    }

    static SessionCreateParams.Builder plan(String price) {
        return SessionCreateParams.builder().setMode(SessionCreateParams.Mode.SUBSCRIPTION).setSuccessUrl("http://127.0.0.1/paid")
                .addLineItem(SessionCreateParams.LineItem.builder().setPrice(price).setQuantity(1L).build());
    }

    Session session(SessionCreateParams.Builder params) throws StripeException {
        return stripe.checkout().sessions().create(params.build());
    }

    Session again(Session session) throws StripeException {
        return stripe.checkout().sessions().retrieve(session.getId());
    }

    /** A session that is paid at once. */
    Session paid(SessionCreateParams.Builder params) throws StripeException {
        Session session = session(params);
        outside().pay(session.getId());
        return again(session);
    }

    Subscription subscribed(SessionCreateParams.Builder params) throws StripeException {
        return subscription(paid(params).getSubscription());
    }

    Subscription subscription(String id) throws StripeException {
        return stripe.subscriptions().retrieve(id);
    }

    /** The newest first, with their payments. */
    List<Invoice> invoices(String subscription) throws StripeException {
        return stripe.invoices().list(InvoiceListParams.builder().setSubscription(subscription).addExpand("data.payments").build()).getData();
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** The types of the events since they were last taken. */
    List<String> happened() {
        return simulator.takeEvents().stream().map(SimulatedEvent::type).toList();
    }

    Event parsed(SimulatedEvent event) throws StripeException {
        SignedEvent signed = simulator.signed(event);
        return Webhook.constructEvent(signed.body(), signed.header(), StripeSimulator.SECRET);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
