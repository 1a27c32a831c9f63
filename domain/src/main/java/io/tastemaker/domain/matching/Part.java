package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A segment of which some rows may no longer be true.
 *
 * @param live one bit for each row, in blocks of 64
 * @param count how many of them are set
 */
record Part(CatalogueSegment segment, long[] live, int count) {

    static Part of(CatalogueSegment segment) {
        long[] live = new long[(segment.size + 63) / 64];
        for (int block = 0; block < live.length; block++) {
            int rows = Math.min(64, segment.size - 64 * block);
            live[block] = -1L >>> (64 - rows);
        }
        return new Part(segment, live, segment.size);
    }

    /**
     * Hands the columns of some parts over.
     *
     * @param parts of one owner
     * @param owner whose creators come back
     * @param columns goes through them
     * @return the parts that come back
     */
    static List<Part> walked(List<Part> parts, TeamId owner, Columns columns) {
        int[] counts = columns.ints("live rows of each part", parts.stream().mapToInt(Part::count).toArray());
        Part none = of(new SegmentBuilder(owner).build());
        return IntStream.range(0, counts.length)
                .mapToObj(i -> (i < parts.size() ? parts.get(i) : none).walked(counts[i], columns))
                .toList();
    }

    private Part walked(int rows, Columns columns) {
        return new Part(segment.walked(new WithoutTheGone(this, columns)), columns.longs("live rows", live), rows);
    }

    /** The row of a creator, below 0 when there is none or it is no longer true. */
    int find(CreatorId id) {
        int row = segment.find(id);
        return row >= 0 && (live[row >> 6] & 1L << row) != 0 ? row : -1;
    }

    Part without(Set<CreatorId> outdated) {
        long[] left = live;
        int masked = 0;
        for (CreatorId id : outdated) {
            int row = find(id);
            if (row >= 0) {
                left = left == live ? live.clone() : left;
                left[row >> 6] &= ~(1L << row);
                masked++;
            }
        }
        return masked == 0 ? this : new Part(segment, left, count - masked);
    }

    /**
     * Rewrites parts of which most rows are dead, and joins the latest ones while they are not much smaller than the one before. So the
     * parts of an owner halve in size from one to the next, there are few of them, and each row is rewritten a logarithmic number of times.
     */
    static List<Part> compacted(List<Part> parts) {
        List<Part> result = new ArrayList<>();
        for (Part part : parts) {
            Part last = 2 * part.count < part.segment.size ? joined(List.of(part)) : part;
            while (!result.isEmpty() && result.getLast().belongsWith(last)) {
                last = joined(List.of(result.removeLast(), last));
            }
            result.add(last);
        }
        return result;
    }

    private boolean belongsWith(Part later) {
        return count <= 2 * later.count && segment.owner.equals(later.segment.owner);
    }

    private static Part joined(List<Part> parts) {
        SegmentBuilder rows = new SegmentBuilder(parts.getFirst().segment.owner);
        for (Part part : parts) {
            for (int block = 0; block < part.live.length; block++) {
                for (long left = part.live[block]; left != 0; left &= left - 1) {
                    rows.add(part.segment.candidate(64 * block + Long.numberOfTrailingZeros(left)));
                }
            }
        }
        return of(rows.build());
    }
}
