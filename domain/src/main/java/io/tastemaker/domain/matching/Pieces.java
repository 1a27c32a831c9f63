package io.tastemaker.domain.matching;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/**
 * A column whose rows are bytes of different lengths, one row after the other. Where each ends takes two bytes: counted from the start of
 * its block of 64 rows, and in four where the rows of some block are longer than that together. Where all rows are empty it takes nothing.
 */
final class Pieces {

    final byte[] bytes;
    private final char[] near;
    private final int[] far;
    /** Where each block starts. */
    private final int[] starts;

    /**
     * Brings rows into an order.
     *
     * @param order the old row of each new one
     * @param all the old rows, one after the other
     * @param length of an old row
     */
    Pieces(int[] order, byte[] all, IntUnaryOperator length) {
        int[] ends = new int[all.length == 0 ? 0 : order.length];
        bytes = new byte[all.length];
        int[] from = new int[ends.length];
        for (int row = 1; row < from.length; row++) {
            from[row] = from[row - 1] + length.applyAsInt(row - 1);
        }
        int at = 0;
        for (int row = 0; row < ends.length; row++) {
            int count = length.applyAsInt(order[row]);
            System.arraycopy(all, from[order[row]], bytes, at, count);
            at += count;
            ends[row] = at;
        }
        near = near(ends);
        far = near.length == ends.length ? new int[0] : ends;
        starts = starts();
    }

    /**
     * The same as it comes back from a walk.
     *
     * @param name what stands in it
     * @param from what is handed over
     * @param columns goes through it
     */
    Pieces(String name, Pieces from, Columns columns) {
        bytes = columns.bytes(name, from.bytes);
        near = columns.chars("ends of " + name, from.near);
        far = columns.ints("ends of " + name + ", where they are long", from.far);
        starts = starts();
    }

    /** None when one of them is too far away. */
    private static char[] near(int[] ends) {
        char[] near = new char[ends.length];
        int start = 0;
        for (int row = 0; row < ends.length; row++) {
            start = isFirst(row) && row > 0 ? ends[row - 1] : start;
            if (ends[row] - start > Character.MAX_VALUE) {
                return new char[0];
            }
            near[row] = (char) (ends[row] - start);
        }
        return near;
    }

    private int[] starts() {
        int[] blocks = new int[(near.length >> Zones.BLOCK) + 1];
        for (int block = 1; block < blocks.length; block++) {
            blocks[block] = blocks[block - 1] + near[(block << Zones.BLOCK) - 1];
        }
        return blocks;
    }

    private static boolean isFirst(int row) {
        return (row & (1 << Zones.BLOCK) - 1) == 0;
    }

    int start(int row) {
        if (near.length > 0) {
            int block = starts[row >> Zones.BLOCK];
            return isFirst(row) ? block : block + near[row - 1];
        }
        return row == 0 || far.length == 0 ? 0 : far[row - 1];
    }

    int end(int row) {
        if (near.length > 0) {
            return starts[row >> Zones.BLOCK] + near[row];
        }
        return far.length == 0 ? 0 : far[row];
    }

    boolean isEmpty(int row) {
        return start(row) == end(row);
    }

    String text(int row) {
        int start = start(row);
        return new String(bytes, start, end(row) - start, StandardCharsets.UTF_8);
    }

    /** The bytes with those of the rows blanked that are not among some, one bit each. */
    byte[] blankedBut(long[] kept, int rows) {
        byte[] left = new byte[bytes.length];
        for (int row = 0; row < rows; row++) {
            if ((kept[row >> Zones.BLOCK] & 1L << row) != 0) {
                int start = start(row);
                System.arraycopy(bytes, start, left, start, end(row) - start);
            }
        }
        return left;
    }
}
