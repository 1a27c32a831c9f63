package io.tastemaker.adapters.integrations.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the ID tokens of a provider (OpenID Connect Core 1.0, section 3.1.3.7): signed by RS256 or ES256 with a key that the provider
 * publishes, made by the provider, for us, now, and for one sign-in. Nothing of a token decides how it is checked but its choice between the
 * two algorithms.
 */
final class IdTokens {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int LONGEST = 16_384;
    private static final int LEAST_RSA_BITS = 2_048;

    /** A token that is not good, and why; never with the token. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        Bad(String why) {
            super(why, null, false, false);
        }
    }

    /** Signed by a key that the provider does not publish, or not yet. */
    static final class UnknownKey extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownKey() {
            super("signed by an unknown key", null, false, false);
        }
    }

    /** Who made it, for whom, and for which sign-in. */
    record Expected(String issuer, String clientId, String nonce) {
        @Override
        public String toString() {
            return "Expected[]";
        }
    }

    private IdTokens() {}

    /** The claims of a good token. */
    static Map<String, Object> read(String text, JWKSet keys, Expected expected, Instant now) throws Bad, UnknownKey {
        JWSObject token = parsed(text);
        List<JWK> candidates = keys.getKeys().stream().filter(key -> fits(key, token.getHeader())).toList();
        // Without the name of a key there must be no choice.
        if (candidates.isEmpty() || token.getHeader().getKeyID() == null && candidates.size() > 1) {
            throw new UnknownKey();
        }
        check(candidates.stream().anyMatch(key -> isSigned(token, key)), "the signature is wrong");
        Map<String, Object> claims = token.getPayload().toJSONObject();
        check(claims != null, "the claims are no JSON object");
        checkClaims(claims, expected, now);
        return claims;
    }

    private static JWSObject parsed(String text) throws Bad {
        check(text.length() <= LONGEST, "too long");
        try {
            JWSObject token = JWSObject.parse(text);
            JWSHeader header = token.getHeader();
            check(header.getAlgorithm().equals(JWSAlgorithm.RS256) || header.getAlgorithm().equals(JWSAlgorithm.ES256),
                    "an algorithm that is not allowed");
            check(header.getCriticalParams() == null || header.getCriticalParams().isEmpty(), "a critical header");
            check(header.getType() == null || header.getType().getType().equalsIgnoreCase("JWT"), "another type of token");
            return token;
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw new Bad("no signed token");
        }
    }

    private static boolean fits(JWK key, JWSHeader header) {
        boolean type = header.getAlgorithm().equals(JWSAlgorithm.RS256)
                ? key instanceof RSAKey && key.size() >= LEAST_RSA_BITS
                : key instanceof ECKey curve && curve.getCurve().equals(Curve.P_256);
        return type
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm()))
                && (header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()));
    }

    private static boolean isSigned(JWSObject token, JWK key) {
        try {
            return switch (key) {
                case RSAKey rsa -> token.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
                case ECKey curve -> token.verify(new ECDSAVerifier(curve.toECPublicKey()));
                default -> false;
            };
        } catch (JOSEException notVerifiable) {
            return false;
        }
    }

    private static void checkClaims(Map<String, Object> claims, Expected expected, Instant now) throws Bad {
        check(expected.issuer().equals(claims.get("iss")), "another issuer");
        List<?> audience = claims.get("aud") instanceof List<?> many ? many : claims.get("aud") == null ? List.of() : List.of(claims.get("aud"));
        check(audience.contains(expected.clientId()), "another audience");
        Object party = claims.get("azp");
        check(party == null ? audience.size() == 1 : expected.clientId().equals(party), "another authorized party");
        check(claims.get("sub") instanceof String subject && !subject.isBlank() && subject.length() <= 255, "no subject");
        check(claims.get("nonce") instanceof String nonce && isEqual(nonce, expected.nonce()), "another sign-in");
        check(second(claims, "exp").filter(end -> now.isBefore(end.plus(SKEW))).isPresent(), "expired, or without an end");
        check(second(claims, "iat").filter(start -> !start.isAfter(now.plus(SKEW))).isPresent(), "made in the future, or at no time");
        check(!claims.containsKey("nbf") || second(claims, "nbf").filter(start -> !start.isAfter(now.plus(SKEW))).isPresent(), "not valid yet");
    }

    private static Optional<Instant> second(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Long seconds && seconds > 0 && seconds < 1L << 40
                ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static void check(boolean holds, String why) throws Bad {
        if (!holds) {
            throw new Bad(why);
        }
    }
}
