package io.tastemaker.adapters.billing.billing;

import static io.tastemaker.adapters.billing.billing.StripeStandIn.drip;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.error;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.json;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.access.Refusal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the limits that are meant for real. */
@Tag("faults")
class StripeDeadlineFaultsTest {

    private final StripeStandIn stripe = new StripeStandIn();
    private final StripePayments payments = new StripePayments(stripe.settings(), new HandClock());

    @AfterEach
    void close() {
        payments.close();
        stripe.close();
    }

    static Stream<Named<StripeStandIn.Reply>> stalling() {
        return Stream.of(named("silence", silence()), named("slow drip", drip()), named("an answer that stops", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            Thread.sleep(60_000);
        }));
    }

    @ParameterizedTest
    @MethodSource("stalling")
    void ten_seconds_are_the_end_whatever_comes(StripeStandIn.Reply stall) {
        stripe.answers(stall);
        Duration took = took();
        System.out.println("given up after " + took.toMillis() + " ms and " + stripe.asked().size() + " attempts");
        assertThat(took).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
        assertThat(stripe.asked()).hasSize(2);
    }

    @Test
    void a_pause_that_stripe_asks_for_is_kept_within_the_ten_seconds() {
        stripe.answers(error(429, "rate_limit_error", "rate_limit", "slow down", "Retry-After", "8"), silence());
        Duration took = took();
        System.out.println("given up after " + took.toMillis() + " ms");
        assertThat(took).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_500));
    }

    @Test
    void who_is_left_alone_costs_no_time() {
        stripe.answers(error(500, "api_error", "x", "oops", "Stripe-Should-Retry", "false"));
        for (int call = 0; call < 5; call++) {
            took();
        }
        Duration refused = took();
        System.out.println("refused after " + refused.toNanos() / 1000 + " us");
        assertThat(refused).isLessThan(Duration.ofMillis(50));
        assertThat(stripe.asked()).hasSize(5);
    }

    @Test
    void who_drips_is_hung_up_on() throws InterruptedException {
        stripe.answers(drip());
        took();
        for (int look = 0; look < 50 && stripe.busy() > 0; look++) {
            Thread.sleep(100);
        }
        assertThat(stripe.busy()).isZero();
    }

    @Test
    void closing_ends_the_threads() throws InterruptedException {
        stripe.answers(json(404, "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"none\"}}"));
        payments.findInvoice("in_1");
        payments.close();
        for (int look = 0; look < 50 && selectors() > 0; look++) {
            Thread.sleep(100);
        }
        assertThat(selectors()).isZero();
    }

    private static long selectors() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().contains("SelectorManager")).count();
    }

    private Duration took() {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> payments.findInvoice("in_1")).isInstanceOf(Refusal.Unavailable.class);
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
