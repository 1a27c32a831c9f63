package io.tastemaker.domain.entitlements;

/** What a plan says about an action. */
public sealed interface Quota {

    /** Not with this plan, even for credits. */
    Quota DENIED = new Denied();

    /** Nothing is included; the free allowance and credits pay. */
    Quota METERED = new Metered();

    /** As much as one likes, without credits. */
    Quota UNLIMITED = new Unlimited();

    /** Not with this plan, even for credits. */
    record Denied() implements Quota {}

    /** Nothing is included; the free allowance and credits pay. */
    record Metered() implements Quota {}

    /**
     * So many units of a period are included; more are paid for like metered ones.
     *
     * @param units how many in a period of the wallet's cycle, at least 1
     */
    record Included(long units) implements Quota {
        /** Checks the number. */
        public Included {
            if (units < 1) {
                throw new IllegalArgumentException("a plan includes at least one unit, or says metered: " + units);
            }
        }
    }

    /** As much as one likes, without credits. */
    record Unlimited() implements Quota {}
}
