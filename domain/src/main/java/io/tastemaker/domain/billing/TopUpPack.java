package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Money;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One version of a pack of credits that can be bought. Versions never change; a newer one replaces it, or takes it from sale.
 *
 * @param key the pack, such as {@code credits-500}: lower-case letters, digits, {@code _} and {@code -}, at most 50
 * @param version 1 for the first
 * @param credits how many, 1 to 1,000,000,000
 * @param price what it costs without discounts, more than nothing
 * @param validDays how long the credits last from the payment on, 1 to 3,650; empty for ever
 * @param onSale whether it can be bought
 */
public record TopUpPack(String key, int version, long credits, Money price, OptionalInt validDays, boolean onSale) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

    /** The most credits of a pack. */
    public static final long MOST_CREDITS = 1_000_000_000L;

    /** Checks the bounds. */
    public TopUpPack {
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(validDays, "validDays");
        if (!FORM.matcher(key).matches() || version < 1) {
            throw new IllegalArgumentException("a pack has a key of 1 to 50 characters a-z, 0-9, _ and -, and a version from 1 on: " + key);
        }
        if (credits < 1 || credits > MOST_CREDITS || price.amount().signum() <= 0) {
            throw new IllegalArgumentException("a pack has 1 to " + MOST_CREDITS + " credits and costs something: " + key);
        }
        if (validDays.isPresent() && (validDays.getAsInt() < 1 || validDays.getAsInt() > 3_650)) {
            throw new IllegalArgumentException("the credits of a pack last 1 to 3650 days: " + key);
        }
    }
}
