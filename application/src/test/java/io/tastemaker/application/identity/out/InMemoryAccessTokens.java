package io.tastemaker.application.identity.out;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens that are tickets: what they say is kept here. */
public final class InMemoryAccessTokens implements AccessTokens {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Map<String, Claims> issued = new ConcurrentHashMap<>();

    @Override
    public String issue(Claims claims) {
        Duration life = Duration.between(claims.issuedAt(), claims.expiresAt());
        if (!life.isPositive() || life.compareTo(LONGEST) > 0 || claims.issuedAt().getNano() != 0 || claims.expiresAt().getNano() != 0) {
            throw new IllegalArgumentException("a token lives for whole seconds, fifteen minutes at most");
        }
        String text = "access-" + Integer.toHexString(System.identityHashCode(this)) + "-" + (issued.size() + 1) + ".";
        issued.put(text, claims);
        return text;
    }

    @Override
    public Verdict read(String text, Instant now) {
        Claims claims = issued.get(text);
        if (claims == null || now.isBefore(claims.issuedAt().minus(SKEW))) {
            return new Verdict.Invalid();
        }
        return now.isBefore(claims.expiresAt()) ? new Verdict.Valid(claims) : new Verdict.Expired();
    }
}
