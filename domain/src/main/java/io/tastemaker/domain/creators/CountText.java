package io.tastemaker.domain.creators;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A count as people write it; see {@link NumberText} for the forms. */
public sealed interface CountText {

    /**
     * A count.
     *
     * @param value at least 0
     * @param rounded whether a fraction was rounded away, half up
     */
    record Count(long value, boolean rounded) implements CountText {}

    /** Nothing, or a word for nothing. */
    record Missing() implements CountText {}

    /**
     * No number.
     *
     * @param reason what it is instead, for people
     */
    record Unreadable(String reason) implements CountText {}

    /**
     * A number, but negative or beyond the limit.
     *
     * @param reason which of them, for people
     */
    record OutOfRange(String reason) implements CountText {}

    /**
     * Reads a whole count.
     *
     * @param text such as {@code 48.5M} or {@code 22,20,00,000}
     * @return the count up to {@link Long#MAX_VALUE}, or why there is none
     */
    static CountText read(String text) {
        return of(NumberText.read(text, DecimalMark.WHOLE), 0, Long.MAX_VALUE);
    }

    /**
     * Makes a count of a number that was read.
     *
     * @param number the number
     * @param unit the power of ten that the column's header promises, such as 6 for "(millions)"; numbers that carry their own unit ignore
     *     it
     * @param most the greatest plausible count
     * @return the count, rounded half up, or why there is none
     */
    static CountText of(NumberText number, int unit, long most) {
        return switch (number) {
            case NumberText.Missing missing -> new Missing();
            case NumberText.Unreadable unreadable -> new Unreadable(unreadable.reason());
            case NumberText.Amount amount when amount.percent() -> new Unreadable("it is a percentage");
            case NumberText.Amount amount -> of(amount.abbreviated() ? amount.value() : amount.value().scaleByPowerOfTen(unit), most);
        };
    }

    private static CountText of(BigDecimal value, long most) {
        if (value.signum() < 0) {
            return new OutOfRange("it is negative");
        }
        // A number below a half has few digits before the point, one above the limit many: compared before any digit is spelled out.
        if (value.compareTo(BigDecimal.valueOf(most)) > 0) {
            return new OutOfRange("it is more than " + most);
        }
        BigDecimal whole = value.setScale(0, RoundingMode.HALF_UP);
        return new Count(whole.longValueExact(), whole.compareTo(value) != 0);
    }
}
