package io.tastemaker.domain.wallets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * SHA-256 over values in one unambiguous form: numbers as 8 bytes, texts as their length in UTF-8 and then the bytes, what is missing as
 * the length -1, times as microseconds since 1970, which is as fine as the database keeps them.
 */
final class Digest {

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    Digest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    Digest add(long value) {
        digest.update(number.putLong(0, value).array());
        return this;
    }

    Digest add(UUID value) {
        return add(value.getMostSignificantBits()).add(value.getLeastSignificantBits());
    }

    Digest add(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    Digest add(Instant value) {
        return add(Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1_000));
    }

    Digest addText(Optional<String> value) {
        return value.map(this::add).orElseGet(() -> add(-1));
    }

    Digest addTime(Optional<Instant> value) {
        return value.map(this::add).orElseGet(() -> add(-1));
    }

    byte[] bytes() {
        return digest.digest();
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
