package io.tastemaker.domain.wallets;

import java.time.Instant;
import java.util.Objects;

/**
 * What was used of something in one period of the cycle.
 *
 * @param kind what is counted
 * @param name the action's code, or the member's label
 * @param period the start of the period
 * @param used what was used for good, in units, or in credits for a member; at least 0
 * @param held what open holds have set aside besides, at least 0
 */
public record Counter(Kind kind, String name, Instant period, long used, long held) {

    /** What is counted. */
    public enum Kind {
        /** Units of an action that the plan includes. */
        QUOTA,
        /** Units of an action that are free for everybody. */
        ALLOWANCE,
        /** Credits that a member spent. */
        MEMBER
    }

    /** Checks that nothing is missing or negative. */
    public Counter {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(period, "period");
        if (used < 0 || held < 0) {
            throw new IllegalArgumentException("no counter is negative: " + kind + " " + name);
        }
    }

    /**
     * What is taken out of a limit.
     *
     * @return used and held together
     */
    public long taken() {
        return used + held;
    }

    boolean counts(Kind what, String whose, Instant when) {
        return kind == what && name.equals(whose) && period.equals(when);
    }

    Counter changed(long ofUsed, long ofHeld) {
        return new Counter(kind, name, period, Math.addExact(used, ofUsed), Math.addExact(held, ofHeld));
    }
}
