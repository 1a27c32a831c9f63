package io.tastemaker.adapters.integrations.identity;

import io.tastemaker.application.shared.out.SecretBox;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets under AES-256 in Galois/Counter Mode. What is sealed begins with the name of its key (4 bytes of a hash of it) and the nonce
 * (12 bytes), and ends with the tag (16 bytes); the name and the context are authenticated with it.
 */
public final class AesSecretBox implements SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST_BYTES = NAME_BYTES + NONCE_BYTES + TAG_BITS / 8;

    private final SecureRandom random = new SecureRandom();
    private final byte[] current;
    private final Map<ByteBuffer, SecretKeySpec> byName = new LinkedHashMap<>();

    /**
     * Seals with the first key; opens what any of them sealed.
     *
     * @param keys at least one, each of 32 bytes
     */
    public AesSecretBox(List<byte[]> keys) {
        for (byte[] key : keys) {
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("a key that encrypts has " + KEY_BYTES + " bytes");
            }
            byName.put(ByteBuffer.wrap(name(key)), new SecretKeySpec(key, "AES"));
        }
        this.current = name(keys.getFirst());
    }

    private static byte[] name(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("name of a key".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(digest.digest(key), NAME_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, current, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(NAME_BYTES + NONCE_BYTES + hidden.length).put(current).put(nonce).put(hidden).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < LEAST_BYTES) {
            throw new IllegalStateException("too short to have been sealed");
        }
        byte[] name = Arrays.copyOf(sealed, NAME_BYTES);
        byte[] nonce = Arrays.copyOfRange(sealed, NAME_BYTES, NAME_BYTES + NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, name, nonce, context)
                    .doFinal(sealed, NAME_BYTES + NONCE_BYTES, sealed.length - NAME_BYTES - NONCE_BYTES);
        } catch (AEADBadTagException changed) {
            throw new IllegalStateException("this was changed, or sealed for something else", changed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] name, byte[] nonce, String context) throws GeneralSecurityException {
        SecretKeySpec key = byName.get(ByteBuffer.wrap(name));
        if (key == null) {
            throw new IllegalStateException("the key that sealed this is not among the keys");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name);
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
