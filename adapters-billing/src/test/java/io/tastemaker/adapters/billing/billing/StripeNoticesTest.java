package io.tastemaker.adapters.billing.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.tastemaker.application.billing.out.SignedNotices;
import io.tastemaker.application.billing.out.SignedNotices.Reading;
import io.tastemaker.application.billing.out.SignedNoticesContract;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Notice.Kind;
import io.tastemaker.domain.billing.Notice.Matter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract and more, signed by Stripe's own library. */
class StripeNoticesTest extends SignedNoticesContract {

    private static final String SECRET = "whsec_new";
    private static final String OLD_SECRET = "whsec_old";
    private static final String SESSION = "{\"id\":\"cs_1\",\"object\":\"checkout.session\"}";

    private final HandClock clock = new HandClock();
    private final StripeNotices notices = new StripeNotices(List.of(SECRET, OLD_SECRET), clock);

    @Override
    protected SignedNotices notices() {
        return notices;
    }

    @Override
    protected SignedNotices unconfigured() {
        return new StripeNotices(List.of(), clock);
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected Sent session(String id, String session, Instant happened, Instant signed) {
        return signed(event(id, "checkout.session.completed", happened, StripeSettings.API_VERSION, SESSION.replace("cs_1", session)), signed);
    }

    @Override
    protected Sent unheeded(String id, Instant happened, Instant signed) {
        return signed(event(id, "account.updated", happened, StripeSettings.API_VERSION, "{\"id\":\"acct_1\",\"object\":\"account\"}"), signed);
    }

    @Override
    protected Sent signed(String body, Instant signed) {
        return new Sent(body.getBytes(StandardCharsets.UTF_8), header(SECRET, body, signed));
    }

    private static String header(String secret, String body, Instant signed) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, signed.getEpochSecond());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String event(String id, String type, Instant happened, String version, String object) {
        return """
                {"id":"%s","object":"event","api_version":"%s","created":%d,"livemode":false,"pending_webhooks":1,"type":"%s",
                "request":{"id":null,"idempotency_key":null},"data":{"object":%s}}""".formatted(id, version, happened.getEpochSecond(), type, object);
    }

    private String completed() {
        return event("evt_1", "checkout.session.completed", now(), StripeSettings.API_VERSION, SESSION);
    }

    @Test
    void white_space_belongs_to_what_is_signed() {
        Sent sent = signed(completed(), now());
        for (String other : List.of(completed() + "\n", completed().replace(",\"type\"", ", \"type\""), completed().replace("\n", "\r\n"))) {
            assertDoubtful(new Sent(other.getBytes(StandardCharsets.UTF_8), sent.signature()));
        }
    }

    @Test
    void each_of_our_secrets_will_do_and_no_other() {
        byte[] body = completed().getBytes(StandardCharsets.UTF_8);
        assertThat(genuine(new Sent(body, header(OLD_SECRET, completed(), now()))).id()).isEqualTo("evt_1");
        assertDoubtful(new Sent(body, header("whsec_other", completed(), now())));
    }

    @Test
    void one_of_several_signatures_will_do() {
        String other = signature(header("whsec_other", completed(), now()));
        String right = signature(header(SECRET, completed(), now()));
        byte[] body = completed().getBytes(StandardCharsets.UTF_8);
        String time = "t=" + now().getEpochSecond();
        for (String header : List.of(time + ",v1=" + other + ",v1=" + right, time + ",v1=" + right + ",v1=" + other, time + ",v0=" + other + ",v1="
                + right, "v1=" + right + "," + time, time + ", v1=" + right, time + ",v1=nonsense,v1=" + right, time + ",,x,v1=" + right)) {
            assertThat(genuine(new Sent(body, header)).id()).isEqualTo("evt_1");
        }
    }

    private static String signature(String header) {
        return header.substring(header.indexOf("v1=") + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "=", "t", "t=", "t=now,v1=%s", "t=-1,v1=%s", "t=99999999999999999999,v1=%s", "v1=%s", "t=1772442000",
        "t=1772442000,v0=%s", "t=1772442000,v1=", "t=1772442000,v1", "t=1772442000,V1=%s", "t=1772442000;v1=%s", "t=1772442001,v1=%s",
        "t=1772442001,t=1772442000,v1=%s", "t=\u0661\u0667\u0667\u0662\u0664\u0664\u0662\u0660\u0660\u0660,v1=%s"})
    void a_header_that_is_none_is_doubtful(String header) {
        assertThat(now().getEpochSecond()).isEqualTo(1772442000);
        String right = signature(header(SECRET, completed(), now()));
        assertDoubtful(new Sent(completed().getBytes(StandardCharsets.UTF_8), header.replace("%s", right)));
        assertDoubtful(new Sent(completed().getBytes(StandardCharsets.UTF_8), "t=1772442000,v1=" + right + "," + "x".repeat(5_000)));
    }

    @Test
    void a_megabyte_is_read() {
        String much = event("evt_1", "checkout.session.completed", now(), StripeSettings.API_VERSION,
                "{\"id\":\"cs_1\",\"object\":\"checkout.session\",\"success_url\":\"https://app.example/" + "\u00e9".repeat(500_000) + "\"}");
        assertThat(genuine(signed(much, now())).about()).contains(new Matter(Kind.SESSION, "cs_1"));
    }

    @Test
    void what_is_not_utf_8_is_doubtful() {
        assertDoubtful(new Sent(new byte[] {'{', (byte) 0xC3, '}'}, header(SECRET, "{\uFFFD}", now())));
    }

