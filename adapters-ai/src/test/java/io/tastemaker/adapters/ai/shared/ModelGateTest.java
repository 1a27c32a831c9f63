package io.tastemaker.adapters.ai.shared;

import static io.tastemaker.adapters.ai.shared.Gates.DOWN;
import static io.tastemaker.adapters.ai.shared.Gates.GOOD;
import static io.tastemaker.adapters.ai.shared.Gates.LONG;
import static io.tastemaker.adapters.ai.shared.Gates.given;
import static io.tastemaker.adapters.ai.shared.Gates.missed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Named.named;

import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.FallbackReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a model is left alone, for how long, and who may try again. */
class ModelGateTest {

    private static final Duration OPEN = Duration.ofSeconds(120);

    private final StandInModels models = new StandInModels();
    private final HandClock clock = new HandClock();
    private final ModelGate gate = new ModelGate(Gates.endpoint(models), Gates.limits(1), clock);

    @AfterEach
    void close() {
        gate.close();
        models.close();
    }

    private Reply<Integer> ask() {
        return Gates.ask(gate, models, LONG);
    }

    private int seen() {
        return models.asked().size();
    }

    private void open() {
        models.answers(DOWN);
        IntStream.range(0, 4).forEach(call -> assertThat(ask()).isEqualTo(missed(FallbackReason.FAILED, 500)));
        assertThat(gate.letsCallsThrough()).isFalse();
    }

