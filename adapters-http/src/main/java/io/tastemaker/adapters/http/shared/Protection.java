package io.tastemaker.adapters.http.shared;

import java.util.Objects;

/**
 * How the server protects itself and those who call it.
 *
 * @param limits how many calls are allowed
 * @param proxies whose word about the caller is believed
 */
public record Protection(RateLimits limits, TrustedProxies proxies) {

    /** The usual limits; nothing trusted. */
    public static final Protection USUAL = new Protection(RateLimits.USUAL, TrustedProxies.NONE);

    /** Checks that nothing is missing. */
    public Protection {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(proxies, "proxies");
    }
}
