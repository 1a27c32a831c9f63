package io.tastemaker.domain.matching;

import java.util.function.IntUnaryOperator;

/** A column of positions in a dictionary: two bytes a row, four where the dictionary has more than 65,536 entries. */
final class Codes {

    private static final int MOST_IN_TWO_BYTES = Character.MAX_VALUE + 1;

    private final char[] small;
    private final int[] large;

    /**
     * Fills it.
     *
     * @param rows how many rows
     * @param code the code of each row
     * @param entries how many entries the dictionary has
     */
    Codes(int rows, IntUnaryOperator code, int entries) {
        boolean isSmall = entries <= MOST_IN_TWO_BYTES;
        small = new char[isSmall ? rows : 0];
        large = new int[isSmall ? 0 : rows];
        for (int row = 0; row < rows; row++) {
            if (isSmall) {
                small[row] = (char) code.applyAsInt(row);
            } else {
                large[row] = code.applyAsInt(row);
            }
        }
    }

    /**
     * The same as it comes back from a walk.
     *
     * @param name what stands in it
     * @param from what is handed over
     * @param columns goes through it
     */
    Codes(String name, Codes from, Columns columns) {
        small = columns.chars(name, from.small);
        large = columns.ints(name + ", where there are many", from.large);
    }

    int at(int row) {
        return large.length == 0 ? small[row] : large[row];
    }
}
