package io.tastemaker.application.shared.out;

/** Where secrets come from. */
public interface Tokens {

    /**
     * A new secret.
     *
     * @return 256 random bits from a cryptographic source, as 43 characters of base64url
     */
    String next();
}
