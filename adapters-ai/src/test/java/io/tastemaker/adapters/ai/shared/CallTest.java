package io.tastemaker.adapters.ai.shared;

import static io.tastemaker.adapters.ai.shared.Gates.DOWN;
import static io.tastemaker.adapters.ai.shared.Gates.GOOD;
import static io.tastemaker.adapters.ai.shared.Gates.LONG;
import static io.tastemaker.adapters.ai.shared.Gates.given;
import static io.tastemaker.adapters.ai.shared.Gates.missed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.FallbackReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a question is asked, what is waited for, and what is taken for an answer. */
class CallTest {

    private final StandInModels models = new StandInModels();
    private final HandClock clock = new HandClock();
    private final ModelGate gate = new ModelGate(Gates.endpoint(models), Gates.limits(), clock);

    @AfterEach
    void close() {
        gate.close();
        models.close();
    }

    private Reply<Integer> ask() {
        return Gates.ask(gate, models, LONG);
    }

    @Test
    void what_is_sent_says_who_we_are_and_nothing_else() {
        models.answers(GOOD);
        assertThat(ask()).isEqualTo(given());

        assertThat(models.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.body()).isEqualTo("{\"give\":\"number\"}");
            assertThat(asked.headers()).containsEntry("authorization", "Bearer sk-stand-in").containsEntry("user-agent", "tastemaker")
                    .containsEntry("content-type", "application/json").containsEntry("accept", "application/json");
            assertThat(asked.headers().keySet())
                    .containsExactlyInAnyOrder("accept", "authorization", "content-length", "content-type", "host", "user-agent");
        });
    }

    static Stream<Named<StandInReply>> passing() {
        return Stream.of(named("a fault", DOWN), named("a proxy", StandInReply.raw(503, "text/html", "<html></html>")),
                named("too many", StandInReply.json(429, "{}")), named("too late", StandInReply.json(408, "{}")),
                named("broken off", StandInReply.breakOff()), named("loading", StandInReply.json(503, "{\"error\":\"x\",\"estimated_time\":0.01}")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_may_pass_is_tried_up_to_four_times(StandInReply trouble) {
        models.answers(trouble, trouble, trouble, GOOD);
        assertThat(ask()).isEqualTo(given());
        assertThat(models.asked()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_does_not_pass_is_not_tried_a_fifth_time(StandInReply trouble) {
        models.answers(trouble);
        assertThat(ask()).isInstanceOf(Reply.Missed.class);
        assertThat(models.asked()).hasSize(4);
    }

    static Stream<Named<StandInReply>> lasting() {
        return Stream.of(named("html", StandInReply.raw(200, "text/html", "<html><body>Welcome</body></html>")),
                named("redirect", StandInReply.raw(307, "text/html", "", "Location", "/elsewhere")),
                named("wrong", StandInReply.json(400, "{}")), named("unknown key", StandInReply.json(401, "{}")),
                named("asks for a password", StandInReply.json(401, "{}", "WWW-Authenticate", "Basic realm=\"x\"")),
                named("proxy wants a password", StandInReply.json(407, "{}")), named("missing", StandInReply.json(404, "{}")));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void what_will_not_pass_is_asked_once(StandInReply answer) {
        models.answers(answer);
        assertThat(ask()).isInstanceOf(Reply.Missed.class);
        assertThat(models.asked()).hasSize(1);
    }

    static Stream<Named<StandInReply>> garbage() {
        return Stream.of(named("html", StandInReply.raw(200, "text/html", "<html></html>")),
                named("nothing", StandInReply.raw(200, "text/plain", "")),
                named("null", StandInReply.json(200, "null")), named("cut off", StandInReply.json(200, "{\"value\":7")),
                named("two answers", StandInReply.json(200, "{\"value\":7}{\"value\":7}")),
                named("a name twice", StandInReply.json(200, "{\"value\":7,\"value\":7}")),
                named("another type", StandInReply.json(200, "{\"value\":\"7\"}")),
                named("not a number", StandInReply.json(200, "{\"value\":NaN}")),
                named("a huge number", StandInReply.json(200, "{\"value\":1e999999999}")),
                named("many digits", StandInReply.json(200, "{\"value\":" + "9".repeat(100_000) + "}")),
                named("depth", StandInReply.json(200, "[".repeat(500_000))),
                named("stray bytes", StandInReply.bytes(200, "application/json", new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3})),
                named("wrongly packed", StandInReply.raw(200, "application/json", "{\"value\":7}", "Content-Encoding", "gzip")),
                named("packed otherwise", StandInReply.bytes(200, "application/json", new byte[] {1, 2, 3}, "Content-Encoding", "br")),
                named("a bomb", StandInReply.zipped("[" + " ".repeat(64 << 20) + "]")), named("50 megabytes", StandInReply.flood(50)));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void what_is_no_answer_is_not_taken_for_one(StandInReply nonsense) {
        models.answers(nonsense);
        assertThat(ask()).isInstanceOfSatisfying(Reply.Missed.class, missed -> assertThat(missed.reason()).isEqualTo(FallbackReason.UNUSABLE_ANSWER));
        assertThat(models.asked()).hasSize(1);
    }

    static Stream<Named<StandInReply>> readable() {
        String extra = "{\"novelty\":{\"a\":[1,2]},\"value\":7}";
        return Stream.of(named("more fields", StandInReply.json(200, extra)), named("packed", StandInReply.zipped(extra)),
                named("created", StandInReply.json(201, extra)), named("a mark", StandInReply.json(200, "\uFEFF" + extra)),
                named("latin", latin("text/plain; charset=\"ISO-8859-1\"")), named("wrong charset", latin("application/json; charset=utf-8")),
                named("unknown charset", latin("application/json; charset=klingon")), named("odd charset", latin("application/json; charset=!!")),
                named("wide", StandInReply.bytes(200, "application/json;charset=UTF-16BE", extra.getBytes(StandardCharsets.UTF_16BE))));
    }

    private static StandInReply latin(String type) {
        return StandInReply.bytes(200, type, "{\"name\":\"Zoë\",\"value\":7}".getBytes(Charset.forName("ISO-8859-1")));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void what_is_only_odd_is_read(StandInReply odd) {
        models.answers(odd);
        assertThat(ask()).isEqualTo(given());
    }

    @Test
    void nobody_is_followed_elsewhere() {
        models.answersAt("/number", StandInReply.raw(302, "text/plain", "", "Location", models.base() + "/elsewhere"));
        assertThat(ask()).isEqualTo(missed(FallbackReason.REJECTED, 302));
        assertThat(models.asked()).hasSize(1);
    }

    @Test
    void who_is_not_there_is_unreachable() {
        models.close();
        assertThat(ask()).isEqualTo(missed(FallbackReason.UNREACHABLE));
    }

    static Stream<Named<StandInReply>> endless() {
        return Stream.of(named("silence", StandInReply.silence()), named("slow drip", StandInReply.drip()), named("stopped", StandInReply.stall()));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void who_does_not_come_to_an_end_is_given_up(StandInReply endless) {
        models.answers(endless);
        assertThat(Gates.ask(gate, models, Duration.ofMillis(300))).isEqualTo(missed(FallbackReason.TIMEOUT));
        assertThat(models.asked()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void an_attempt_that_hangs_is_given_up_for_another_one() {
        GateLimits usual = Gates.limits();
        GateLimits hasty = new GateLimits(usual.connect(), Duration.ofSeconds(1), usual.call(), 4, usual.pause(), usual.open(), 3, 8, 1024);
        try (ModelGate impatient = new ModelGate(Gates.endpoint(models), hasty, clock)) {
            models.answers(StandInReply.silence(), GOOD);
            assertThat(Gates.ask(impatient, models, LONG)).isEqualTo(given());
        }
        assertThat(models.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "86400", "Fri, 01 Jan 2100 00:00:00 GMT"})
    void a_time_beyond_the_deadline_is_not_waited_for(String when) {
        models.answers(StandInReply.json(429, "{}", "Retry-After", when));
        assertThat(ask()).isEqualTo(missed(FallbackReason.RATE_LIMITED, 429));
        assertThat(models.asked()).hasSize(1);
    }

    @Test
    void a_model_that_will_be_loaded_too_late_is_not_waited_for() {
        models.answers(StandInReply.json(503, "{\"error\":\"Model is currently loading\",\"estimated_time\":45.5}"));
        assertThat(ask()).isEqualTo(missed(FallbackReason.FAILED, 503));
        assertThat(models.asked()).hasSize(1);
    }

    @Test
    void a_time_that_is_over_is_not_waited_for() {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC));
        models.answers(StandInReply.json(503, "{}", "Retry-After", now), StandInReply.json(503, "{}", "Retry-After", "0"), GOOD);
        assertThat(ask()).isEqualTo(given());
        assertThat(models.asked()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "99999999999999", "1.5", "Fri, 99 Jan 2100", ""})
    void a_time_that_is_none_is_as_good_as_none(String when) {
        models.answers(StandInReply.json(503, "{}", "Retry-After", when), GOOD);
        assertThat(ask()).isEqualTo(given());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e300", "NaN", "\"20\"", "null", "{}"})
    void a_loading_time_that_is_none_is_as_good_as_none(String seconds) {
        models.answers(StandInReply.json(503, "{\"estimated_time\":" + seconds + "}"), GOOD);
        assertThat(ask()).isEqualTo(given());
    }

    @Test
    void a_thousand_callers_do_not_ask_a_model_that_is_down_much_more_than_a_thousand_times() {
        models.answers(DOWN);
        for (int caller = 0; caller < 1_000; caller++) {
            ask();
            clock.advance(Duration.ofSeconds(120));
        }
        assertThat(models.asked()).hasSizeBetween(1_000, 1_100);
    }

    @Test
    void a_model_that_answers_may_be_asked_again_now_and_then() {
        models.answers(DOWN);
        IntStream.range(0, 3).forEach(call -> ask());
        models.answers(GOOD);
        IntStream.range(0, 100).forEach(call -> ask());
        int before = models.asked().size();

        models.answers(DOWN, GOOD);
        assertThat(ask()).isEqualTo(given());
        assertThat(models.asked()).hasSize(before + 2);
    }

    @Test
    void who_is_interrupted_asks_no_more_and_stays_interrupted() throws InterruptedException {
        models.hang();
        AtomicReference<Object> seen = new AtomicReference<>("nothing");
        Thread caller = Thread.ofVirtual().start(() -> {
            Reply<Integer> reply = ask();
            seen.set(Thread.currentThread().isInterrupted() ? reply : "the mark is lost");
        });
        caller.interrupt();
        caller.join();

        assertThat(seen.get()).isEqualTo(missed(FallbackReason.NO_TIME_LEFT));
        assertThat(models.asked()).hasSizeLessThanOrEqualTo(1);
    }
}
