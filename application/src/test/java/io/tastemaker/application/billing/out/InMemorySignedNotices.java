package io.tastemaker.application.billing.out;

import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Notices as lines of text; the signature is the second and a checksum of that second, the body and a secret. */
public final class InMemorySignedNotices implements SignedNotices {

    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private final Optional<String> secret;
    private final InstantSource clock;

    /** Knows a secret, or none. */
    public InMemorySignedNotices(Optional<String> secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** How a notice looks on its way. */
    public static byte[] body(Notice notice) {
        String about = notice.about().map(matter -> matter.kind().code() + "|" + matter.id()).orElse("|");
        return (notice.id() + "|" + notice.type() + "|" + notice.createdAt().getEpochSecond() + "|" + about).getBytes(StandardCharsets.UTF_8);
    }

    /** The signature of a body. */
    public static String sign(String secret, byte[] body, Instant signed) {
        byte[] salt = (secret + signed.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(salt, salt.length + body.length);
        System.arraycopy(body, 0, all, salt.length, body.length);
        return signed.getEpochSecond() + ":" + UUID.nameUUIDFromBytes(all);
    }

    @Override
    public Reading read(byte[] body, String signature) {
        String known = secret.orElseThrow(() -> new Refusal.NotConfigured("billing"));
        String second = signature.contains(":") ? signature.substring(0, signature.indexOf(':')) : "";
        if (!second.matches("\\d{1,12}") || !sign(known, body, Instant.ofEpochSecond(Long.parseLong(second))).equals(signature)) {
            return new Reading.Doubtful("the signature does not fit");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(second));
        Duration age = Duration.between(signed, Instant.ofEpochSecond(clock.instant().getEpochSecond())).abs();
        return age.compareTo(TOLERANCE) > 0 ? new Reading.Doubtful("it is not of now") : new Reading.Genuine(notice(body, signed));
    }

    private static Notice notice(byte[] body, Instant signed) {
        String[] parts = new String(body, StandardCharsets.UTF_8).split("\\|", -1);
        if (parts.length != 5) {
            return new Notice(UUID.nameUUIDFromBytes(body).toString(), "unreadable", signed, Optional.empty(), Optional.of("it is no notice"));
        }
        Optional<Notice.Matter> about = Optional.of(parts[3]).filter(kind -> !kind.isEmpty())
                .map(kind -> new Notice.Matter(Notice.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), parts[4]));
        return new Notice(parts[0], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])), about, Optional.empty());
    }
}
