package io.tastemaker.adapters.integrations.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.shared.Listener;
import io.tastemaker.application.webhooks.out.Courier;
import io.tastemaker.application.webhooks.out.CourierContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpCourierTest extends CourierContract {

    private static final String OTHER_SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final Listener listener = Listener.on("127.0.0.1");
    private final HttpCourier courier = new HttpCourier(Set.of(listener.origin()), 2, InstantSource.fixed(Instant.parse("2026-09-01T12:00:00Z")));

    @AfterEach
    void close() {
        courier.close();
        listener.close();
    }

    @Override
    protected Courier courier() {
        return courier;
    }

    @Override
    protected String receiver() {
        return listener.origin() + "/in";
    }

    @Override
    protected void answers(int status, Optional<Duration> retryAfter) {
        listener.answers("HTTP/1.1 " + status + " Said\r\n" + retryAfter.map(time -> "Retry-After: " + time.toSeconds() + "\r\n").orElse("")
                + (status == 204 ? "" : "Content-Length: 0\r\n") + "\r\n");
    }

    /** The example of the specification: https://www.standardwebhooks.com, and the libraries of Svix, check against it. */
    @Test
    void the_signature_is_that_of_the_standard_webhooks() {
        assertThat(Signature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void an_event_says_what_happened_and_is_signed_by_each_secret() throws Exception {
        Courier.Parcel one = parcel(receiver());
        courier.bring(new Courier.Parcel(one.url(), List.of(SECRET, OTHER_SECRET), one.id(), one.team(), one.event(), one.toldAt(), one.at()));
        String request = listener.requests().getFirst();
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        assertThat(body).isEqualTo("{\"id\":\"00000000-0000-0001-0000-000000000002\",\"type\":\"campaign.launched\","
                + "\"created_at\":\"2026-09-01T12:00:00Z\",\"team_id\":\"00000000-0000-0003-0000-000000000004\","
                + "\"subject\":{\"type\":\"campaign\",\"id\":\"0195f000-0000-7000-8000-000000000001\"},\"data\":{\"status\":\"active\"}}");
        assertThat(request).startsWith("POST /in HTTP/1.1\r\n").contains("\r\nContent-Type: application/json\r\n",
                "\r\nWebhook-Id: 00000000-0000-0001-0000-000000000002\r\n", "\r\nWebhook-Timestamp: 1788264009\r\n",
                "\r\nWebhook-Signature: v1," + signature(SECRET, body) + " v1," + signature(OTHER_SECRET, body) + "\r\n");
    }

    private static String signature(String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(("00000000-0000-0001-0000-000000000002.1788264009." + body).getBytes(UTF_8)));
    }

    @Test
    void whoever_hangs_up_or_is_not_there_has_not_got_it() {
        listener.answers("");
        assertThat(courier.bring(parcel(receiver()))).isInstanceOf(Courier.Brought.Failed.class);
        listener.close();
        assertThat(courier.bring(parcel(receiver()))).isInstanceOf(Courier.Brought.Failed.class);
    }

    @Test
    void an_address_of_ones_own_network_is_called_only_when_the_operator_vouches_for_it() {
        try (HttpCourier strict = new HttpCourier(Set.of(), 1, InstantSource.system())) {
            assertThat(strict.objection(receiver())).contains(Courier.Objection.SCHEME);
            assertThat(strict.bring(parcel(receiver()))).isEqualTo(new Courier.Brought.Refused(Courier.Objection.SCHEME));
        }
        assertThat(listener.connections()).isZero();
    }
}
