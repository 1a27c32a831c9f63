package io.tastemaker.domain.entitlements;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One version of a plan. Versions never change: what was agreed stays readable.
 *
 * @param key the plan, such as {@code standard}: lower-case letters, digits, {@code _} and {@code -}, at most 50
 * @param version 1 for the first
 */
public record PlanId(String key, int version) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

    /** Checks the form. */
    public PlanId {
        Objects.requireNonNull(key, "key");
        if (!FORM.matcher(key).matches() || version < 1) {
            throw new IllegalArgumentException("a plan has a key of 1 to 50 characters a-z, 0-9, _ and -, and a version from 1 on: " + key);
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text such as {@code standard@2}
     * @return the id
     * @throws IllegalArgumentException when it is none
     */
    public static PlanId of(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("a version of a plan looks like standard@2: " + text);
        }
        return new PlanId(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return key + "@" + version;
    }
}
