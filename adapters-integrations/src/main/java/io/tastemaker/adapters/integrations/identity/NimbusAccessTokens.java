package io.tastemaker.adapters.integrations.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Access tokens as JWT (RFC 9068) signed by HMAC with SHA-256. The header of each key is one known text: a token with any other header is
 * not ours, whatever it says about algorithms, keys or where to fetch them, and nothing of it is read.
 */
public final class NimbusAccessTokens implements AccessTokens {

    private static final String ISSUER = "tastemaker";
    private static final String AUDIENCE = "tastemaker-api";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(15);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int LEAST_KEY_BYTES = 32;
    private static final int LONGEST_TEXT = 2_048;
    private static final int KEY_NAME_BYTES = 6;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{43})");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private record Key(JWSHeader header, MACSigner signer, MACVerifier verifier) {

        static Key of(byte[] secret) {
            if (secret.length < LEAST_KEY_BYTES) {
                throw new IllegalArgumentException("a key that signs access tokens has at least " + LEAST_KEY_BYTES + " bytes");
            }
            try {
                JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).keyID(name(secret)).build();
                return new Key(header, new MACSigner(secret), new MACVerifier(secret));
            } catch (JOSEException unusable) {
                throw new IllegalArgumentException("this key cannot sign access tokens", unusable);
            }
        }

        private static String name(byte[] secret) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
                return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, KEY_NAME_BYTES));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }
    }

    private final Key current;
    private final Map<String, Key> byHeader = new LinkedHashMap<>();

    /**
     * Signs with the first key; reads what any of them signed.
     *
     * @param keys at least one, each of at least 32 bytes
     */
    public NimbusAccessTokens(List<byte[]> keys) {
        keys.stream().map(Key::of).forEach(key -> byHeader.put(key.header().toBase64URL().toString(), key));
        this.current = Key.of(keys.getFirst());
    }

    @Override
    public String issue(Claims claims) {
        if (!isBrief(claims.issuedAt(), claims.expiresAt()) || claims.issuedAt().getNano() != 0 || claims.expiresAt().getNano() != 0) {
            throw new IllegalArgumentException("a token lives for whole seconds, fifteen minutes at most");
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("iss", ISSUER);
        payload.put("aud", AUDIENCE);
        payload.put("sub", claims.user().toString());
        payload.put("team", claims.team().toString());
        payload.put("role", claims.role().code());
        payload.put("sid", claims.session().toString());
        payload.put("iat", claims.issuedAt().getEpochSecond());
        payload.put("nbf", claims.issuedAt().getEpochSecond());
        payload.put("exp", claims.expiresAt().getEpochSecond());
        JWSObject token = new JWSObject(current.header(), new Payload(JSONObjectUtils.toJSONString(payload)));
        try {
            token.sign(current.signer());
        } catch (JOSEException fault) {
            throw new IllegalStateException("a token could not be signed", fault);
        }
        return token.serialize();
    }

    @Override
    public Verdict read(String text, Instant now) {
        return text.length() > LONGEST_TEXT ? new Verdict.Invalid() : signedHere(text).flatMap(NimbusAccessTokens::claims)
                .filter(claims -> !now.isBefore(claims.issuedAt().minus(SKEW)))
                .<Verdict>map(claims -> now.isBefore(claims.expiresAt()) ? new Verdict.Valid(claims) : new Verdict.Expired())
                .orElseGet(Verdict.Invalid::new);
    }

    /** The payload of a token that one of the keys signed, in exactly the encoding that was signed. */
    private Optional<String> signedHere(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || !byHeader.containsKey(parts.group(1))) {
            return Optional.empty();
        }
        Key key = byHeader.get(parts.group(1));
        Base64URL signature = new Base64URL(parts.group(3));
        byte[] signed = (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
        try {
            return isExact(signature) && key.verifier().verify(key.header(), signed, signature)
                    ? Optional.of(new Base64URL(parts.group(2))).filter(NimbusAccessTokens::isExact).map(Base64URL::decodeToString)
                    : Optional.empty();
        } catch (JOSEException notVerifiable) {
            return Optional.empty();
        }
    }

    /** One text for one value: base64 has spare bits at the end that a lenient reader ignores. */
    private static boolean isExact(Base64URL text) {
        return Base64URL.encode(text.decode()).equals(text);
    }

    private static Optional<Claims> claims(String payload) {
        try {
            Map<String, Object> claims = JSONObjectUtils.parse(payload);
            Instant issuedAt = second(claims, "iat");
            Instant expiresAt = second(claims, "exp");
            boolean ours = ISSUER.equals(claims.get("iss")) && AUDIENCE.equals(claims.get("aud"))
                    && second(claims, "nbf").equals(issuedAt) && isBrief(issuedAt, expiresAt);
            Optional<Role> role = Coded.find(Role.class, text(claims, "role"));
            return role.filter(known -> ours).map(known -> new Claims(new UserId(id(claims, "sub")), new TeamId(id(claims, "team")), known,
                    new SessionId(id(claims, "sid")), issuedAt, expiresAt));
        } catch (ParseException | IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isBrief(Instant issuedAt, Instant expiresAt) {
        Duration life = Duration.between(issuedAt, expiresAt);
        return life.isPositive() && life.compareTo(LONGEST_LIFE) <= 0;
    }

    private static Instant second(Map<String, Object> claims, String name) {
        if (claims.get(name) instanceof Long seconds) {
            return Instant.ofEpochSecond(seconds);
        }
        throw new IllegalArgumentException(name + " is no whole number");
    }

    private static UUID id(Map<String, Object> claims, String name) {
        String text = text(claims, name);
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException(name + " is no id");
        }
        return UUID.fromString(text);
    }

    private static String text(Map<String, Object> claims, String name) {
        if (claims.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is no text");
    }
}
