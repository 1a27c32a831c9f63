package io.tastemaker.adapters.integrations.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.integrations.shared.GuardedClient;
import io.tastemaker.adapters.integrations.shared.RetryAfter;
import io.tastemaker.application.webhooks.out.Courier;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings events by HTTPS, signed, as {@code docs/webhooks.md} tells their receivers. */
public final class HttpCourier implements Courier, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GuardedClient client;
    private final InstantSource clock;

    /**
     * A courier.
     *
     * @param allowedOrigins what the operator vouches for: called whatever its scheme, port and addresses
     * @param atOnce how many calls run at once, at least 1
     * @param clock the time, for dates until which receivers ask to be left alone
     */
    public HttpCourier(Set<String> allowedOrigins, int atOnce, InstantSource clock) {
        // A thread that has answered is not free again in the same moment: with no more than are needed, the next call would be turned away.
        this.client = new GuardedClient(allowedOrigins, 2 * atOnce);
        this.clock = clock;
    }

    @Override
    public Optional<Objection> objection(String url) {
        return client.objection(url).map(HttpCourier::objection);
    }

    @Override
    public Brought bring(Parcel parcel) {
        byte[] body = body(parcel);
        String id = parcel.id().toString();
        long seconds = parcel.at().getEpochSecond();
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Webhook-Id", id, "Webhook-Timestamp", Long.toString(seconds),
                "Webhook-Signature", Signature.of(parcel.secrets(), id, seconds, body));
        return switch (client.send(parcel.url(), headers, body)) {
            case GuardedClient.Sent.Answered(int status, Optional<String> retryAfter) ->
                new Brought.Answered(status, retryAfter.flatMap(text -> RetryAfter.read(text, clock.instant())));
            case GuardedClient.Sent.Refused(GuardedClient.Reason reason) -> new Brought.Refused(objection(reason));
            case GuardedClient.Sent.Failed(String reason) -> new Brought.Failed(reason);
        };
    }

    /** The same bytes at every attempt. */
    private static byte[] body(Parcel parcel) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", parcel.id().toString());
        members.put("type", parcel.event().kind().code());
        members.put("created_at", parcel.toldAt().truncatedTo(ChronoUnit.MILLIS).toString());
        members.put("team_id", parcel.team().toString());
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("type", parcel.event().subject().type());
        subject.put("id", parcel.event().subject().id());
        members.put("subject", subject);
        members.put("data", parcel.event().data());
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always written", impossible);
        }
    }

    private static Objection objection(GuardedClient.Reason reason) {
        return switch (reason) {
            case NOT_A_URL -> Objection.NOT_A_URL;
            case SCHEME -> Objection.SCHEME;
            case PORT -> Objection.PORT;
            case USERINFO -> Objection.USERINFO;
            case HOST -> Objection.HOST;
            case ADDRESS -> Objection.ADDRESS;
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
