package io.tastemaker.adapters.ai.content;

import java.util.Arrays;

/** What the numbers of a model say in shares of one. */
final class Softmax {

    private static final double DIGITS = 10_000;
    private static final double LAST_BITS = 0.1 / DIGITS;

    private Softmax() {}

    /** The shares; the largest number is taken off first, so that none overflows. */
    static double[] of(double... logits) {
        double most = Arrays.stream(logits).max().orElseThrow();
        double[] parts = Arrays.stream(logits).map(logit -> Math.exp(logit - most)).toArray();
        double sum = Arrays.stream(parts).sum();
        return Arrays.stream(parts).map(part -> part / sum).toArray();
    }

    /**
     * A sum of shares as it is told: in four digits, since more of them differ with the rows beside which one is looked at. They are cut
     * and not rounded, but for what the last bits of a number make of a round one, so that some of them are never more than one together.
     */
    static double told(double shares) {
        return Math.floor(Math.min(1, shares + LAST_BITS) * DIGITS) / DIGITS;
    }

    /** By how much one sum of shares is told to be above another. */
    static double lead(double shares, double others) {
        return Math.rint((told(shares) - told(others)) * DIGITS) / DIGITS;
    }
}
