package io.tastemaker.adapters.billing.billing;

import static io.tastemaker.adapters.billing.billing.StripeStandIn.breakOff;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.drip;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.error;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.json;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.raw;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.access.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two attempts, one deadline, and what is taken for an answer. */
class StripeWireTest {

    private static final StripeLimits PATIENT = limits(Duration.ofSeconds(10));
    private static final StripeLimits HASTY = limits(Duration.ofMillis(500));
    private static final String PRICE = "{\"id\":\"price_standard\",\"object\":\"price\",\"currency\":\"usd\",\"unit_amount\":4900,"
            + "\"recurring\":{\"interval\":\"month\",\"interval_count\":1}}";
    private static final String PORTAL = "{\"id\":\"bps_1\",\"object\":\"billing_portal.session\",\"url\":\"https://portal.example/1\"}";
    private static final URI BACK = URI.create("https://app.example/account");

    private final StripeStandIn stripe = new StripeStandIn();
    private final StripePayments payments = stripe.payments(new HandClock(), PATIENT);

    private static StripeLimits limits(Duration attempt) {
        return new StripeLimits(Duration.ofSeconds(5), attempt, Duration.ofSeconds(30), Duration.ofMillis(10), Duration.ofSeconds(60), 2);
    }

    @AfterEach
    void close() {
        payments.close();
        stripe.close();
    }

    @Test
    void what_is_sent_says_who_we_are_and_nothing_about_the_machine() {
        stripe.answers(json(200, PRICE));
        payments.priceOf("standard");
        payments.keepCustomer(Actors.LIMA, Optional.empty(), Optional.of("ana@example.com"), "Lima");

        assertThat(stripe.asked()).hasSize(3).allSatisfy(asked -> {
            assertThat(asked.headers()).containsEntry("authorization", "Bearer sk_test_stand_in").containsEntry("user-agent", "tastemaker")
                    .containsEntry("stripe-version", StripeSettings.API_VERSION);
            assertThat(asked.headers().keySet()).isSubsetOf("accept", "accept-charset", "authorization", "content-length", "content-type",
                    "host", "idempotency-key", "stripe-version", "user-agent");
        });
    }

    static Stream<Named<StripeStandIn.Reply>> passing() {
        return Stream.of(named("conflict", error(409, "idempotency_error", "idempotency_key_in_use", "in use")),
                named("too many", error(429, "rate_limit_error", "rate_limit", "slow down")), named("broken", error(500, "api_error", "x", "oops")),
                named("a proxy", raw(503, "text/html", "<html></html>")), named("broken off", breakOff()));
    }

