package io.tastemaker.adapters.ai.shared;

/**
 * How often a question may be asked again, over all callers: one time for ten answers. Who is down is not asked more often because many ask.
 * A few are allowed without any answer, so that a model that is just being loaded is waited for.
 */
final class RetryBudget {

    private static final int PRICE = 10;
    private static final int MOST = 10 * PRICE;

    private int saved = MOST;

    /** One question was answered. */
    synchronized void earn() {
        saved = Math.min(MOST, saved + 1);
    }

    /** Takes what one more attempt costs, unless too little is left. */
    synchronized boolean take() {
        if (saved < PRICE) {
            return false;
        }
        saved -= PRICE;
        return true;
    }
}
