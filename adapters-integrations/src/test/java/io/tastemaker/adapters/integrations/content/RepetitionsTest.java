package io.tastemaker.adapters.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.standin.Mischief;
import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import io.tastemaker.application.shared.HandClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often Decodo is asked again, when, and until when. */
class RepetitionsTest {

    private final Decodo decodo = new Decodo(Decodo.LIMITS);

    @AfterEach
    void close() {
        decodo.close();
    }

    @Test
    void a_call_has_five_attempts() {
        decodo.standIn.always(Mischief.ERROR);
        assertThat(decodo.none().reason()).isEqualTo(Reason.FAILED);
        assertThat(decodo.standIn.asked()).hasSize(5);
    }

    @Test
    void the_fifth_may_be_the_one_that_is_answered() {
        decodo.standIn.first(Mischief.ERROR, Mischief.RESET, Mischief.FAULTED, Mischief.EMPTY);
        assertThat(decodo.found().handle()).isEqualTo(Decodo.MARA);
        assertThat(decodo.standIn.asked()).hasSize(5);
    }

    @Test
    void the_longest_pause_doubles_from_a_second() {
        decodo.standIn.always(Mischief.ERROR);
        decodo.fetch();
        assertThat(decodo.pauses.rested())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void no_pause_is_longer_than_thirty_seconds() {
        try (Decodo patient = new Decodo(Decodo.limits(Duration.ofSeconds(20), 8))) {
            patient.standIn.always(Mischief.ERROR);
            patient.fetch();
            assertThat(patient.pauses.rested()).hasSize(7).endsWith(Duration.ofSeconds(16), Duration.ofSeconds(30), Duration.ofSeconds(30));
        }
    }

    @Test
    void a_pause_may_be_anything_up_to_its_longest() {
        HandClock clock = new HandClock();
        HandPauses pauses = new HandPauses();
        decodo.standIn.always(Mischief.ERROR);
        AtomicInteger part = new AtomicInteger();
        try (DecodoSource source = new DecodoSource(decodo.standIn.settings(), clock, Decodo.LIMITS, pauses,
                bound -> (bound - 1) * part.getAndIncrement() / 4)) {
            source.fetch(Decodo.MARA, Decodo.PATIENCE);
        }
        assertThat(pauses.rested()).containsExactly(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    @Test
    void a_time_that_is_named_in_seconds_is_kept() {
        decodo.standIn.first(Mischief.TOO_MANY).retryAfter("7");
        assertThat(decodo.found()).isNotNull();
        assertThat(decodo.pauses.rested()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void a_time_that_is_named_as_a_date_is_kept() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(HandClock.START.plusSeconds(11).atOffset(ZoneOffset.UTC));
        decodo.standIn.first(Mischief.TOO_MANY).retryAfter(date);
        assertThat(decodo.found()).isNotNull();
        assertThat(decodo.pauses.rested()).containsExactly(Duration.ofSeconds(11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Mon, 02 Mar 2026 08:00:00 GMT"})
    void a_time_that_is_over_is_a_second(String time) {
        decodo.standIn.first(Mischief.TOO_MANY).retryAfter(time);
        assertThat(decodo.found()).isNotNull();
        assertThat(decodo.pauses.rested()).containsExactly(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "", "99999999999999999999", "Mon, 31 Feb 2026 08:00:00 GMT"})
    void a_time_that_is_none_is_not_waited_for(String time) {
        decodo.standIn.first(Mischief.TOO_MANY).retryAfter(time);
        assertThat(decodo.found()).isNotNull();
        assertThat(decodo.pauses.rested()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void a_time_beyond_the_deadline_is_told_and_not_waited_for() {
        decodo.standIn.always(Mischief.TOO_MANY).retryAfter("300");

        assertThat(decodo.none()).isEqualTo(new Answer.Unavailable(Reason.RATE_LIMITED, "status 429", Duration.ofSeconds(300)));

        assertThat(decodo.standIn.asked()).hasSize(1);
        assertThat(decodo.pauses.rested()).isEmpty();
    }

    @Test
    void nobody_is_told_to_wait_for_longer_than_a_day() {
        decodo.standIn.always(Mischief.TOO_MANY).retryAfter("999999999999");
        assertThat(decodo.none().retryAfter()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_pause_that_ends_after_the_deadline_is_not_begun() {
        decodo.standIn.always(Mischief.ERROR);

        assertThat(decodo.source.fetch(Decodo.MARA, Duration.ofSeconds(5))).isInstanceOf(Answer.Unavailable.class);

        assertThat(decodo.pauses.rested()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(decodo.standIn.asked()).hasSize(3);
    }

    @Test
    @Timeout(10)
    void who_waits_for_a_moment_only_is_answered_then_whatever_happens() {
        decodo.standIn.always(Mischief.DRIP);
        assertThat(decodo.source.fetch(Decodo.MARA, Duration.ofMillis(150))).isInstanceOfSatisfying(Answer.Unavailable.class,
                none -> assertThat(none.reason()).isEqualTo(Reason.TIMEOUT));
        assertThat(decodo.standIn.asked()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void waiting_for_ever_is_no_fault() {
        assertThat(decodo.source.fetch(Decodo.MARA, Duration.ofSeconds(Long.MAX_VALUE))).isInstanceOf(Answer.Found.class);
    }

    @Test
    void when_all_fails_there_are_no_repetitions_left_after_twenty() {
        decodo.standIn.always(Mischief.TOO_MANY).retryAfter("1"); // does not close the gate, so that the budget alone is seen
        for (int call = 0; call < 10; call++) {
            assertThat(decodo.none().reason()).isEqualTo(Reason.RATE_LIMITED);
        }
        assertThat(decodo.pauses.rested()).hasSize(20);
        assertThat(decodo.standIn.asked()).hasSize(30);
    }

    @Test
    void a_thousand_callers_in_an_outage_make_no_more_than_a_tenth_of_repetitions() {
        decodo.standIn.always(Mischief.TOO_MANY).retryAfter("1");
        for (int call = 0; call < 1000; call++) {
            assertThat(decodo.none().reason()).isEqualTo(Reason.RATE_LIMITED);
        }
        assertThat(decodo.standIn.asked()).hasSizeBetween(1000, 1100);
    }

    @Test
    void ten_answers_earn_a_repetition() {
        decodo.standIn.always(Mischief.TOO_MANY).retryAfter("1");
        for (int call = 0; call < 10; call++) {
            decodo.none();
        }
        decodo.standIn.behaves();
        for (int call = 0; call < 10; call++) {
            decodo.found();
        }
        int before = decodo.standIn.asked().size();
        decodo.standIn.always(Mischief.TOO_MANY);

        decodo.none();

        assertThat(decodo.standIn.asked()).hasSize(before + 2);
    }

    @Test
    @Timeout(10)
    void who_is_told_to_stop_stops_and_the_source_is_not_to_blame() throws InterruptedException {
        decodo.standIn.always(Mischief.HANG);
        for (int call = 0; call < 6; call++) {
            AtomicReference<Answer> answer = new AtomicReference<>();
            AtomicReference<Boolean> marked = new AtomicReference<>(false);
            CountDownLatch begun = new CountDownLatch(1);
            Thread caller = Thread.ofVirtual().start(() -> {
                begun.countDown();
                answer.set(decodo.fetch());
                marked.set(Thread.currentThread().isInterrupted());
            });
            begun.await();
            caller.interrupt();
            caller.join();
            assertThat(answer.get()).isInstanceOf(Answer.Unavailable.class);
            assertThat(marked.get()).isTrue();
        }
        decodo.standIn.behaves();
        assertThat(decodo.source.isUp()).isTrue();
        assertThat(decodo.fetch()).isInstanceOf(Answer.Found.class);
    }
}
