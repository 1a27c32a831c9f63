package io.tastemaker.bootstrap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * A text that nobody may see.
 *
 * @param text never printed
 */
record Secret(String text) {

    private static final int LEAST_SIGNING_CHARACTERS = 32;
    private static final int LEAST_DIFFERENT = 10;
    private static final int ENCRYPTING_BYTES = 32;
    /** What stands in samples and tutorials, and so in every attacker's list. */
    private static final Set<String> SAMPLES = Set.of("changeme", "change-me", "change_me", "secret", "password", "example", "sample",
            "tastemaker", "your-", "your_", "insecure", "default", "0123456789", "abcdefgh", "qwerty");

    /** Reads a key that signs. */
    static Secret signing(String text) {
        if (text.length() < LEAST_SIGNING_CHARACTERS) {
            throw new IllegalArgumentException("must have at least " + LEAST_SIGNING_CHARACTERS + " characters");
        }
        if (isSample(text)) {
            throw new IllegalArgumentException("is a sample or easily guessed; 'openssl rand -base64 48' makes a good one");
        }
        return new Secret(text);
    }

    /** Reads a key that encrypts. */
    static Secret encrypting(String text) {
        Secret key = new Secret(text);
        try {
            byte[] bytes = key.decoded();
            if (bytes.length == ENCRYPTING_BYTES && different(new String(bytes, StandardCharsets.ISO_8859_1)) >= LEAST_DIFFERENT) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            // answered below, together with keys of other lengths
        }
        throw new IllegalArgumentException("must be 32 random bytes in base64, as 'openssl rand -base64 32' makes them");
    }

    private static boolean isSample(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SAMPLES.stream().anyMatch(lower::contains) || different(text) < LEAST_DIFFERENT || isRepeated(text);
    }

    private static long different(String text) {
        return text.chars().distinct().count();
    }

    /** A text that is a shorter one several times is found again in itself, moved by the length of that one. */
    private static boolean isRepeated(String text) {
        return (text + text).indexOf(text, 1) < text.length();
    }

    /** The characters as bytes. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes that the text is the base64 of, in either alphabet. */
    byte[] decoded() {
        return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    }

    @Override
    public String toString() {
        return "…";
    }
}