    static Stream<String> noEvents() {
        return Stream.of("", "null", "[]", "{}", "7", "\"text\"", "{\"object\":\"event\"}", "{\"object\":\"event\",\"id\":\"evt_1\"}",
                "{\"id\":\"evt_1\"",
                "{\"object\":\"v2.core.event\",\"id\":\"evt_1\",\"type\":\"v1.billing.meter.error_report_triggered\"}",
                event("x".repeat(256), "invoice.paid", Instant.EPOCH, StripeSettings.API_VERSION, SESSION), "<html></html>");
    }

    @ParameterizedTest
    @MethodSource("noEvents")
    void what_is_signed_and_no_event_is_kept_under_its_hash(String body) {
        Notice notice = genuine(signed(body, now()));
        assertThat(notice.id()).startsWith("sha256:").hasSize(71);
        assertThat(notice.createdAt()).isEqualTo(now());
        assertThat(notice.firstState()).isEqualTo(Notice.State.DEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-30.clover", "2020-08-27", "2026-07-29", ""})
    void an_event_of_another_release_train_is_a_dead_letter(String version) {
        Notice notice = genuine(signed(event("evt_1", "invoice.paid", now(), version, "{\"id\":\"in_1\",\"object\":\"invoice\"}"), now()));
        assertThat(notice.id()).isEqualTo("evt_1");
        assertThat(notice.fault()).hasValueSatisfying(fault -> assertThat(fault).contains(StripeSettings.API_VERSION));
        assertThat(notice.firstState()).isEqualTo(Notice.State.DEAD);
    }

    @Test
    void an_event_of_another_version_of_our_release_train_is_read() {
        String train = StripeSettings.API_VERSION.substring(StripeSettings.API_VERSION.indexOf('.'));
        assertThat(genuine(signed(event("evt_1", "invoice.paid", now(), "2026-03-25" + train, "{\"id\":\"in_1\",\"object\":\"invoice\"}"), now()))
                .about()).contains(new Matter(Kind.INVOICE, "in_1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"ch_1\",\"object\":\"charge\"}", "{\"id\":7,\"object\":[]}", "{}", "null", "{\"object\":\"invoice\"}",
        "{\"id\":\"in_1\",\"object\":\"invoice\",\"total\":\"much\"}"})
    void an_event_whose_object_does_not_belong_to_it_is_a_dead_letter(String object) {
        assertThat(genuine(signed(event("evt_1", "invoice.paid", now(), StripeSettings.API_VERSION, object), now())).firstState())
                .isEqualTo(Notice.State.DEAD);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            checkout.session.completed, SESSION, cs_1, '{"object":"checkout.session","id":"cs_1"}'
            checkout.session.async_payment_failed, SESSION, cs_1, '{"object":"checkout.session","id":"cs_1"}'
            customer.subscription.updated, SUBSCRIPTION, sub_1, '{"object":"subscription","id":"sub_1"}'
            customer.subscription.deleted, SUBSCRIPTION, sub_1, '{"object":"subscription","id":"sub_1"}'
            customer.subscription.trial_will_end, TRIAL_END, sub_1, '{"object":"subscription","id":"sub_1"}'
            invoice.payment_failed, INVOICE, in_1, '{"object":"invoice","id":"in_1"}'
            charge.refunded, PAYMENT, pi_1, '{"object":"charge","id":"ch_1","payment_intent":"pi_1"}'
            charge.refund.updated, PAYMENT, pi_1, '{"object":"refund","id":"re_1","payment_intent":"pi_1"}'
            charge.dispute.created, PAYMENT, pi_1, '{"object":"dispute","id":"du_1","payment_intent":{"object":"payment_intent","id":"pi_1"}}'
            payment_intent.succeeded, PAYMENT, pi_1, '{"object":"payment_intent","id":"pi_1"}'
            promotion_code.updated, PROMOTION, promo_1, '{"object":"promotion_code","id":"promo_1"}'
            """)
    void a_type_says_what_it_is_about(String type, Kind kind, String id, String object) {
        Notice notice = genuine(signed(event("evt_1", type, now(), StripeSettings.API_VERSION, object), now()));
        assertThat(notice).isEqualTo(new Notice("evt_1", type, now(), Optional.of(new Matter(kind, id)), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            charge.refunded, '{"object":"charge","id":"ch_1","payment_intent":null}'
            coupon.deleted, '{"object":"coupon","id":"20off"}'
            charge.succeeded, '{"object":"charge","id":"ch_1","payment_intent":"pi_1"}'
            invoice.updated, '{"object":"invoice","id":"in_1"}'
            """)
    void what_is_about_nothing_of_ours_is_no_fault(String type, String object) {
        Notice notice = genuine(signed(event("evt_1", type, now(), StripeSettings.API_VERSION, object), now()));
        assertThat(notice.firstState()).isEqualTo(Notice.State.IGNORED);
    }

    @Test
    void what_matters_are_changes_of_things_that_we_keep() {
        assertThat(SeenEvents.types()).contains("invoice.paid", "checkout.session.completed").doesNotContain("coupon.updated");
    }

    @Test
    void a_reason_repeats_nothing_of_the_message() {
        Sent sent = signed(completed(), now());
        assertThat(notices.read("{\"card\":4242}".getBytes(StandardCharsets.UTF_8), sent.signature()))
                .isInstanceOfSatisfying(Reading.Doubtful.class, doubtful -> assertThat(doubtful.reason()).doesNotContain("4242", SECRET));
    }
}
