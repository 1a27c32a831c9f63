package io.tastemaker.domain.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * Identifies an order: one attempt to buy something.
 *
 * @param value the UUID; of version 8 when it follows from the request that asked for it
 */
public record OrderId(UUID value) {

    /** Checks that there is a value. */
    public OrderId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical lower-case form.
     *
     * @param text 36 characters, such as {@code 0195d1c0-0000-7000-8000-000000000000}
     * @return the id
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    /**
     * The id of the order that a request asks for. It follows from team and key, so that a request that is sent again after a crash finds
     * the order it began.
     *
     * @param team whose request
     * @param key its idempotency key
     * @return the first 128 bits of the SHA-256 over both, but for the six that say that it is a UUID of version 8 (RFC 9562)
     */
    public static OrderId asked(TeamId team, String key) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(("order " + team + " " + key).getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new OrderId(new UUID(high, low));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
