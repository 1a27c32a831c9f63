package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.application.shared.out.Tokens;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of 256 bits from the system's cryptographic source. */
public final class SecureTokens implements Tokens {

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
