package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.application.content.out.ContentAnalyst.Passage;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a local model is asked, and what becomes of what it gives. */
class LocalAnalystTest {

    private static final LocalLimits LIMITS = LocalLimits.of(2);
    private static final Duration PATIENT = Duration.ofMinutes(1);

    /** Gives what it is told to give. */
    private static final class Puppet implements LocalModel {

        private volatile LocalRoom.Job next = stop -> List.of(new double[] {0, 0, 5});
        private volatile int asked;

        @Override
        public List<double[]> logits(List<LocalSequence> sequences, Stop stop) throws NoLogits {
            asked++;
            return next.run(stop);
        }

        @Override
        public void close() {}
    }

    private final HandClock clock = new HandClock();
    private final LocalRoom room = new LocalRoom(LIMITS.atOnce());
    private final Puppet puppet = new Puppet();
    private final ContentAnalyst analyst = LocalAnalyst.of(new Model(Model.Source.LOCAL, "onnx", "puppet", "1"),
            new LocalSentiment(List.of(Mood.NEGATIVE, Mood.NEUTRAL, Mood.POSITIVE)), puppet, room,
            new LocalBreaker("puppet", LIMITS, clock));

    @AfterEach
    void close() {
        room.close();
    }

    private Answer ask(Duration within, String... texts) {
        return analyst.read(Stream.of(texts).map(text -> new Passage(text, Optional.empty())).toList(), Set.of(Task.SENTIMENT), within);
    }

    private Answer ask() {
        return ask(PATIENT, "text");
    }

    private void fail(int times, FallbackReason reason) {
        puppet.next = stop -> {
            throw new NoLogits(reason);
        };
        for (int time = 0; time < times; time++) {
            assertThat(ask()).isEqualTo(new Answer.Unread(reason));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "TIMEOUT", "UNUSABLE_ANSWER"})
    void after_four_failures_in_a_row_it_is_left_alone_for_two_minutes(FallbackReason reason) {
        fail(4, reason);
        assertThat(analyst.isUp()).isFalse();
        clock.advance(Duration.ofSeconds(120).minusMillis(2));

        assertThat(ask()).isEqualTo(new Answer.Unread(FallbackReason.BREAKER_OPEN));
        assertThat(puppet.asked).isEqualTo(4);
    }

    @Test
    void three_failures_are_too_few() {
        fail(3, FallbackReason.FAILED);

        assertThat(analyst.isUp()).isTrue();
    }

    @Test
    void after_two_minutes_it_is_asked_again() {
        fail(4, FallbackReason.FAILED);
        clock.advance(Duration.ofSeconds(120));
        assertThat(analyst.isUp()).isTrue();
        puppet.next = stop -> List.of(new double[] {0, 0, 5});

        assertThat(ask()).isInstanceOf(Answer.Read.class);
        assertThat(analyst.isUp()).isTrue();
    }

    @Test
    void one_more_failure_after_two_minutes_is_enough() {
        fail(4, FallbackReason.FAILED);
        clock.advance(Duration.ofSeconds(120));
        fail(1, FallbackReason.FAILED);

        assertThat(ask()).isEqualTo(new Answer.Unread(FallbackReason.BREAKER_OPEN));
    }

    @Test
    void what_was_not_foreseen_is_a_failure_too() {
        puppet.next = stop -> {
            throw new IllegalStateException("not foreseen, and in the log on purpose");
        };

        assertThat(ask()).isEqualTo(new Answer.Unread(FallbackReason.FAILED));
    }

    @Test
    void who_finds_no_place_is_told_that_it_is_busy_and_that_is_no_failure() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        puppet.next = stop -> {
            runs.countDown();
            await(go);
            return List.of(new double[] {0, 0, 5});
        };
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(this::ask);
        runs.await();

        for (int time = 0; time < 6; time++) {
            assertThat(ask(Duration.ofNanos(2), "text")).isEqualTo(new Answer.Unread(FallbackReason.BUSY));
        }
        go.countDown();
        assertThat(first.get()).isInstanceOf(Answer.Read.class);
        assertThat(ask()).isInstanceOf(Answer.Read.class);
        assertThat(puppet.asked).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void who_is_interrupted_does_not_wait() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        puppet.next = stop -> {
            stop.begin(ended::countDown);
            runs.countDown();
            await(ended);
            throw new NoLogits(FallbackReason.TIMEOUT);
        };
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> answer.complete(ask()));
        runs.await();
        reader.interrupt();

        assertThat(answer.get()).isEqualTo(new Answer.Unread(FallbackReason.NO_TIME_LEFT));
        assertThat(ended.getCount()).isZero();
    }

    @Test
    void who_has_no_time_does_not_ask() {
        assertThat(ask(Duration.ZERO, "text")).isEqualTo(new Answer.Unread(FallbackReason.NO_TIME_LEFT));
        assertThat(ask(Duration.ofSeconds(-1), "text")).isEqualTo(new Answer.Unread(FallbackReason.NO_TIME_LEFT));
        assertThat(ask(Duration.ofSeconds(Long.MAX_VALUE), "text")).isInstanceOf(Answer.Read.class);
        assertThat(puppet.asked).isEqualTo(1);
    }

    @Test
    void texts_that_were_not_come_to_are_left_out() {
        puppet.next = stop -> List.of(new double[] {5, 0, 0}, new double[0]);

        assertThat(ask(PATIENT, "one", "two")).isInstanceOfSatisfying(Answer.Read.class, answer -> {
            assertThat(answer.findings().getFirst().sentiment().orElseThrow().mood()).isEqualTo(Mood.NEGATIVE);
            assertThat(answer.findings().getLast()).isEqualTo(Findings.NOTHING);
        });
    }

    @Test
    void a_model_is_not_asked_about_texts_without_anything_in_them() {
        assertThat(ask(PATIENT, "", " ")).isInstanceOf(Answer.Read.class);
        assertThat(puppet.asked).isZero();
    }
}
