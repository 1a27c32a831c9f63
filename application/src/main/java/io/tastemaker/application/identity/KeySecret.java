package io.tastemaker.application.identity;

import io.tastemaker.domain.shared.ApiKeyId;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The text of an API key, {@code tmk_<32 hex digits>_<43 characters>}, in its two halves. Never logged, never stored. */
record KeySecret(ApiKeyId id, String secret) {

    private static final String BEGINNING = "tmk_";
    private static final int ID_AT = BEGINNING.length();
    private static final int SECRET_AT = ID_AT + 32 + 1;
    private static final int LENGTH = SECRET_AT + 43;

    /** Whether the secret looks like one is not asked: it has to be the right one. */
    static Optional<KeySecret> read(String presented) {
        if (presented.length() != LENGTH || !presented.startsWith(BEGINNING) || presented.charAt(SECRET_AT - 1) != '_') {
            return Optional.empty();
        }
        try {
            UUID id = new UUID(HexFormat.fromHexDigitsToLong(presented, ID_AT, ID_AT + 16),
                    HexFormat.fromHexDigitsToLong(presented, ID_AT + 16, ID_AT + 32));
            return Optional.of(new KeySecret(new ApiKeyId(id), presented.substring(SECRET_AT)));
        } catch (NumberFormatException noId) {
            return Optional.empty();
        }
    }

    String text() {
        return BEGINNING + id.toString().replace("-", "") + "_" + secret;
    }

    String hash() {
        return Sha256.hex(secret);
    }

    boolean matches(String storedHash) {
        return MessageDigest.isEqual(Sha256.of(secret), HexFormat.of().parseHex(storedHash));
    }

    @Override
    public String toString() {
        return BEGINNING + id + "_…";
    }
}
