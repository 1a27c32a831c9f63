package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.TotpSecret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** One-time codes by the definition of HMAC (RFC 2104), without the library that the real ones come from. */
public final class InMemoryOneTimeCodes implements OneTimeCodes {

    private static final int BLOCK = 64;

    @Override
    public OneTimeCode at(TotpSecret secret, long step) {
        byte[] counter = ByteBuffer.allocate(Long.BYTES).putLong(step).array();
        return OneTimeCode.ofMac(sha1(padded(secret, 0x5c), sha1(padded(secret, 0x36), counter)));
    }

    private static byte[] padded(TotpSecret secret, int pad) {
        byte[] block = new byte[BLOCK];
        System.arraycopy(secret.bytes(), 0, block, 0, TotpSecret.BYTES);
        for (int place = 0; place < BLOCK; place++) {
            block[place] ^= (byte) pad;
        }
        return block;
    }

    private static byte[] sha1(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-1", missing);
        }
    }
}