    static Stream<Named<StripeStandIn.Reply>> stalling() {
        return Stream.of(named("silent", silence()), named("slow drip", drip()));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_may_pass_is_tried_once_more_under_the_same_key(StripeStandIn.Reply trouble) {
        stripe.answers(trouble, json(200, PORTAL));
        assertThat(payments.openPortal("cus_1", BACK)).isEqualTo(new Answer.Done<>(URI.create("https://portal.example/1")));

        assertThat(stripe.asked()).hasSize(2);
        assertThat(stripe.asked()).extracting(asked -> asked.headers().get("idempotency-key")).doesNotContainNull().containsOnly(
                stripe.asked().getFirst().headers().get("idempotency-key"));
        assertThat(stripe.asked()).extracting(StripeStandIn.Asked::body)
                .containsOnly("return_url=https%3A%2F%2Fapp.example%2Faccount&customer=cus_1");
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_does_not_pass_is_unavailable_after_two_attempts(StripeStandIn.Reply trouble) {
        stripe.answers(trouble);
        assertThatThrownBy(() -> payments.openPortal("cus_1", BACK)).isInstanceOf(Refusal.Unavailable.class).hasMessage("payments is unavailable");
        assertThat(stripe.asked()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("stalling")
    void what_stalls_is_given_up_and_tried_once_more(StripeStandIn.Reply stall) {
        stripe.answers(stall);
        try (StripePayments hasty = stripe.payments(new HandClock(), HASTY)) {
            assertThatThrownBy(() -> hasty.openPortal("cus_1", BACK)).isInstanceOf(Refusal.Unavailable.class);
        }
        assertThat(stripe.asked()).hasSize(2);
    }

    static Stream<Named<StripeStandIn.Reply>> lasting() {
        return Stream.of(named("wrong", error(400, "invalid_request_error", "parameter_unknown", "no such parameter")),
                named("declined", error(402, "card_error", "card_declined", "Your card was declined.")),
                named("missing", error(404, "invalid_request_error", "resource_missing", "No such customer")));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void what_stripe_does_not_do_is_not_tried_again(StripeStandIn.Reply refusal) {
        stripe.answers(refusal);
        assertThat(payments.openPortal("cus_1", BACK)).isInstanceOf(Answer.Declined.class);
        assertThat(stripe.asked()).hasSize(1);
    }

    @Test
    void stripe_may_ask_not_to_be_asked_again() {
        stripe.answers(error(500, "api_error", "x", "oops", "Stripe-Should-Retry", "false"));
        assertThatThrownBy(() -> payments.priceOf("standard")).isInstanceOf(Refusal.Unavailable.class);
        assertThat(stripe.asked()).hasSize(1);
    }

    @Test
    void a_time_that_stripe_names_is_not_waited_for_beyond_the_deadline_but_told() {
        stripe.answers(error(429, "rate_limit_error", "rate_limit", "slow down", "Retry-After", "30"));
        assertThatThrownBy(() -> payments.priceOf("standard")).isInstanceOfSatisfying(Refusal.Unavailable.class,
                refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
        assertThat(stripe.asked()).hasSize(1);
    }

    static Stream<Named<StripeStandIn.Reply>> garbage() {
        return Stream.of(named("html", raw(200, "text/html", "<html><body>Welcome</body></html>")),
                named("nothing", raw(200, "text/plain", "")),
                named("null", json(200, "null")), named("a list", json(200, "[]")), named("cut off", json(200, "{\"id\":\"price_")),
                named("another object", json(200, "{\"object\":\"price\"}")),
                named("wrong types", json(200, "{\"id\":\"price_standard\",\"unit_amount\":\"many\"}")),
                named("redirect", raw(302, "text/html", "", "Location", "http://127.0.0.1:1/")),
                named("html for an error", raw(404, "text/html", "<html>Not found</html>")));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void what_cannot_be_read_is_no_answer(StripeStandIn.Reply nonsense) {
        stripe.answers(nonsense);
        assertThatThrownBy(() -> payments.priceOf("standard")).isInstanceOf(Refusal.Unavailable.class);
        assertThat(stripe.asked()).hasSize(1);
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        stripe.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 20];
            for (int megabytes = 0; megabytes < 50; megabytes++) {
                exchange.getResponseBody().write(much);
            }
        });
        assertThatThrownBy(() -> payments.priceOf("standard")).isInstanceOf(Refusal.Unavailable.class);
    }

    @Test
    void fields_that_nobody_knows_do_no_harm() {
        stripe.answers(json(200, PRICE.replace("{\"id\"", "{\"novelty\":{\"a\":[1,2]},\"id\"")));
        assertThat(payments.priceOf("standard")).isPresent();
    }

    @Test
    void a_fault_of_ours_is_loud_and_keeps_the_key_to_itself() {
        stripe.answers(error(401, "invalid_request_error", "", "Invalid API Key provided: sk_test_*****d_in"));
        assertThatThrownBy(() -> payments.openPortal("cus_1", BACK)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("req_stand_in").hasMessageNotContaining("*****").hasMessageNotContaining("sk_test");
        stripe.answers(error(400, "invalid_request_error", "parameter_unknown", "Received unknown parameter: wish"));
        assertThatThrownBy(() -> payments.keepCustomer(Actors.LIMA, Optional.empty(), Optional.empty(), "Lima")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Received unknown parameter: wish").hasMessageContaining("req_stand_in");
    }

    @Test
    void only_so_many_ask_at_once() throws InterruptedException {
        Semaphore arrived = new Semaphore(0);
        Semaphore leave = new Semaphore(0);
        stripe.answers(exchange -> {
            arrived.release();
            leave.acquire();
            json(200, PRICE).to(exchange);
        });
        List<Thread> callers = Stream.of(1, 2).map(number -> Thread.ofVirtual().start(() -> payments.priceOf("standard"))).toList();
        arrived.acquire(2);
        assertThatThrownBy(() -> payments.priceOf("standard")).isInstanceOf(Refusal.Unavailable.class);
        assertThat(stripe.asked()).hasSize(2);

        leave.release(100);
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(payments.priceOf("standard")).isPresent();
    }

    @Test
    void who_is_interrupted_asks_no_more() throws InterruptedException {
        stripe.answers(silence());
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                payments.priceOf("standard");
            } catch (Refusal.Unavailable refusal) {
                seen.set(Thread.currentThread().isInterrupted() ? refusal : new AssertionError("the mark is lost"));
            }
        });
        caller.interrupt();
        caller.join();
        assertThat(seen.get()).isInstanceOf(Refusal.Unavailable.class);
        assertThat(stripe.asked()).hasSizeLessThanOrEqualTo(1);
    }
}
