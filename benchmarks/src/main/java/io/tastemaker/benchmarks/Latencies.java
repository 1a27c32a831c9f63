package io.tastemaker.benchmarks;

import java.util.Arrays;

/** How long requests took, counted in buckets that are at most 1.6 % wide, so that recording costs next to nothing. */
final class Latencies {

    /** As many buckets for each doubling. */
    private static final int STEPS = 64;

    private static final int EXACT_BITS = Integer.numberOfTrailingZeros(STEPS);

    private final long[] counts = new long[STEPS * (Long.SIZE - EXACT_BITS)];
    private long count;

    void add(long nanoseconds) {
        counts[bucket(nanoseconds)]++;
        count++;
    }

    void addAll(Latencies others) {
        Arrays.setAll(counts, bucket -> counts[bucket] + others.counts[bucket]);
        count += others.count;
    }

    long count() {
        return count;
    }

    /** The least time, in nanoseconds, that so much of a hundred did not exceed; 0 when nothing was asked. */
    long percentile(double percent) {
        long rank = Math.max(1, (long) Math.ceil(count * percent / 100));
        long below = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            below += counts[bucket];
            if (below >= rank) {
                return end(bucket);
            }
        }
        return 0;
    }

    private static int bucket(long nanoseconds) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanoseconds) - EXACT_BITS - 1);
        return shift * STEPS + (int) (nanoseconds >>> shift);
    }

    private static long end(int bucket) {
        int shift = Math.max(0, bucket / STEPS - 1);
        return (bucket - (long) shift * STEPS + 1 << shift) - 1;
    }
}
