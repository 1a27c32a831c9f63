package io.tastemaker.domain.lists;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A place in an order, such that there is room between any two: whoever moves one thing writes the place of that thing and of no other.
 * Places compare as texts, byte by byte. A place is a number in base 36: eight digits before an imagined point, and as many behind it as it
 * takes; it does not end in a zero behind the point, so that equal numbers are equal texts.
 *
 * @param text 8 to {@link #LONGEST} digits out of {@code 0-9a-z}
 */
public record OrderKey(String text) implements Comparable<OrderKey> {

    /**
     * When a key would be longer, all things get new places. A digit lasts for five moves into the ever same gap, so a key of this length
     * took 280 of them.
     */
    public static final int LONGEST = 64;

    private static final int RADIX = 36;
    private static final int WHOLE = 8;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{8}|[0-9a-z]{8,}[1-9a-z]");
    private static final BigInteger MIDDLE = power(WHOLE).shiftRight(1);

    /** Checks the form. */
    public OrderKey {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("no place in an order: " + text);
        }
    }

    /**
     * Places for things that are put at the end, one after the other.
     *
     * @param last the last place that is taken, empty when none is
     * @param count how many, at least 0
     * @return as many places, in order
     */
    public static List<OrderKey> after(Optional<OrderKey> last, int count) {
        BigInteger begin = last.map(key -> key.floor(WHOLE)).orElse(MIDDLE);
        return IntStream.rangeClosed(1, count).mapToObj(step -> of(begin.add(BigInteger.valueOf(step)), WHOLE)).toList();
    }

    /**
     * The shortest place between two others, near the middle of them.
     *
     * @param before the place before it, empty for the beginning
     * @param after the place behind it, empty for the end; greater than the one before
     * @return a place that is greater than the first and less than the second
     */
    public static OrderKey between(Optional<OrderKey> before, Optional<OrderKey> after) {
        if (before.isPresent() && after.isPresent() && before.get().compareTo(after.get()) >= 0) {
            throw new IllegalArgumentException("nothing is between " + before.get() + " and " + after.get());
        }
        if (after.isEmpty()) {
            return after(before, 1).getFirst();
        }
        if (before.isEmpty()) {
            BigInteger whole = after.get().floor(WHOLE);
            if (whole.signum() > 0) {
                return of(whole.subtract(BigInteger.ONE), WHOLE);
            }
        }
        for (int digits = WHOLE; ; digits++) {
            BigInteger low = before.isPresent() ? before.get().floor(digits) : BigInteger.ZERO;
            BigInteger high = after.get().ceiling(digits);
            if (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
                return of(low.add(high).shiftRight(1), digits);
            }
        }
    }

    /**
     * Whether it is too long to be kept, so that all things are to get new places.
     *
     * @return whether it has more than {@link #LONGEST} digits
     */
    public boolean isTooLong() {
        return text.length() > LONGEST;
    }

    private BigInteger floor(int digits) {
        String some = text.length() >= digits ? text.substring(0, digits) : text + "0".repeat(digits - text.length());
        return new BigInteger(some, RADIX);
    }

    private BigInteger ceiling(int digits) {
        return text.length() > digits ? floor(digits).add(BigInteger.ONE) : floor(digits);
    }

    private static OrderKey of(BigInteger number, int digits) {
        if (number.compareTo(power(digits)) >= 0) {
            throw new IllegalStateException("a trillion things were put at the end");
        }
        String all = number.toString(RADIX);
        String padded = "0".repeat(digits - all.length()) + all;
        int end = padded.length();
        while (end > WHOLE && padded.charAt(end - 1) == '0') {
            end--;
        }
        return new OrderKey(padded.substring(0, end));
    }

    private static BigInteger power(int digits) {
        return BigInteger.valueOf(RADIX).pow(digits);
    }

    @Override
    public int compareTo(OrderKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
