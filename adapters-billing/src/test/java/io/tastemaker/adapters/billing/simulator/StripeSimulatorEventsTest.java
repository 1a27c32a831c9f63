package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.Subscription;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorEventsTest {

    private final Shop shop = new Shop();
    private final List<Event> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer webhook;

    @BeforeEach
    void listen() throws IOException {
        webhook = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
        webhook.createContext("/", this::receive);
        webhook.start();
    }

    @AfterEach
    void close() {
        shop.close();
        webhook.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        try {
            String body = Http.body(exchange);
            if (!refused) {
                received.add(Webhook.constructEvent(body, exchange.getRequestHeaders().getFirst("Stripe-Signature"), StripeSimulator.SECRET));
            }
            exchange.sendResponseHeaders(refused ? 500 : 200, -1);
        } catch (SignatureVerificationException failure) {
            exchange.sendResponseHeaders(400, -1);
        } finally {
            exchange.close();
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + webhook.getAddress().getPort() + "/");
    }

    @Test
    void every_event_of_a_life_is_read_by_the_sdk() throws StripeException {
        live();
        for (SimulatedEvent event : shop.simulator.takeEvents()) {
            Event parsed = shop.parsed(event);
            assertThat(parsed.getType()).isEqualTo(event.type());
            assertThat(parsed.getDataObjectDeserializer().getObject()).as(event.type()).isPresent();
        }
    }

    @Test
    void a_change_says_what_was_there_before() throws StripeException {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.happened();
        shop.outside().cancelAtPeriodEnd(subscription.getId());
        Event event = shop.parsed(shop.simulator.takeEvents().getFirst());
        assertThat(event.getData().getPreviousAttributes()).containsEntry("cancel_at_period_end", false);
        assertThat(event.getRequest().getId()).isNull();
    }

    @Test
    void a_request_is_named_by_what_it_caused() throws StripeException {
        shop.stripe.customers().create(CustomerCreateParams.builder().build(), Shop.key("k1"));
        Event event = shop.parsed(shop.simulator.takeEvents().getFirst());
        assertThat(event.getRequest().getIdempotencyKey()).isEqualTo("k1");
        assertThat(event.getRequest().getId()).startsWith("req_");
    }

    @Test
    void a_tampered_event_is_refused_and_each_of_two_secrets_is_good() throws StripeException {
        shop.customer();
        shop.simulator.secrets("whsec_old", "whsec_new");
        SignedEvent signed = shop.simulator.signed(shop.simulator.takeEvents().getFirst());
        assertThatThrownBy(() -> Webhook.constructEvent(signed.body() + " ", signed.header(), "whsec_old"))
                .isInstanceOf(SignatureVerificationException.class);
        assertThatThrownBy(() -> Webhook.constructEvent(signed.body(), signed.header(), StripeSimulator.SECRET))
                .isInstanceOf(SignatureVerificationException.class);
        assertThatCode(() -> Webhook.constructEvent(signed.body(), signed.header(), "whsec_old")).doesNotThrowAnyException();
        assertThatCode(() -> Webhook.constructEvent(signed.body(), signed.header(), "whsec_new")).doesNotThrowAnyException();
    }

    @Test
    void signatures_have_a_clock_of_their_own() throws StripeException {
        try (Shop late = new Shop(StripeSimulator.builder().signingClock(() -> Instant.now().minusSeconds(301)))) {
            late.customer();
            SignedEvent signed = late.simulator.signed(late.simulator.takeEvents().getFirst());
            assertThatThrownBy(() -> Webhook.constructEvent(signed.body(), signed.header(), StripeSimulator.SECRET))
                    .isInstanceOf(SignatureVerificationException.class);
        }
    }

    @Test
    void events_of_an_old_version_are_not_read() throws StripeException {
        shop.simulator.eventsOfVersion("2025-08-27.basil");
        shop.customer();
        assertThat(shop.parsed(shop.simulator.takeEvents().getFirst()).getDataObjectDeserializer().getObject()).isEmpty();
    }

    @Test
    void events_are_listed_for_thirty_days() throws StripeException {
        shop.customer();
        shop.session(Shop.topUp(800));
        shop.simulator.advance(Duration.ofDays(2));
        shop.customer();
        assertThat(types(EventListParams.builder())).containsExactly("customer.created", "checkout.session.expired", "customer.created");
        assertThat(types(EventListParams.builder().addType("checkout.session.expired"))).containsExactly("checkout.session.expired");
        assertThat(types(EventListParams.builder().setCreated(EventListParams.Created.builder().setGt(
                Shop.OPENING.plus(Duration.ofDays(1)).getEpochSecond()).build()))).containsExactly("customer.created");
        shop.simulator.advance(Duration.ofDays(29));
        assertThat(types(EventListParams.builder())).containsExactly("customer.created");
    }

    @Test
    void what_was_lost_can_be_asked_for() throws StripeException {
        shop.customer();
        shop.customer();
        SimulatedEvent lost = shop.simulator.takeEvents().getFirst();
        shop.simulator.lose(lost);
        assertThat(shop.stripe.events().list(EventListParams.builder().setDeliverySuccess(false).build()).getData())
                .extracting(Event::getId).containsExactly(lost.id());
        assertThat(shop.stripe.events().retrieve(lost.id()).getType()).isEqualTo("customer.created");
    }

    @Test
    void what_a_plan_lost_was_not_delivered() throws StripeException {
        shop.customer();
        assertThat(shop.simulator.deliver(address(), DeliveryPlan.chaos(1, 1)).lost()).isEqualTo(1);
        assertThat(types(EventListParams.builder().setDeliverySuccess(false))).containsExactly("customer.created");
        assertThat(types(EventListParams.builder().setDeliverySuccess(true))).isEmpty();
    }

    @Test
    void events_are_sent_at_once_and_again_if_they_are_refused() throws StripeException {
        refusals.set(2);
        shop.simulator.deliverTo(address());
        shop.paid(Shop.topUp(800));
        shop.simulator.awaitDelivery(Duration.ofSeconds(10));
        assertThat(received).extracting(Event::getType).containsExactly("payment_intent.created", "charge.succeeded",
                "payment_intent.succeeded", "checkout.session.completed");
        assertThat(types(EventListParams.builder().setDeliverySuccess(false))).isEmpty();

        shop.simulator.holdEvents();
        shop.customer();
        assertThat(shop.simulator.pendingEvents()).extracting(SimulatedEvent::type).containsExactly("customer.created");
    }

    @Test
    void a_plan_sends_them_in_order() throws StripeException {
        live();
        List<String> happened = shop.simulator.pendingEvents().stream().map(SimulatedEvent::id).toList();
        DeliveryReport report = shop.simulator.deliver(address(), DeliveryPlan.inOrder());
        assertThat(received).extracting(Event::getId).isEqualTo(happened);
        assertThat(report).isEqualTo(new DeliveryReport(happened.size(), 0, happened.size(), 0));
    }

    @Test
    void a_plan_repeats_shuffles_and_loses_them() throws StripeException {
        live();
        List<String> happened = shop.simulator.pendingEvents().stream().map(SimulatedEvent::id).toList();
        DeliveryReport report = shop.simulator.deliver(address(), DeliveryPlan.chaos(3, 0.2));
        Set<String> arrived = new HashSet<>(received.stream().map(Event::getId).toList());
        assertThat(report.lost()).isPositive().isEqualTo(happened.size() - arrived.size());
        assertThat(report.sent()).isEqualTo(received.size()).isGreaterThan(arrived.size());
        List<String> once = new ArrayList<>(happened);
        once.retainAll(arrived);
        assertThat(received.stream().map(Event::getId).distinct()).isNotEqualTo(once).containsExactlyInAnyOrderElementsOf(once);
    }

    @Test
    void what_was_delivered_can_be_sent_once_more() throws StripeException {
        shop.customer();
        shop.simulator.deliver(address(), DeliveryPlan.inOrder());
        assertThat(shop.simulator.deliverAgain(address(), DeliveryPlan.inOrder())).isEqualTo(new DeliveryReport(1, 0, 1, 0));
        assertThat(received).extracting(Event::getId).hasSize(2).containsOnly(shop.simulator.events().getFirst().id());
    }

    /** A bit of everything. */
    private void live() throws StripeException {
        String topUp = shop.paid(Shop.topUp(800).setCustomer(shop.customer())).getPaymentIntent();
        shop.outside().refund(topUp, 300);
        shop.outside().closeDispute(shop.outside().dispute(shop.paid(Shop.topUp(900)).getPaymentIntent()), false);
        shop.outside().promotionCode(Map.of("promotion[type]", "coupon", "code", "SPRING", "promotion[coupon]",
                shop.outside().coupon(Map.of("percent_off", "20", "duration", "forever"))));
        String promotion = shop.simulator.ids("promotion_code").getFirst();
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO)
                .addDiscount(SessionCreateParams.Discount.builder().setPromotionCode(promotion).build())
                .setSubscriptionData(SessionCreateParams.SubscriptionData.builder().setTrialPeriodDays(14L).build()));
        shop.simulator.advance(Duration.ofDays(20));
        shop.outside().changePrice(subscription.getId(), Shop.MAX);
        shop.outside().card(subscription.getCustomer(), false);
        shop.simulator.advance(Duration.ofDays(60));
    }

    private List<String> types(EventListParams.Builder params) throws StripeException {
        return shop.stripe.events().list(params.build()).getData().stream().map(Event::getType).toList();
    }
}
