package io.tastemaker.adapters.billing.simulator;

/**
 * How events reach a webhook: each once and in order, or as the network of a bad day would have it.
 *
 * @param mostCopies each event that is not lost is sent from once to so many times
 * @param lostShare the share of events that never arrive, from 0 to 1
 * @param threads how many are on the way at once
 */
public record DeliveryPlan(long seed, boolean shuffled, int mostCopies, double lostShare, int threads) {

    public DeliveryPlan {
        if (mostCopies < 1 || threads < 1 || lostShare < 0 || lostShare > 1) {
            throw new IllegalArgumentException("No plan: " + mostCopies + " copies, " + threads + " threads, " + lostShare + " lost");
        }
    }

    /** Each event once, in the order in which they happened. */
    public static DeliveryPlan inOrder() {
        return new DeliveryPlan(0, false, 1, 0, 1);
    }

    /** Shuffled, each up to five times, four at once, and a share of them lost. */
    public static DeliveryPlan chaos(long seed, double lostShare) {
        return new DeliveryPlan(seed, true, 5, lostShare, 4);
    }
}
