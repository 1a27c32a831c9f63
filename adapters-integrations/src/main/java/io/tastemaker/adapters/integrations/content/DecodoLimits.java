package io.tastemaker.adapters.integrations.content;

import java.time.Duration;

/**
 * How patient we are with Decodo.
 *
 * @param connect how long connecting may take
 * @param attempt how long one attempt may take, from the beginning to the last byte of the answer
 * @param attempts how many attempts a call may have
 * @param firstPause how long to wait before the second attempt, at most; each further pause may be twice as long
 * @param mostPause how long to wait between two attempts, at most, unless Decodo names a time
 * @param open how long nothing is asked after too many failures
 * @param atOnce how many calls may be under way
 */
record DecodoLimits(
        Duration connect, Duration attempt, int attempts, Duration firstPause, Duration mostPause, Duration open, int atOnce) {

    /** A profile takes some seconds, since a browser somewhere opens it. */
    static final DecodoLimits USUAL = new DecodoLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 5, Duration.ofSeconds(1),
            Duration.ofSeconds(30), Duration.ofSeconds(60), 8);
}
