package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import java.util.UUID;

/** The rows of a segment in the order of their ids, which are compared as unsigned numbers of 128 bits. */
final class RowOrder {

    private RowOrder() {}

    static int compare(CreatorId id, CreatorId other) {
        return compare(id.value().getMostSignificantBits(), id.value().getLeastSignificantBits(),
                other.value().getMostSignificantBits(), other.value().getLeastSignificantBits());
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
    }

    /** Sorts the rows by merging ever longer runs. */
    static int[] byId(long[] high, long[] low) {
        int[] rows = new int[high.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        int[] spare = new int[rows.length];
        for (int run = 1; run > 0 && run < rows.length; run *= 2) {
            for (int start = 0; start < rows.length; start += 2 * run) {
                int middle = Math.min(start + run, rows.length);
                merge(rows, spare, start, middle, Math.min(middle + run, rows.length), high, low);
            }
            int[] merged = spare;
            spare = rows;
            rows = merged;
        }
        for (int i = 1; i < rows.length; i++) {
            if (high[rows[i]] == high[rows[i - 1]] && low[rows[i]] == low[rows[i - 1]]) {
                throw new IllegalArgumentException("the same creator twice: " + new UUID(high[rows[i]], low[rows[i]]));
            }
        }
        return rows;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, long[] high, long[] low) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end
                    || (left < middle && compare(high[from[left]], low[from[left]], high[from[right]], low[from[right]]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    /** The row of an id, below 0 when there is none. */
    static int find(int[] byId, long[] high, long[] low, UUID id) {
        int from = 0;
        int to = byId.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int row = byId[middle];
            int order = compare(high[row], low[row], id.getMostSignificantBits(), id.getLeastSignificantBits());
            if (order == 0) {
                return row;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }
}
