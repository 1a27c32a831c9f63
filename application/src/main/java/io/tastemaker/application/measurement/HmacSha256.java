package io.tastemaker.application.measurement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The message authentication code of RFC 2104 over SHA-256. */
final class HmacSha256 {

    private static final int BLOCK = 64;

    private HmacSha256() {}

    /** Signs the parts, one behind the other. */
    static byte[] of(byte[] key, byte[]... parts) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256().digest(key) : key, BLOCK);
        MessageDigest inner = sha256();
        inner.update(padded(block, (byte) 0x36));
        for (byte[] part : parts) {
            inner.update(part);
        }
        MessageDigest outer = sha256();
        outer.update(padded(block, (byte) 0x5c));
        return outer.digest(inner.digest());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] padded(byte[] block, byte pad) {
        byte[] padded = block.clone();
        for (int i = 0; i < padded.length; i++) {
            padded[i] ^= pad;
        }
        return padded;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
