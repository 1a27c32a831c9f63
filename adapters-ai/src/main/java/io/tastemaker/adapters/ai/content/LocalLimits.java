package io.tastemaker.adapters.ai.content;

import java.time.Duration;

/**
 * How much of this machine the models may take, and how patient we are with them.
 *
 * @param atOnce how many inferences may run at once, at least 1
 * @param threads how many threads each of them takes, 1 or 2
 * @param failures after how many failures in a row a model is not asked
 * @param open for how long it is not asked then
 */
record LocalLimits(int atOnce, int threads, int failures, Duration open) {

    private static final int CORES_FOR_TWO_THREADS = 4;

    /** One core is left to whatever else the program does, unless it is the only one. */
    static LocalLimits of(int cores) {
        int threads = cores < CORES_FOR_TWO_THREADS ? 1 : 2;
        return new LocalLimits(Math.max(1, (cores - 1) / threads), threads, 4, Duration.ofSeconds(120));
    }
}
