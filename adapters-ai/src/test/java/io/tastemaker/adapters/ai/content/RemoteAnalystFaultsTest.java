package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Task;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the limits that are meant for real. */
@Tag("faults")
class RemoteAnalystFaultsTest {

    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final String TEXT = RemoteAnalystContract.TEXT;

    private final StandInModels models = new StandInModels();
    private final HandClock clock = new HandClock();
    private final ChatAnalyst chat = Remotes.chat(models, clock, GateLimits.USUAL);
    private final InferenceAnalyst moods = Remotes.classifier(Task.SENTIMENT, models, clock, GateLimits.USUAL);
    private Answer answer = new Answer.Read(List.of());

    @AfterEach
    void close() {
        chat.close();
        moods.close();
        models.close();
    }

    static Stream<Named<StandInReply>> stalling() {
        return Stream.of(named("silence", StandInReply.silence()), named("slow drip", StandInReply.drip()),
                named("an answer that stops", StandInReply.stall()));
    }

    @ParameterizedTest
    @MethodSource("stalling")
    void when_the_time_of_the_caller_is_over_it_is_over(StandInReply stall) {
        models.answers(stall);
        Duration chatTook = took(() -> answer = chat.read(Remotes.passages(TEXT, TEXT), chat.tasks(), FIVE));
        assertThat(answer).isEqualTo(new Answer.Unread(FallbackReason.TIMEOUT));
        Duration moodTook = took(() -> answer = moods.read(Remotes.passages(TEXT, TEXT), moods.tasks(), FIVE));
        assertThat(answer).isEqualTo(new Answer.Unread(FallbackReason.TIMEOUT));

        System.out.println("given up after " + chatTook.toMillis() + " and " + moodTook.toMillis() + " ms");
        assertThat(chatTook).isBetween(FIVE.minusMillis(20), FIVE.plusMillis(500));
        assertThat(moodTook).isBetween(FIVE.minusMillis(20), FIVE.plusMillis(500));
    }

    @Test
    void a_minute_is_the_end_however_long_the_caller_would_wait() {
        models.hang();
        Duration took = took(() -> answer = chat.read(Remotes.passages(TEXT), chat.tasks(), Duration.ofMinutes(10)));
        System.out.println("given up after " + took.toMillis() + " ms and " + models.asked().size() + " attempts");
        assertThat(answer).isEqualTo(new Answer.Unread(FallbackReason.TIMEOUT));
        assertThat(took).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(61));
    }

    @Test
    void a_time_that_the_model_names_is_waited_for() {
        models.answers(StandInReply.json(429, "{}", "Retry-After", "2"), StandInReply.said(
                "{\"items\":[{\"ref\":0,\"sentiment\":{\"mood\":\"neutral\",\"score\":0,\"confidence\":1},\"language\":[],\"category\":[]}]}"));
        Duration took = took(() -> answer = chat.read(Remotes.passages(TEXT), chat.tasks(), FIVE));
        System.out.println("answered after " + took.toMillis() + " ms");
        assertThat(answer).isInstanceOf(Answer.Read.class);
        assertThat(took).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void who_is_left_alone_costs_no_time() {
        models.answers(StandInReply.json(200, "<html>"));
        for (int call = 0; call < 4; call++) {
            Remotes.read(chat, TEXT);
        }
        Duration refused = took(() -> answer = Remotes.read(chat, TEXT));
        System.out.println("refused after " + refused.toNanos() / 1000 + " us");
        assertThat(answer).isEqualTo(new Answer.Unread(FallbackReason.BREAKER_OPEN));
        assertThat(refused).isLessThan(Duration.ofMillis(50));
        assertThat(models.asked()).hasSize(4);
    }

    @Test
    void who_drips_is_hung_up_on() throws InterruptedException {
        models.answers(StandInReply.drip());
        chat.read(Remotes.passages(TEXT), chat.tasks(), Duration.ofSeconds(1));
        for (int look = 0; look < 50 && models.busy() > 0; look++) {
            Thread.sleep(100);
        }
        assertThat(models.busy()).isZero();
    }

    @Test
    void sixteen_texts_are_read_a_few_at_a_time() {
        models.answersBy(asked -> exchange -> {
            Thread.sleep(250);
            StandInModels.plausible(asked).to(exchange);
        });
        Duration took = took(() -> answer = Remotes.read(moods, Stream.generate(() -> TEXT).limit(16).toArray(String[]::new)));
        System.out.println("16 texts of 250 ms took " + took.toMillis() + " ms");
        assertThat(answer).isInstanceOf(Answer.Read.class);
        assertThat(took).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(2_000));
    }

    @Test
    void closing_ends_the_threads() throws InterruptedException {
        Remotes.read(chat, TEXT);
        Remotes.read(moods, TEXT);
        chat.close();
        moods.close();
        for (int look = 0; look < 50 && selectors() > 0; look++) {
            Thread.sleep(100);
        }
        assertThat(selectors()).isZero();
    }

    private static long selectors() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().contains("SelectorManager")).count();
    }

    private static Duration took(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
