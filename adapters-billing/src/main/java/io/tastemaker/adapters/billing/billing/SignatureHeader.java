package io.tastemaker.adapters.billing.billing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Stripe-Signature}: a second and the signatures of that second with the body. It is checked here and not by Stripe's
 * library, which signs texts instead of bytes, writes digits in the language of the machine, and has no bound for the future.
 *
 * @param second when it was signed
 * @param signatures those of the scheme that we know, at least one
 */
record SignatureHeader(long second, List<byte[]> signatures) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECOND = Pattern.compile("\\d{1,12}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_LENGTH = 4_096;

    /** Reads one; empty when the second or every signature is missing. */
    static Optional<SignatureHeader> read(String header) {
        if (header.length() > MOST_LENGTH) {
            return Optional.empty();
        }
        Optional<Long> second = Optional.empty();
        List<byte[]> signatures = new ArrayList<>();
        for (String item : header.split(",")) {
            String[] parts = item.trim().split("=", 2);
            if (parts.length == 2 && parts[0].equals("t") && SECOND.matcher(parts[1]).matches() && second.isEmpty()) {
                second = Optional.of(Long.valueOf(parts[1]));
            } else if (parts.length == 2 && parts[0].equals("v1") && SIGNATURE.matcher(parts[1]).matches()) {
                signatures.add(HexFormat.of().parseHex(parts[1]));
            }
        }
        return second.filter(found -> !signatures.isEmpty()).map(found -> new SignatureHeader(found, List.copyOf(signatures)));
    }

    /** Whether one of the signatures is of this body by one of these secrets. Looks at all of them, so that time tells nothing. */
    boolean fits(byte[] body, List<String> secrets) {
        boolean fits = false;
        for (String secret : secrets) {
            byte[] expected = hmac(secret, body);
            for (byte[] signature : signatures) {
                fits |= MessageDigest.isEqual(expected, signature);
            }
        }
        return fits;
    }

    private byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((second + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
