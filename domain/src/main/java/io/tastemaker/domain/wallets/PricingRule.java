package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of the price of an action. Versions never change; a new price is a new version.
 *
 * @param action what is priced
 * @param version 1 for the first
 * @param unitCredits credits of a unit, 0 to {@link #MOST_CREDITS}
 * @param allowance units that every wallet has free in each period of its cycle, whatever the plan
 * @param accessFor how long what is paid for stays open without paying again, at most {@link #MOST_ACCESS}; empty for good. Means
 *     something only where there is a target, such as the creator that is unlocked
 * @param unit what one unit is, for people
 */
public record PricingRule(Action action, int version, long unitCredits, long allowance, Optional<Duration> accessFor, String unit) {

    /** The most credits of a unit; with {@link Spend#MOST_UNITS} no price leaves the range of whole numbers. */
    public static final long MOST_CREDITS = 1_000_000_000L;

    /** What lasts longer is for good: 100 years. */
    public static final Duration MOST_ACCESS = Duration.ofDays(36_525);

    /** Checks the bounds. */
    public PricingRule {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(accessFor, "accessFor");
        Objects.requireNonNull(unit, "unit");
        if (version < 1 || unitCredits < 0 || unitCredits > MOST_CREDITS || allowance < 0 || allowance > Spend.MOST_UNITS) {
            throw new IllegalArgumentException("a rule has a version from 1 on, 0 to " + MOST_CREDITS + " credits and 0 to "
                    + Spend.MOST_UNITS + " free units");
        }
        if (accessFor.isPresent() && (accessFor.get().isNegative() || accessFor.get().isZero() || accessFor.get().compareTo(MOST_ACCESS) > 0)) {
            throw new IllegalArgumentException("access lasts for some time, at most 100 years, or for good");
        }
        if (unit.isBlank() || unit.length() > 200) {
            throw new IllegalArgumentException("the unit is told in 1 to 200 characters");
        }
    }

    /**
     * Names this version.
     *
     * @return such as {@code creator_unlock@1}
     */
    public String name() {
        return action + "@" + version;
    }

    Price price(int discount) {
        return new Price(name(), unitCredits, discount);
    }
}
