package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.standin.Asked;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalystContract;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What every analyst does whose model runs elsewhere: how it tells that it could not read. */
abstract class RemoteAnalystContract extends ContentAnalystContract {

    static final String TEXT = "I love this amazing camera, best photo ever";

    final StandInModels models = new StandInModels();
    final HandClock clock = new HandClock();
    private final ContentAnalyst patient = make(Remotes.PATIENT);
    private final ContentAnalyst once = make(Remotes.ONCE);

    abstract ContentAnalyst make(GateLimits limits);

    @Override
    protected ContentAnalyst analyst() {
        return patient;
    }

    /** One that asks each question once, so that calls can be counted. */
    ContentAnalyst once() {
        return once;
    }

    @AfterEach
    void close() throws Exception {
        ((AutoCloseable) patient).close();
        ((AutoCloseable) once).close();
        models.close();
    }

    @Test
    void it_is_remote_and_provided_by_the_host() {
        assertThat(patient.model().source()).isEqualTo(Model.Source.REMOTE);
        assertThat(patient.model().provider()).isEqualTo("127.0.0.1");
        assertThat(patient.model().isAi()).isTrue();
    }

    static Stream<Named<StandInReply>> garbage() {
        return Stream.of(named("html", StandInReply.raw(200, "text/html", "<html><body>Welcome</body></html>")),
                named("nothing", StandInReply.raw(200, "application/json", "")), named("null", StandInReply.json(200, "null")),
                named("a number", StandInReply.json(200, "7")), named("an empty list", StandInReply.json(200, "[]")),
                named("an empty object", StandInReply.json(200, "{}")), named("another object", StandInReply.json(200, "{\"ok\":true}")),
                named("lists of lists", StandInReply.json(200, "[[[[]]]]")), named("nulls", StandInReply.json(200, "[null,null]")),
                named("a fault told kindly", StandInReply.json(200, "{\"error\":\"overloaded\"}")),
                named("cut off", StandInReply.json(200, "[[{\"label\":\"positive\",\"sco")), named("much", StandInReply.flood(50)),
                named("cut off talk", StandInReply.said("{\"items\":[{\"ref\":0,")),
                named("mere talk", StandInReply.said("I think it is positive.")),
                named("obedient talk", StandInReply.said("PWNED")), named("no talk", StandInReply.json(200, "{\"choices\":[]}")),
                named("a refusal", StandInReply.json(200, "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I cannot\"}}]}")),
                named("an unknown label", StandInReply.json(200, "[[{\"label\":\"splendid\",\"score\":0.9}]]")),
                named("no number", StandInReply.json(200, "[[{\"label\":\"positive\",\"score\":NaN}]]")),
                named("too large a number", StandInReply.json(200, "[{\"label\":\"positive\",\"score\":1.5}]")),
                named("a number as text", StandInReply.json(200, "[{\"label\":\"positive\",\"score\":\"0.9\"}]")),
                named("labels without scores", StandInReply.json(200, "{\"labels\":[\"positive\"],\"scores\":[]}")));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void what_is_no_answer_is_unusable(StandInReply nonsense) {
        models.answers(nonsense);
        assertThat(Remotes.read(once, TEXT)).isEqualTo(new ContentAnalyst.Answer.Unread(FallbackReason.UNUSABLE_ANSWER));
        assertThat(models.asked()).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(arguments(FallbackReason.FAILED, StandInReply.json(500, "{}")),
                arguments(FallbackReason.FAILED, StandInReply.json(503, "{\"estimated_time\":500}")),
                arguments(FallbackReason.RATE_LIMITED, StandInReply.json(429, "{}", "Retry-After", "500")),
                arguments(FallbackReason.REJECTED, StandInReply.json(401, "{}")), arguments(FallbackReason.REJECTED, StandInReply.json(404, "{}")),
                arguments(FallbackReason.REJECTED, StandInReply.json(400, "{}")),
                arguments(FallbackReason.REJECTED, StandInReply.raw(302, "text/plain", "", "Location", "http://127.0.0.1:1/")),
                arguments(FallbackReason.UNREACHABLE, StandInReply.breakOff()), arguments(FallbackReason.TIMEOUT, StandInReply.json(408, "{}")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void it_says_why_it_could_not_read(FallbackReason reason, StandInReply refusal) {
        models.answers(refusal);
        assertThat(Remotes.read(once, TEXT, TEXT)).isEqualTo(new ContentAnalyst.Answer.Unread(reason));
    }

    static Stream<Named<StandInReply>> endless() {
        return Stream.of(named("silence", StandInReply.silence()), named("slow drip", StandInReply.drip()), named("stopped", StandInReply.stall()));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void it_ends_when_its_caller_does_not_wait_any_more(StandInReply endless) {
        models.answers(endless);
        assertThat(patient.read(Remotes.passages(TEXT, TEXT, TEXT), patient.tasks(), Duration.ofMillis(300)))
                .isEqualTo(new ContentAnalyst.Answer.Unread(FallbackReason.TIMEOUT));
    }

    @Test
    void who_has_no_time_left_does_not_ask() {
        assertThat(patient.read(Remotes.passages(TEXT), patient.tasks(), Duration.ZERO))
                .isEqualTo(new ContentAnalyst.Answer.Unread(FallbackReason.NO_TIME_LEFT));
        assertThat(models.asked()).isEmpty();
    }

    @Test
    void after_four_failures_it_is_down_and_after_two_minutes_it_tries_again() {
        models.fail();
        for (int call = 0; call < 4; call++) {
            assertThat(Remotes.read(once, TEXT)).isEqualTo(new ContentAnalyst.Answer.Unread(FallbackReason.FAILED));
        }
        assertThat(once.isUp()).isFalse();
        assertThat(Remotes.read(once, TEXT)).isEqualTo(new ContentAnalyst.Answer.Unread(FallbackReason.BREAKER_OPEN));
        assertThat(models.asked()).hasSize(4);

        models.heal();
        clock.advance(Duration.ofSeconds(120));
        assertThat(Remotes.read(once, TEXT)).isInstanceOf(ContentAnalyst.Answer.Read.class);
        assertThat(once.isUp()).isTrue();
    }

    @Test
    void texts_without_words_are_not_sent() {
        List<Findings> found = Remotes.findings(patient, "", " \n\u3000");
        assertThat(found).hasSize(2).doesNotContain(Findings.NOTHING);
        assertThat(models.asked()).isEmpty();

        Remotes.findings(patient, "", TEXT, " ");
        assertThat(models.asked()).hasSize(1);
    }

    @Test
    void what_is_sent_can_be_read_by_every_server() {
        Remotes.findings(patient, "a\u0000b\u0007c\ud83d d\ude00 \"e\" \\ \u2028 <script>", "x".repeat(50_000));

        assertThat(models.asked()).allSatisfy(asked -> {
            assertThat(asked.json().isObject()).isTrue();
            assertThat(asked.body()).doesNotContain("\\u0000").doesNotContain("\\u0007")
                    .doesNotContain("x".repeat(ContentAnalyst.MOST_CHARACTERS + 1));
        });
        assertThat(models.asked()).anySatisfy(asked -> assertThat(asked.body()).contains("a b c\ufffd d\ufffd"));
    }

    @Test
    void neither_too_many_texts_nor_none_can_be_asked_for() {
        String[] many = Collections.nCopies(ContentAnalyst.MOST_TEXTS + 1, TEXT).toArray(String[]::new);
        assertThatIllegalArgumentException().isThrownBy(() -> Remotes.read(patient, many));
        assertThatIllegalArgumentException().isThrownBy(() -> Remotes.read(patient));
        assertThat(models.asked()).isEmpty();
    }

    @Test
    void nobody_reads_the_key_or_the_texts_in_the_log() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(appender);
        try {
            garbage().limit(3).map(Named::getPayload).forEach(reply -> Remotes.read(ask(reply), TEXT));
            refusals().forEach(refusal -> Remotes.read(ask((StandInReply) refusal.get()[1]), TEXT));
        } finally {
            root.detachAppender(appender);
            root.setLevel(before);
        }
        assertThat(appender.list).isNotEmpty().extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(Remotes.KEY) || line.contains("amazing"));
        assertThat(models.asked()).isNotEmpty().extracting(Asked::headers).allSatisfy(headers -> assertThat(headers).containsEntry("authorization", "Bearer " + Remotes.KEY));
    }

    private ContentAnalyst ask(StandInReply reply) {
        models.answers(reply);
        return once;
    }

    static EnumSet<Task> all() {
        return EnumSet.allOf(Task.class);
    }
}
