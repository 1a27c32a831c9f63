package io.tastemaker.domain.wallets;

/**
 * How many units of one request are paid from where.
 *
 * @param quota by the plan
 * @param allowance by the free allowance
 * @param credits with credits
 */
public record Split(long quota, long allowance, long credits) {

    /** Nothing at all. */
    public static final Split NONE = new Split(0, 0, 0);

    /** Checks that none is negative. */
    public Split {
        if (quota < 0 || allowance < 0 || credits < 0) {
            throw new IllegalArgumentException("no negative units");
        }
    }

    /**
     * All units.
     *
     * @return their sum
     */
    public long units() {
        return quota + allowance + credits;
    }

    /**
     * The part that is used when fewer units are needed: what is lost at the end of the period goes first, bought credits last.
     *
     * @param units how many are used, at most {@link #units()}
     * @return where they come from
     */
    Split used(long units) {
        long ofQuota = Math.min(units, quota);
        long ofAllowance = Math.min(units - ofQuota, allowance);
        return new Split(ofQuota, ofAllowance, units - ofQuota - ofAllowance);
    }

    Split minus(Split other) {
        return new Split(quota - other.quota, allowance - other.allowance, credits - other.credits);
    }
}
