package io.tastemaker.domain.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When an event that an endpoint did not take is sent again: after 5 s, then after three times as long each time, up to ten attempts within
 * 24 hours. The pauses add up to 13.7 hours; a fifth more or less, so that what failed together does not come back together. The scatter
 * follows from the delivery, so that a decision can be made again.
 */
public final class Retries {

    /** How often an event is sent before it is a dead letter. */
    public static final int MOST_ATTEMPTS = 10;

    /** After how long without success an event is a dead letter, whatever the receiver asks for. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    /** The longest wait that a receiver may ask for by {@code Retry-After}. */
    public static final Duration LONGEST_WISH = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int FACTOR = 3;
    private static final double SCATTER = 0.2;

    private Retries() {}

    /** What becomes of an event that was not taken. */
    public sealed interface Decision {
        /**
         * It is sent again.
         *
         * @param at when, at the earliest
         */
        record Again(Instant at) implements Decision {}

        /** It is a dead letter. */
        record GiveUp() implements Decision {}
    }

    /**
     * Decides.
     *
     * @param attempts how often it was sent, at least 1
     * @param begun when it was first to be sent
     * @param now the time
     * @param wish for how long the receiver asked to be left alone, if it did
     * @param seed follows from the delivery; scatters the pauses
     * @return again or never
     */
    public static Decision after(int attempts, Instant begun, Instant now, Optional<Duration> wish, int seed) {
        Instant end = begun.plus(PATIENCE);
        if (attempts >= MOST_ATTEMPTS || !now.isBefore(end)) {
            return new Decision.GiveUp();
        }
        Duration pause = pause(attempts, seed);
        Duration asked = wish.map(time -> time.compareTo(LONGEST_WISH) < 0 ? time : LONGEST_WISH).orElse(Duration.ZERO);
        Instant next = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
        return new Decision.Again(next.isBefore(end) ? next : end);
    }

    /** The scatter is spread over all seeds alike by the finalizer of SplitMix64. */
    private static Duration pause(int attempts, int seed) {
        double usual = FIRST_PAUSE.toMillis() * Math.pow(FACTOR, attempts - 1.0);
        long mixed = Objects.hash(seed, attempts) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        double unit = ((mixed ^ mixed >>> 31) >>> 11) * 0x1.0p-53;
        return Duration.ofMillis(Math.round(usual * (1 - SCATTER + 2 * SCATTER * unit)));
    }
}
