package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** Some of the rows of a catalogue, one bit for each row of every segment that has one of them. It never changes. */
public final class RowSet {

    /** Nobody. */
    public static final RowSet NONE = new RowSet(Map.of());

    private final Map<CatalogueSegment, long[]> rows;

    private RowSet(Map<CatalogueSegment, long[]> rows) {
        this.rows = Map.copyOf(rows);
    }

    /** Collects rows. */
    public static final class Collector {

        private final Map<CatalogueSegment, long[]> rows = new HashMap<>();

        /** Begins with nobody. */
        public Collector() {}

        /**
         * Where the rows of a segment go.
         *
         * @param segment the segment
         * @return takes positions from 0 to the size of the segment, each as often as one likes
         */
        public IntConsumer of(CatalogueSegment segment) {
            long[] bits = rows.computeIfAbsent(segment, any -> new long[(segment.size + 63) / 64]);
            return row -> bits[row >> 6] |= 1L << row;
        }

        /**
         * Ends the collection; nothing may be added any more.
         *
         * @return what was collected
         */
        public RowSet collected() {
            return new RowSet(rows);
        }
    }

    /**
     * The rows that are in another set as well.
     *
     * @param other of the same catalogue
     * @return what both have
     */
    public RowSet and(RowSet other) {
        Map<CatalogueSegment, long[]> both = new HashMap<>();
        rows.forEach((segment, bits) -> {
            long[] others = other.of(segment);
            long[] common = bits.clone();
            for (int block = 0; block < common.length; block++) {
                common[block] &= others[block];
            }
            both.put(segment, common);
        });
        return new RowSet(both);
    }

    /** One bit for each row, in blocks of 64. */
    long[] of(CatalogueSegment segment) {
        long[] bits = rows.get(segment);
        return bits == null ? new long[(segment.size + 63) / 64] : bits;
    }

    boolean contains(CreatorId id) {
        return rows.entrySet().stream().anyMatch(entry -> {
            int row = entry.getKey().find(id);
            return row >= 0 && (entry.getValue()[row >> 6] & 1L << row) != 0;
        });
    }

    /** How much memory it takes, the segments not counted. */
    int bytes() {
        return Long.BYTES * rows.values().stream().mapToInt(bits -> bits.length).sum();
    }
}
