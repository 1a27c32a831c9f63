package io.tastemaker.application.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** How secrets that are long and random are kept: nobody finds them by their hash. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** In lower-case hex. */
    static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** As many random bytes as are asked for, 32 at most, out of a random text. */
    static byte[] bytes(String random, int count) {
        return Arrays.copyOf(of(random), count);
    }
}
