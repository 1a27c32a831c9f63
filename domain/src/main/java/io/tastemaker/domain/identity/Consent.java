package io.tastemaker.domain.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a person said to one use of their data.
 *
 * @param tier which use, such as {@code product_updates}: 1 to 50 lower-case letters, digits and underscores
 * @param granted whether it was allowed
 * @param at when the person said so
 */
public record Consent(String tier, boolean granted, Instant at) {

    private static final Pattern TIER = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    /**
     * Checks the tier.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public Consent {
        Objects.requireNonNull(at, "at");
        if (!TIER.matcher(tier).matches()) {
            throw new IllegalArgumentException("a tier of consent has 1 to 50 lower-case letters, digits and underscores");
        }
    }
}
