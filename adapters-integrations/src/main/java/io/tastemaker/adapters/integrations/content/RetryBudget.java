package io.tastemaker.adapters.integrations.content;

/**
 * Keeps repetitions rare when nearly everything fails: answers earn a tenth of a repetition each, and what is saved up is worth the
 * repetitions of five calls, after which the gate closes. In an outage nothing is earned, so there are no more than those.
 */
final class RetryBudget {

    private static final int OF_A_REPETITION = 10;
    private static final int MOST = 20 * OF_A_REPETITION;

    private int saved = MOST;

    /** An answer came. */
    synchronized void earn() {
        saved = Math.min(MOST, saved + 1);
    }

    /** Whether one more repetition may be made; it is then taken off. */
    synchronized boolean spend() {
        if (saved < OF_A_REPETITION) {
            return false;
        }
        saved -= OF_A_REPETITION;
        return true;
    }
}
