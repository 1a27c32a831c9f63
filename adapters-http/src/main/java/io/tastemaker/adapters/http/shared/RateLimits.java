package io.tastemaker.adapters.http.shared;

import java.util.EnumMap;
import java.util.Map;

/** How many calls of each kind are allowed. */
public final class RateLimits {

    /** The usual limits. */
    public static final RateLimits USUAL = new RateLimits(Map.of());

    private final Map<RateClass, Rate> rates = new EnumMap<>(RateClass.class);

    private RateLimits(Map<RateClass, Rate> set) {
        for (RateClass kind : RateClass.values()) {
            rates.put(kind, set.getOrDefault(kind, kind.usual()));
        }
    }

    /**
     * Limits of which some differ from the usual ones.
     *
     * @param rates what differs
     * @return the limits
     */
    public static RateLimits of(Map<RateClass, Rate> rates) {
        return new RateLimits(rates);
    }

    /**
     * The same limit for all kinds.
     *
     * @param rate the limit
     * @return the limits
     */
    public static RateLimits all(Rate rate) {
        Map<RateClass, Rate> rates = new EnumMap<>(RateClass.class);
        for (RateClass kind : RateClass.values()) {
            rates.put(kind, rate);
        }
        return new RateLimits(rates);
    }

    Rate of(RateClass kind) {
        return rates.get(kind);
    }
}