    static Stream<Named<StandInReply>> failures() {
        return Stream.of(named("a fault of its own", DOWN), named("a gateway", StandInReply.raw(502, "text/html", "<html></html>")),
                named("no connection", StandInReply.breakOff()), named("html", StandInReply.raw(200, "text/html", "<html></html>")),
                named("nothing", StandInReply.raw(204, "text/plain", "")), named("no number", StandInReply.json(200, "{\"value\":\"7\"}")),
                named("too late", StandInReply.json(408, "{}")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void after_four_failures_in_a_row_nothing_is_asked(StandInReply failure) {
        models.answers(failure);
        IntStream.range(0, 4).forEach(call -> assertThat(ask()).isInstanceOf(Reply.Missed.class));
        assertThat(seen()).isEqualTo(4);

        assertThat(ask()).isEqualTo(missed(FallbackReason.BREAKER_OPEN));
        assertThat(seen()).isEqualTo(4);
    }

    @Test
    void failures_that_are_not_in_a_row_do_not_count() {
        for (int round = 0; round < 4; round++) {
            models.answers(DOWN, DOWN, DOWN, GOOD);
            IntStream.range(0, 3).forEach(call -> assertThat(ask()).isEqualTo(missed(FallbackReason.FAILED, 500)));
            assertThat(ask()).isEqualTo(given());
        }
        assertThat(gate.letsCallsThrough()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 409, 413, 422, 429})
    void what_a_model_refuses_is_no_failure(int status) {
        models.answers(StandInReply.json(status, "{}", "Location", "http://127.0.0.1:1/"));
        FallbackReason reason = status == 429 ? FallbackReason.RATE_LIMITED : FallbackReason.REJECTED;

        IntStream.range(0, 10).forEach(call -> assertThat(ask()).isEqualTo(missed(reason, status)));

        assertThat(seen()).isEqualTo(10);
        assertThat(gate.letsCallsThrough()).isTrue();
    }

    @Test
    void that_it_wants_fewer_calls_says_neither_that_it_is_well_nor_that_it_is_not() {
        models.answers(DOWN, DOWN, DOWN, StandInReply.json(429, "{}"), DOWN);
        IntStream.range(0, 5).forEach(call -> ask());
        assertThat(ask()).isEqualTo(missed(FallbackReason.BREAKER_OPEN));
    }

    @Test
    void all_attempts_of_a_call_count_once() {
        try (ModelGate patient = new ModelGate(Gates.endpoint(models), Gates.limits(), clock)) {
            models.answers(DOWN);
            IntStream.range(0, 3).forEach(call -> Gates.ask(patient, models, LONG));
            assertThat(patient.letsCallsThrough()).isTrue();
            Gates.ask(patient, models, LONG);
            assertThat(patient.letsCallsThrough()).isFalse();
        }
    }

    @Test
    void before_two_minutes_are_over_nobody_may_try() {
        open();
        clock.advance(OPEN.minusMillis(1));
        assertThat(ask()).isEqualTo(missed(FallbackReason.BREAKER_OPEN));
        assertThat(seen()).isEqualTo(4);
    }

    @Test
    void after_two_minutes_three_may_try_and_no_fourth() throws InterruptedException {
        open();
        clock.advance(OPEN);
        Semaphore arrived = new Semaphore(0);
        Semaphore leave = new Semaphore(0);
        models.answers(exchange -> {
            arrived.release();
            leave.acquire();
            GOOD.to(exchange);
        });

        List<CompletableFuture<Reply<Integer>>> trials = IntStream.range(0, 3).mapToObj(trial -> CompletableFuture.supplyAsync(this::ask)).toList();
        arrived.acquire(3);
        IntStream.range(0, 10).forEach(other -> assertThat(ask()).isEqualTo(missed(FallbackReason.BREAKER_OPEN)));
        assertThat(seen()).isEqualTo(7);
        assertThat(gate.letsCallsThrough()).isFalse();

        leave.release(100);
        assertThat(trials).allSatisfy(trial -> assertThat(trial.join()).isEqualTo(given()));
        assertThat(gate.letsCallsThrough()).isTrue();
        assertThat(ask()).isEqualTo(given());
    }

    @Test
    void one_success_is_enough() {
        open();
        clock.advance(OPEN);
        models.answers(GOOD);
        assertThat(ask()).isEqualTo(given());
        assertThat(gate.letsCallsThrough()).isTrue();

        models.answers(DOWN);
        IntStream.range(0, 3).forEach(call -> ask());
        assertThat(gate.letsCallsThrough()).isTrue();
    }

    static Stream<Named<StandInReply>> hanging() {
        return Stream.of(named("silence", StandInReply.silence()), named("a slow drip", StandInReply.drip()),
                named("an answer that stops", StandInReply.stall()), named("a fault", DOWN));
    }

    @ParameterizedTest
    @MethodSource("hanging")
    void a_trial_that_fails_begins_another_two_minutes(StandInReply hang) {
        open();
        clock.advance(OPEN);
        models.answers(hang);
        assertThat(Gates.ask(gate, models, Duration.ofSeconds(1))).isInstanceOf(Reply.Missed.class);
        assertThat(seen()).isEqualTo(5);

        clock.advance(OPEN.minusMillis(1));
        assertThat(ask()).isEqualTo(missed(FallbackReason.BREAKER_OPEN));
        clock.advance(Duration.ofMillis(1));
        models.answers(GOOD);
        assertThat(ask()).isEqualTo(given());
        assertThat(seen()).isEqualTo(6);
    }

    @Test
    void three_trials_that_hang_at_the_same_time_reopen_it() {
        open();
        clock.advance(OPEN);
        models.hang();
        List<CompletableFuture<Reply<Integer>>> trials = IntStream.range(0, 3)
                .mapToObj(trial -> CompletableFuture.supplyAsync(() -> Gates.ask(gate, models, Duration.ofMillis(500)))).toList();

        assertThat(trials).extracting(CompletableFuture::join).isSubsetOf(missed(FallbackReason.TIMEOUT), missed(FallbackReason.BREAKER_OPEN));
        assertThat(ask()).isEqualTo(missed(FallbackReason.BREAKER_OPEN));
        assertThat(seen()).isLessThanOrEqualTo(7);
    }

    @Test
    void a_trial_that_says_nothing_leaves_its_place_to_the_next() {
        open();
        clock.advance(OPEN);
        models.answers(StandInReply.json(429, "{}"));
        IntStream.range(0, 10).forEach(call -> assertThat(ask()).isEqualTo(missed(FallbackReason.RATE_LIMITED, 429)));
        assertThat(gate.letsCallsThrough()).isFalse();

        models.answers(GOOD);
        assertThat(ask()).isEqualTo(given());
        assertThat(gate.letsCallsThrough()).isTrue();
    }

    @Test
    void eight_may_ask_at_once_and_no_ninth() throws InterruptedException {
        Semaphore arrived = new Semaphore(0);
        Semaphore leave = new Semaphore(0);
        models.answers(exchange -> {
            arrived.release();
            leave.acquire();
            GOOD.to(exchange);
        });
        List<Thread> callers = IntStream.range(0, 8).mapToObj(caller -> Thread.ofVirtual().start(this::ask)).toList();
        arrived.acquire(8);
        assertThat(ask()).isEqualTo(missed(FallbackReason.BUSY));
        assertThat(seen()).isEqualTo(8);

        leave.release(100);
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(ask()).isEqualTo(given());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE / 1_000_000_000})
    void who_has_no_time_does_not_ask(long seconds) {
        assertThat(Gates.ask(gate, models, Duration.ofSeconds(seconds))).isEqualTo(missed(FallbackReason.NO_TIME_LEFT));
        assertThat(seen()).isZero();
    }

    @Test
    void who_has_all_the_time_of_the_world_waits_no_longer_than_others() {
        models.answers(GOOD);
        assertThat(Gates.ask(gate, models, Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(given());
    }

    @Test
    void a_fault_of_ours_takes_no_place_away() {
        for (int call = 0; call < 20; call++) {
            assertThatIllegalStateException().isThrownBy(() -> gate.pass(LONG, line -> {
                throw new IllegalStateException("ours");
            }));
        }
        models.answers(GOOD);
        assertThat(ask()).isEqualTo(given());
    }
}
