package io.tastemaker.adapters.http.shared;

import java.util.Objects;
import java.util.Optional;

/**
 * How the server protects itself and those who call it.
 *
 * @param limits how many calls are allowed
 * @param proxies whose word about the caller is believed
 * @param origins which web pages may call
 * @param behindTls whether a proxy speaks TLS with the callers
 * @param tls what the server speaks TLS with itself
 */
public record Protection(RateLimits limits, TrustedProxies proxies, Origins origins, boolean behindTls, Optional<Tls> tls) {

    /** The usual limits, and nothing else. */
    public static final Protection USUAL = of(RateLimits.USUAL);

    /** Checks that nothing is missing. */
    public Protection {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(proxies, "proxies");
        Objects.requireNonNull(origins, "origins");
        Objects.requireNonNull(tls, "tls");
    }

    /**
     * Limits, and nothing else: no proxy is trusted, no page of another origin allowed, no TLS spoken.
     *
     * @param limits how many calls are allowed
     * @return the protection
     */
    public static Protection of(RateLimits limits) {
        return new Protection(limits, TrustedProxies.NONE, Origins.NONE, false, Optional.empty());
    }

    /** Whether callers speak TLS, with this program or with a proxy in front of it; browsers are then told to stay with it. */
    boolean secureTransport() {
        return behindTls || tls.isPresent();
    }
}
