package io.tastemaker.adapters.billing.billing;

import java.time.Duration;

/**
 * How patient we are with Stripe.
 *
 * @param connect how long connecting may take
 * @param attempt how long one attempt may take, from the beginning to the last byte of the answer
 * @param call how long all attempts of a call may take together
 * @param pause how long to wait before the second attempt, at most, unless Stripe names a time
 * @param open how long nothing is asked after too many failures
 * @param atOnce how many calls may be under way
 */
record StripeLimits(Duration connect, Duration attempt, Duration call, Duration pause, Duration open, int atOnce) {

    static final StripeLimits USUAL = new StripeLimits(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(10),
            Duration.ofMillis(500), Duration.ofSeconds(60), 16);
}
