package io.tastemaker.application.identity;

import io.tastemaker.domain.shared.ApiKeyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an API key, {@code tmk_<32 hex digits>_<43 characters>}, in its two halves. Never logged, never stored. */
record KeySecret(ApiKeyId id, String secret) {

    private static final Pattern SHAPE = Pattern.compile("tmk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");

    static Optional<KeySecret> read(String presented) {
        Matcher shape = SHAPE.matcher(presented);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String hex = shape.group(1);
        UUID id = new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
        return Optional.of(new KeySecret(new ApiKeyId(id), shape.group(2)));
    }

    String text() {
        return "tmk_" + id.toString().replace("-", "") + "_" + secret;
    }

    String hash() {
        return Sha256.hex(secret);
    }

    boolean matches(String storedHash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), storedHash.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "tmk_" + id + "_…";
    }
}
