package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.billing.out.InMemorySignedNotices;
import io.tastemaker.domain.billing.Notice;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the payment provider tells, and what others pretend that it told. */
class WebhookStoryTest {

    private static final int MEGABYTE = 1 << 20;

    private Program program;
    private Caller operator;

    @BeforeEach
    void start() {
        program = new Program();
        operator = new Caller(program, program.operatorKey());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private byte[] event(String id) {
        return InMemorySignedNotices.body(new Notice(id, "invoice.paid", program.clock().instant(),
                Optional.of(new Notice.Matter(Notice.Kind.INVOICE, "in_1")), Optional.empty()));
    }

    private String signature(byte[] body) {
        return InMemorySignedNotices.sign(Program.WEBHOOK_SECRET, body, program.clock().instant());
    }

    private HttpResponse<String> sent(BodyPublisher body, String... headers) {
        HttpRequest.Builder request = program.server().bare("/api/v1/webhooks/stripe").POST(body);
        return program.server().send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> signed(byte[] body) {
        return sent(BodyPublishers.ofByteArray(body), "Stripe-Signature", signature(body));
    }

    private int stored() {
        return at(operator.get("/admin/billing/events"), "/items").size();
    }

    @Test
    void an_event_is_stored_once_however_often_it_is_sent() {
        HttpResponse<String> first = signed(event("evt_1"));
        HttpResponse<String> second = signed(event("evt_1"));

        assertThat(first.body()).isEqualTo("{\"received\":true,\"duplicate\":false}");
        assertThat(second.body()).isEqualTo("{\"received\":true,\"duplicate\":true}");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(stored()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense"})
    void the_media_type_is_of_no_interest(String type) {
        byte[] body = event("evt_1");

        assertThat(sent(BodyPublishers.ofByteArray(body), "Stripe-Signature", signature(body), "Content-Type", type).statusCode()).isEqualTo(200);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void bytes_reach_the_signature_as_they_came() {
        byte[] any = new byte[4_096];
        new Random(20_261_130L).nextBytes(any);

        assertThat(signed(any).statusCode()).isEqualTo(200);
        assertThat(signed(new byte[] {(byte) 0xFF, 0, '\r', '\n', (byte) 0xC3, ' '}).statusCode()).isEqualTo(200);
        assertThat(signed(new byte[0]).statusCode()).isEqualTo(200);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void a_megabyte_is_read_and_not_a_byte_more() {
        byte[] most = new byte[MEGABYTE];
        Arrays.fill(most, (byte) 'x');
        byte[] more = Arrays.copyOf(most, MEGABYTE + 1);

        assertThat(signed(most).statusCode()).isEqualTo(200);
        refuses(signed(more), 413, "body_too_large");
        refuses(sent(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)), "Stripe-Signature", signature(more)), 413,
                "body_too_large");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void what_is_not_signed_is_not_stored() {
        byte[] body = event("evt_1");

        refuses(sent(BodyPublishers.ofByteArray(body)), 400, "signature_invalid");
        refuses(sent(BodyPublishers.ofByteArray(body), "Stripe-Signature", ""), 400, "signature_invalid");
        refuses(sent(BodyPublishers.ofByteArray(body), "Stripe-Signature", InMemorySignedNotices.sign("another", body, program.clock().instant())),
                400, "signature_invalid");
        assertThat(stored()).isZero();
    }

    @Test
    void a_changed_byte_and_an_old_signature_are_not_believed() {
        byte[] body = event("evt_1");
        byte[] changed = body.clone();
        changed[4] ^= 1;
        String signature = signature(body);

        HttpResponse<String> other = sent(BodyPublishers.ofByteArray(changed), "Stripe-Signature", signature);
        program.later(Duration.ofMinutes(6));
        HttpResponse<String> late = sent(BodyPublishers.ofByteArray(body), "Stripe-Signature", signature);

        refuses(other, 400, "signature_invalid");
        refuses(late, 400, "signature_invalid");
        assertThat(text(late, "/detail")).isEqualTo("The message is not believed: it is not of now. Nothing was stored.");
        assertThat(late.body()).doesNotContain(Program.WEBHOOK_SECRET, signature);
        assertThat(stored()).isZero();
    }

    @Test
    void nothing_is_decompressed() {
        byte[] body = event("evt_1");

        refuses(sent(BodyPublishers.ofByteArray(body), "Stripe-Signature", signature(body), "Content-Encoding", "gzip"), 415,
                "unsupported_media_type");
    }

    @Test
    void without_a_secret_nothing_is_believed() {
        program.forgetWebhookSecret();

        HttpResponse<String> answer = signed(event("evt_1"));

        refuses(answer, 503, "not_configured");
        assertThat(text(answer, "/part")).isEqualTo("billing");
    }

    @Test
    void a_credential_is_not_looked_at() {
        byte[] body = event("evt_1");

        HttpResponse<String> answer = sent(BodyPublishers.ofByteArray(body), "Stripe-Signature", signature(body), "X-Api-Key", "tmk_wrong",
                "Authorization", "Bearer wrong");

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
