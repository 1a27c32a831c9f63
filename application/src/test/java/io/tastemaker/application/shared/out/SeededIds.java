package io.tastemaker.application.shared.out;

import java.util.SplittableRandom;
import java.util.UUID;

/** Ids for contracts: each another, spread like random ones, and the same in every run of the same tests. */
public final class SeededIds {

    private static final SplittableRandom RANDOM = new SplittableRandom(20_261_130L);

    private SeededIds() {}

    /** An id of version 4 that was not given before. */
    public static synchronized UUID next() {
        return new UUID(RANDOM.nextLong() & ~0xF000L | 0x4000L, RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
