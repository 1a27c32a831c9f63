package io.tastemaker.adapters.http.shared;

import java.util.Objects;

/**
 * How the server protects itself and those who call it.
 *
 * @param proxies whose word about the caller is believed
 */
public record Protection(TrustedProxies proxies) {

    /** Nothing trusted. */
    public static final Protection DEFAULT = new Protection(TrustedProxies.NONE);

    /** Checks that nothing is missing. */
    public Protection {
        Objects.requireNonNull(proxies, "proxies");
    }
}
