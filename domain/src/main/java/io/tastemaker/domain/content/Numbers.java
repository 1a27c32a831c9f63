package io.tastemaker.domain.content;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Whole numbers that come one by one; eight bytes are kept of each, because a median needs them all. */
final class Numbers {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private long[] values = new long[16];
    private int size;

    void add(long number) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = number;
    }

    /** The numbers so far, the smallest first. */
    long[] sorted() {
        long[] copy = Arrays.copyOf(values, size);
        Arrays.sort(copy);
        return copy;
    }

    /** Mean and median of these numbers, each divided by another, which is at least 1. */
    Optional<Sampled<ContentProfile.Spread>> spread(long over, int decimals) {
        if (size == 0) {
            return Optional.empty();
        }
        long[] sorted = sorted();
        BigDecimal whole = BigDecimal.valueOf(over);
        double mean = Rounded.quotient(sum(sorted), whole.multiply(BigDecimal.valueOf(size)), decimals);
        double median = Rounded.quotient(twiceTheMedian(sorted), whole.multiply(TWO), decimals);
        return Optional.of(new Sampled<>(new ContentProfile.Spread(mean, median), size));
    }

    static BigDecimal twiceTheMedian(long[] sorted) {
        return BigDecimal.valueOf(sorted[(sorted.length - 1) / 2]).add(BigDecimal.valueOf(sorted[sorted.length / 2]));
    }

    /** Ten thousand of the largest counts are more than a long can hold. */
    private static BigDecimal sum(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
