package io.tastemaker.adapters.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.standin.Mischief;
import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When Decodo is left alone, for how long, and how many may ask at once. */
@Timeout(30)
class GateTest {

    private Decodo decodo = new Decodo(Decodo.TWICE);

    private void meet(Mischief mischief) {
        decodo.close();
        decodo = Decodo.meeting(mischief);
    }

    @AfterEach
    void close() {
        decodo.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "RESET", "HANG", "DRIP", "HTML", "TRUNCATED", "FAULTED"})
    void after_five_failures_in_a_row_the_sixth_call_is_not_seen(Mischief mischief) {
        meet(mischief);
        for (int call = 0; call < 5; call++) {
            assertThat(decodo.none().reason()).isNotEqualTo(Reason.BREAKER_OPEN);
        }
        int before = decodo.timesAsked();
        clock(15_000);

        Answer.Unavailable none = decodo.none();

        assertThat(none.reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(none.retryAfter()).isEqualTo(Duration.ofSeconds(45));
        assertThat(decodo.timesAsked()).isEqualTo(before);
        assertThat(decodo.source.isUp()).isFalse();
    }

    @Test
    void attempts_of_one_call_count_once() {
        decodo.standIn.always(Mischief.ERROR);
        decodo.fail(4, Reason.FAILED);
        assertThat(decodo.timesAsked()).isEqualTo(8);
        decodo.standIn.behaves();
        assertThat(decodo.found()).isNotNull();
    }

    @Test
    void failures_that_are_not_in_a_row_do_not_count() {
        for (int round = 0; round < 4; round++) {
            decodo.standIn.always(Mischief.ERROR);
            decodo.fail(4, Reason.FAILED);
            decodo.standIn.behaves();
            assertThat(decodo.found()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "GONE", "TOO_MANY", "EMPTY", "PENDING", "NULLS", "ANOTHER_HANDLE"})
    void answers_are_no_failures_whatever_they_say(Mischief mischief) {
        meet(mischief);
        decodo.standIn.retryAfter("600");
        for (int call = 0; call < 10; call++) {
            int before = decodo.timesAsked();
            decodo.fetch();
            assertThat(decodo.timesAsked()).isGreaterThan(before);
        }
        assertThat(decodo.source.isUp()).isTrue();
    }

    @Test
    void within_the_minute_nobody_may_try() {
        open();
        int before = decodo.timesAsked();
        clock(59_999);
        assertThat(decodo.none().reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(decodo.timesAsked()).isEqualTo(before);
    }

    @Test
    void after_a_minute_two_may_try_once_each_and_no_third() throws InterruptedException {
        open();
        clock(60_001);
        int before = decodo.timesAsked();
        decodo.standIn.always(Mischief.HANG);
        List<Thread> trials = callers(2);
        await(before + 2);

        for (int call = 0; call < 20; call++) {
            assertThat(decodo.none().reason()).isEqualTo(Reason.BREAKER_OPEN);
        }

        assertThat(decodo.timesAsked()).isEqualTo(before + 2);
        stop(trials);
    }

    @Test
    void two_trials_that_succeed_open_the_gate() {
        open();
        clock(60_001);
        decodo.standIn.behaves();
        int before = decodo.timesAsked();

        assertThat(decodo.source.isUp()).isTrue();
        for (int call = 0; call < 5; call++) {
            assertThat(decodo.found()).isNotNull();
        }
        assertThat(decodo.timesAsked()).isEqualTo(before + 5);

        decodo.standIn.always(Mischief.ERROR);
        decodo.fail(4, Reason.FAILED);
        assertThat(decodo.source.isUp()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "HANG"})
    void two_trials_that_fail_begin_another_minute(Mischief mischief) {
        meet(mischief);
        open(mischief);
        clock(60_001);
        decodo.standIn.always(mischief);
        int before = decodo.timesAsked();
        decodo.none();
        decodo.none();
        assertThat(decodo.timesAsked()).isEqualTo(before + 2);

        assertThat(decodo.none().reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(decodo.none().retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(decodo.timesAsked()).isEqualTo(before + 2);
    }

    @Test
    void a_trial_is_one_attempt() {
        meet(Mischief.HTML); // is not asked again, so that repetitions are left
        decodo.fail(5, Reason.UNUSABLE_ANSWER);
        clock(60_001);
        int before = decodo.timesAsked();
        decodo.standIn.always(Mischief.ERROR);
        decodo.fail(2, Reason.FAILED);
        assertThat(decodo.timesAsked()).isEqualTo(before + 2);
    }

    @Test
    void eight_may_ask_at_once_and_no_ninth() throws InterruptedException {
        decodo.standIn.always(Mischief.HANG);
        List<Thread> callers = callers(8);
        await(8);

        assertThat(decodo.none().reason()).isEqualTo(Reason.BUSY);

        assertThat(decodo.timesAsked()).isEqualTo(8);
        stop(callers);
        decodo.standIn.behaves();
        assertThat(decodo.found()).isNotNull();
    }

    @Test
    void a_thousand_callers_in_an_outage_hardly_show_there() throws InterruptedException {
        try (Decodo five = new Decodo(Decodo.LIMITS)) {
            five.standIn.always(Mischief.ERROR);
            List<Thread> callers = IntStream.range(0, 1000).mapToObj(number -> Thread.ofVirtual().start(five::fetch)).toList();
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(five.timesAsked()).isBetween(5, 50);
        }
    }

    private List<Thread> callers(int count) {
        return IntStream.range(0, count).mapToObj(number -> Thread.ofVirtual().start(decodo::fetch)).toList();
    }

    private void await(int asked) {
        while (decodo.timesAsked() < asked) {
            Thread.onSpinWait();
        }
    }

    private static void stop(List<Thread> callers) throws InterruptedException {
        callers.forEach(Thread::interrupt);
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void open() {
        open(Mischief.ERROR);
        decodo.standIn.behaves();
    }

    private void open(Mischief mischief) {
        decodo.standIn.always(mischief);
        for (int call = 0; call < 5; call++) {
            decodo.none();
        }
        assertThat(decodo.source.isUp()).isFalse();
    }

    private void clock(long millis) {
        decodo.clock.advance(Duration.ofMillis(millis));
    }
}
