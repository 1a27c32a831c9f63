package io.tastemaker.domain.creators;

/** Which sign separates the fraction in a column of numbers; it settles what {@code 1.234} and {@code 1,234} mean there. */
public enum DecimalMark {
    /** A point: {@code 1.234} is a bit more than one, {@code 1,234} is over a thousand. */
    POINT,
    /** A comma: {@code 1,234} is a bit more than one, {@code 1.234} is over a thousand. */
    COMMA,
    /** Whole numbers, which have no fraction: {@code 1.234} and {@code 1,234} are both over a thousand. */
    WHOLE
}
