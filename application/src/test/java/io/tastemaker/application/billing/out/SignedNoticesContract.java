package io.tastemaker.application.billing.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.out.SignedNotices.Reading;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Notice.Kind;
import io.tastemaker.domain.billing.Notice.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every reader of signed notices does. */
public abstract class SignedNoticesContract {

    /** A message as it was sent. */
    public record Sent(byte[] body, String signature) {}

    /** What happened before it was told. */
    private static final Instant HAPPENED = Instant.parse("2026-03-02T08:59:00Z");

    /** A reader that knows the secret. */
    protected abstract SignedNotices notices();

    /** A reader that knows no secret. */
    protected abstract SignedNotices unconfigured();

    /** The time of the reader. */
    protected abstract Instant now();

    /** A message with the right signature, of a type that is about sessions. */
    protected abstract Sent session(String id, String session, Instant happened, Instant signed);

    /** A message with the right signature, of a type that nobody heeds. */
    protected abstract Sent unheeded(String id, Instant happened, Instant signed);

    /** Any text with the right signature. */
    protected abstract Sent signed(String body, Instant signed);

    @Test
    void what_is_signed_is_believed() {
        Notice notice = genuine(session("evt_1", "cs_1", HAPPENED, now()));
        assertThat(notice.id()).isEqualTo("evt_1");
        assertThat(notice.createdAt()).isEqualTo(HAPPENED);
        assertThat(notice.about()).contains(new Matter(Kind.SESSION, "cs_1"));
        assertThat(notice.firstState()).isEqualTo(Notice.State.RECEIVED);
    }

    @Test
    void what_nobody_heeds_is_believed_and_ignored() {
        Notice notice = genuine(unheeded("evt_1", HAPPENED, now()));
        assertThat(notice.id()).isEqualTo("evt_1");
        assertThat(notice.about()).isEmpty();
        assertThat(notice.firstState()).isEqualTo(Notice.State.IGNORED);
    }

    @Test
    void what_is_signed_and_cannot_be_read_is_a_dead_letter_with_one_id() {
        Notice notice = genuine(signed("nonsense", now()));
        assertThat(notice.firstState()).isEqualTo(Notice.State.DEAD);
        assertThat(genuine(signed("nonsense", now().minusSeconds(60))).id()).isEqualTo(notice.id());
        assertThat(genuine(signed("other nonsense", now())).id()).isNotEqualTo(notice.id());
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 0, 299, 300})
    void five_minutes_are_tolerated(long seconds) {
        assertThat(genuine(session("evt_1", "cs_1", HAPPENED, now().plusSeconds(seconds))).fault()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -301, 301, 86_400})
    void more_than_five_minutes_are_not(long seconds) {
        assertDoubtful(session("evt_1", "cs_1", HAPPENED, now().plus(Duration.ofSeconds(seconds))));
    }

    @Test
    void a_byte_that_was_altered_shows_wherever_it_is() {
        Sent sent = session("evt_1", "cs_1", HAPPENED, now());
        for (int at = 0; at < sent.body().length; at++) {
            byte[] altered = sent.body().clone();
            altered[at] ^= 1;
            assertDoubtful(new Sent(altered, sent.signature()));
        }
    }

    @Test
    void a_signature_of_something_else_is_not_believed() {
        Sent sent = session("evt_1", "cs_1", HAPPENED, now());
        assertDoubtful(new Sent(sent.body(), session("evt_2", "cs_1", HAPPENED, now()).signature()));
        assertDoubtful(new Sent(sent.body(), ""));
        assertDoubtful(new Sent(sent.body(), "nonsense"));
    }

    @Test
    void who_knows_no_secret_reads_nothing() {
        Sent sent = session("evt_1", "cs_1", HAPPENED, now());
        assertThatThrownBy(() -> unconfigured().read(sent.body(), sent.signature())).isInstanceOf(Refusal.NotConfigured.class);
    }

    protected final Notice genuine(Sent sent) {
        return switch (notices().read(sent.body(), sent.signature())) {
            case Reading.Genuine(Notice notice) -> notice;
            case Reading.Doubtful(String reason) -> throw new AssertionError("doubtful: " + reason);
        };
    }

    protected final void assertDoubtful(Sent sent) {
        assertThat(notices().read(sent.body(), sent.signature())).isInstanceOfSatisfying(Reading.Doubtful.class,
                doubtful -> assertThat(doubtful.reason()).isNotBlank());
    }
}
