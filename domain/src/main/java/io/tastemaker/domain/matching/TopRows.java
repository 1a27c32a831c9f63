package io.tastemaker.domain.matching;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The best rows seen so far, in a heap of primitive numbers whose root is the worst that is still in. A row is a number of 64 bits:
 * the score above, the row's number in the catalogue below. A place not yet taken holds a number worse than any row.
 */
final class TopRows {

    private static final long FREE = -1;

    private final IntBinaryOperator idOrder;
    private final long[] heap;

    /**
     * A place for so many rows.
     *
     * @param capacity at least 1
     * @param idOrder compares the ids of two rows, which decide between equal scores
     */
    TopRows(int capacity, IntBinaryOperator idOrder) {
        this.idOrder = idOrder;
        this.heap = new long[capacity];
        Arrays.fill(heap, FREE);
    }

    static int score(long entry) {
        return (int) (entry >> 32);
    }

    static int row(long entry) {
        return (int) entry;
    }

    /** The least score that can still get in. */
    int floor() {
        return score(heap[0]);
    }

    /** The last of the best; there is one when the floor is not below 0. */
    int last() {
        return row(heap[0]);
    }

    void offer(int score, int row) {
        long entry = (long) score << 32 | row;
        if (isBefore(entry, heap[0])) {
            heap[0] = entry;
            sink(heap.length);
        }
    }

    /** The rows from the best to the worst; the heap is used up. */
    long[] sorted() {
        for (int end = heap.length - 1; end > 0; end--) {
            swap(0, end);
            sink(end);
        }
        return Arrays.stream(heap).filter(entry -> entry != FREE).toArray();
    }

    /** Moves the root down to where it belongs among the places before an end. */
    private void sink(int end) {
        int place = 0;
        while (2 * place + 1 < end) {
            int child = 2 * place + 1;
            if (child + 1 < end && isBefore(heap[child], heap[child + 1])) {
                child++;
            }
            if (!isBefore(heap[place], heap[child])) {
                return;
            }
            swap(place, child);
            place = child;
        }
    }

    private void swap(int one, int other) {
        long entry = heap[one];
        heap[one] = heap[other];
        heap[other] = entry;
    }

    private boolean isBefore(long entry, long other) {
        int score = score(entry);
        int otherScore = score(other);
        return score != otherScore ? score > otherScore : score >= 0 && idOrder.applyAsInt(row(entry), row(other)) < 0;
    }
}
