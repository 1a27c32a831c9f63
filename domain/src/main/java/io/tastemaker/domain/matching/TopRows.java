package io.tastemaker.domain.matching;

import java.util.Arrays;

/**
 * The best rows seen so far, in a heap of primitive numbers whose root is the worst that is still in. A row is a number of 64 bits:
 * the score above, the row's number in the catalogue below.
 */
final class TopRows {

    private final RowIds ids;
    private final long[] heap;
    private int size;

    /** Where the ids are that decide between equal scores. */
    interface RowIds {

        /** Compares the ids of two rows. */
        int compare(int row, int otherRow);
    }

    TopRows(int capacity, RowIds ids) {
        this.ids = ids;
        this.heap = new long[capacity];
    }

    static int score(long entry) {
        return (int) (entry >>> 32);
    }

    static int row(long entry) {
        return (int) entry;
    }

    /** The least score that can still get in. */
    int floor() {
        if (size < heap.length) {
            return 0;
        }
        return size == 0 ? Integer.MAX_VALUE : score(heap[0]);
    }

    void offer(int score, int row) {
        long entry = (long) score << 32 | row;
        if (size < heap.length) {
            heap[size] = entry;
            rise(size++);
        } else if (size > 0 && isBefore(entry, heap[0])) {
            heap[0] = entry;
            sink(0, size);
        }
    }

    /** The rows from the best to the worst; the heap is used up. */
    long[] sorted() {
        long[] result = new long[size];
        for (int left = size; left > 0; left--) {
            result[left - 1] = heap[0];
            heap[0] = heap[left - 1];
            sink(0, left - 1);
        }
        Arrays.fill(heap, 0);
        return result;
    }

    private void rise(int start) {
        int place = start;
        while (place > 0 && isBefore(heap[(place - 1) / 2], heap[place])) {
            swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }
    }

    private void sink(int start, int end) {
        int place = start;
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
        return score != otherScore ? score > otherScore : ids.compare(row(entry), row(other)) < 0;
    }
}
