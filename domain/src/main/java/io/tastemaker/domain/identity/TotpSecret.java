package io.tastemaker.domain.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What an authenticator and this program share: 160 bits. */
public final class TotpSecret {

    /** How many bytes it has, as RFC 4226 recommends for HMAC-SHA-1. */
    public static final int BYTES = 20;

    private static final String ISSUER = "Tastemaker";

    private final byte[] bytes;

    /**
     * Takes the bytes over.
     *
     * @param bytes {@value #BYTES} random bytes
     * @throws IllegalArgumentException when there are more or fewer
     */
    public TotpSecret(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The secret as it is typed into an authenticator.
     *
     * @return 32 letters of base 32 (RFC 4648)
     */
    public String base32() {
        return Base32.write(bytes, Base32.RFC_4648);
    }

    /**
     * The secret as an authenticator reads it from a picture.
     *
     * @param account the name it shows beside ours
     * @return an {@code otpauth://totp/} address
     */
    public String uri(EmailAddress account) {
        String name = URLEncoder.encode(account.value(), StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + ISSUER + ":" + name + "?secret=" + base32() + "&issuer=" + ISSUER + "&algorithm=SHA1&digits=6&period="
                + OneTimeCode.STEP.toSeconds();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Shows nothing: what is printed may end in a log. */
    @Override
    public String toString() {
        return "TotpSecret[]";
    }
}
