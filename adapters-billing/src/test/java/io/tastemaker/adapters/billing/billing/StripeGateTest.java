package io.tastemaker.adapters.billing.billing;

import static io.tastemaker.adapters.billing.billing.StripeStandIn.breakOff;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.error;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.json;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.Health;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When Stripe is left alone, and for how long. */
class StripeGateTest {

    private static final StripeLimits LIMITS = new StripeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30),
            Duration.ofMillis(2), Duration.ofSeconds(60), 16);
    private static final StripeStandIn.Reply DOWN = error(500, "api_error", "x", "oops");
    private static final StripeStandIn.Reply MISSING = error(404, "invalid_request_error", "resource_missing", "No such price");

    private final StripeStandIn stripe = new StripeStandIn();
    private final HandClock clock = new HandClock();
    private final StripePayments payments = stripe.payments(clock, LIMITS);

    @AfterEach
    void close() {
        payments.close();
        stripe.close();
    }

    static Stream<Named<StripeStandIn.Reply>> failures() {
        return Stream.of(named("an error of Stripe's", DOWN), named("no connection", breakOff()),
                named("nonsense", raw(200, "text/html", "<html></html>")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void after_five_failures_in_a_row_nothing_is_asked(StripeStandIn.Reply failure) {
        stripe.answers(failure);
        fail(5);
        int attempts = stripe.asked().size();
        clock.advance(Duration.ofSeconds(15));

        assertThatThrownBy(() -> payments.findInvoice("in_1")).isInstanceOfSatisfying(Refusal.Unavailable.class, refusal -> {
            assertThat(refusal.dependency()).isEqualTo("payments");
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(45));
        });

        assertThat(stripe.asked()).hasSize(attempts);
    }

    @Test
    void attempts_of_one_call_count_once() {
        stripe.answers(DOWN);
        fail(4);
        assertThat(stripe.asked()).hasSize(8);
        stripe.answers(MISSING);
        assertThat(payments.findInvoice("in_1")).isEmpty();
    }

    @Test
    void failures_that_are_not_in_a_row_do_not_count() {
        for (int round = 0; round < 4; round++) {
            stripe.answers(DOWN);
            fail(4);
            stripe.answers(MISSING);
            assertThat(payments.findInvoice("in_1")).isEmpty();
        }
    }

    static Stream<Named<StripeStandIn.Reply>> answers() {
        return Stream.of(named("missing", MISSING), named("wrong", error(400, "invalid_request_error", "x", "no")),
                named("declined", error(402, "card_error", "card_declined", "no")),
                named("unknown key", error(401, "invalid_request_error", "", "no")),
                named("too many", error(429, "rate_limit_error", "rate_limit", "slow down")),
                named("conflict", error(409, "idempotency_error", "idempotency_key_in_use", "in use")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void what_stripe_answers_is_no_failure(StripeStandIn.Reply answer) {
        stripe.answers(answer);
        for (int call = 0; call < 10; call++) {
            int before = stripe.asked().size();
            try {
                payments.findInvoice("in_1");
            } catch (IllegalStateException | Refusal.Unavailable told) {
                assertThat(told).isNotNull();
            }
            assertThat(stripe.asked()).hasSizeGreaterThan(before);
        }
    }

    @Test
    void that_the_first_attempt_is_still_worked_on_is_no_answer() {
        URI back = URI.create("https://app.example/account");
        for (int call = 0; call < 5; call++) {
            stripe.answers(breakOff(), error(409, "idempotency_error", "idempotency_key_in_use", "in use"));
            assertThatThrownBy(() -> payments.openPortal("cus_1", back)).isInstanceOf(Refusal.Unavailable.class);
        }
        assertThat(stripe.asked()).hasSize(10);

        assertThatThrownBy(() -> payments.openPortal("cus_1", back)).isInstanceOf(Refusal.Unavailable.class);
        assertThat(stripe.asked()).hasSize(10);
    }

    @Test
    void after_a_minute_two_may_try_and_no_third() throws InterruptedException {
        stripe.answers(DOWN);
        fail(5);
        clock.advance(Duration.ofSeconds(60).plusMillis(1));
        Semaphore arrived = new Semaphore(0);
        Semaphore leave = new Semaphore(0);
        stripe.answers(exchange -> {
            arrived.release();
            leave.acquire();
            MISSING.to(exchange);
        });
        int before = stripe.asked().size();

        List<Thread> trials = IntStream.range(0, 2).mapToObj(number -> Thread.ofVirtual().start(() -> payments.findInvoice("in_1"))).toList();
        arrived.acquire(2);
        assertThatThrownBy(() -> payments.findInvoice("in_1")).isInstanceOf(Refusal.Unavailable.class);
        assertThat(stripe.asked()).hasSize(before + 2);

        leave.release(100);
        for (Thread trial : trials) {
            trial.join();
        }
        assertThat(payments.findInvoice("in_1")).isEmpty();
        assertThat(stripe.asked()).hasSize(before + 3);
    }

    @Test
    void within_the_minute_nobody_may_try() {
        stripe.answers(DOWN);
        fail(5);
        int before = stripe.asked().size();
        clock.advance(Duration.ofMillis(59_999));
        assertThatThrownBy(() -> payments.findInvoice("in_1")).isInstanceOf(Refusal.Unavailable.class);
        assertThat(stripe.asked()).hasSize(before);
    }

    @Test
    void two_trials_that_fail_begin_another_minute() {
        stripe.answers(DOWN);
        fail(5);
        clock.advance(Duration.ofSeconds(61));
        int before = stripe.asked().size();
        fail(2);
        assertThat(stripe.asked()).hasSize(before + 4);

        assertThatThrownBy(() -> payments.findInvoice("in_1")).isInstanceOfSatisfying(Refusal.Unavailable.class,
                refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
        assertThat(stripe.asked()).hasSize(before + 4);
    }

    @Test
    void it_shows_in_the_health_of_the_program() {
        assertThat(payments.check()).isEqualTo(new Health.Component("payments", 10, Health.Status.UP, ""));
        stripe.answers(DOWN);
        fail(5);
        assertThat(payments.check().status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(payments.check().detail()).isNotBlank();

        clock.advance(Duration.ofSeconds(61));
        stripe.answers(json(404, "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"none\"}}"));
        payments.findInvoice("in_1");
        payments.findInvoice("in_1");
        assertThat(payments.check().status()).isEqualTo(Health.Status.UP);
    }

    private void fail(int calls) {
        for (int call = 0; call < calls; call++) {
            assertThatThrownBy(() -> payments.findInvoice("in_1")).isInstanceOf(Refusal.Unavailable.class);
        }
    }
}
