package io.tastemaker.domain.creators;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How glad texts are on the whole, in hundredths, so that equal moods are equal on every machine.
 *
 * @param hundredths from -100 (wholly negative) to 100 (wholly positive)
 */
public record MoodScore(int hundredths) implements Comparable<MoodScore> {

    /** The greatest distance from a neutral mood. */
    public static final int MOST = 100;

    /** Checks the range. */
    public MoodScore {
        if (hundredths < -MOST || hundredths > MOST) {
            throw new IllegalArgumentException("a mood is from -1 to 1: " + hundredths + " hundredths");
        }
    }

    /**
     * Reads a score.
     *
     * @param score from -1 to 1; rounded to two decimals, halves away from 0
     * @return the mood
     * @throws IllegalArgumentException when it is outside
     */
    public static MoodScore of(BigDecimal score) {
        if (score.abs().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a mood is from -1 to 1: " + score);
        }
        return new MoodScore(score.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    /**
     * The mood as a number from -1 to 1.
     *
     * @return with two decimals, such as 0.35
     */
    public BigDecimal score() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    @Override
    public int compareTo(MoodScore other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return score().toPlainString();
    }
}
