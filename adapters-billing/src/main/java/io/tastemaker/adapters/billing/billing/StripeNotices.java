package io.tastemaker.adapters.billing.billing;

import com.stripe.net.Webhook;
import io.tastemaker.application.billing.out.SignedNotices;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads the events that Stripe sends to our webhook. */
public final class StripeNotices implements SignedNotices {

    /** How old a message may be, and how far ahead of our clock. */
    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private final List<String> secrets;
    private final InstantSource clock;

    /**
     * A reader.
     *
     * @param secrets the secrets that notices may be signed with; none when there is no webhook
     * @param clock tells how old a message is
     */
    public StripeNotices(List<String> secrets, InstantSource clock) {
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
    }

    @Override
    public Reading read(byte[] body, String signature) {
        if (secrets.isEmpty()) {
            throw new Refusal.NotConfigured("billing");
        }
        Optional<SignatureHeader> header = SignatureHeader.read(signature);
        if (header.isEmpty()) {
            return new Reading.Doubtful(signature.isBlank() ? "it is not signed" : "the signature has no t or no v1");
        }
        Optional<String> payload = decoded(body);
        if (payload.isEmpty()) {
            return new Reading.Doubtful("it is not UTF-8");
        }
        if (!header.get().fits(body, secrets)) {
            return new Reading.Doubtful("the signature is not of this body by any of our secrets");
        }
        Instant signed = Instant.ofEpochSecond(header.get().second());
        return untimely(signed).<Reading>map(Reading.Doubtful::new).orElseGet(() -> new Reading.Genuine(notice(payload.get(), body, signed)));
    }

    private Optional<String> untimely(Instant signed) {
        Duration age = Duration.between(signed, Instant.ofEpochSecond(clock.instant().getEpochSecond()));
        if (age.compareTo(TOLERANCE) > 0) {
            return Optional.of("it was signed " + age.toSeconds() + " seconds ago");
        }
        return age.negated().compareTo(TOLERANCE) > 0
                ? Optional.of("it was signed " + age.negated().toSeconds() + " seconds ahead of our clock") : Optional.empty();
    }

    private static Optional<String> decoded(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** What is signed and no event is kept all the same, under a name of its own. */
    private static Notice notice(String payload, byte[] body, Instant signed) {
        try {
            return SeenEvents.of(Webhook.constructEventWithoutVerification(payload));
        } catch (RuntimeException noEvent) {
            return new Notice("sha256:" + hash(body), "unreadable", signed, Optional.empty(), Optional.of("it is signed and no event"));
        }
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
