package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import java.util.ArrayList;
import java.util.List;

/** One question put to all parts of a catalogue. Rows are numbered through all parts, each part beginning at a multiple of 64. */
final class Scan {

    private final List<Ready> parts;

    /** A part with filter and scorer made ready for it. */
    private record Ready(Part part, int firstRow, RowFilter filter, RowScorer scorer) {}

    /**
     * What a scan found.
     *
     * @param best the best rows in order
     * @param total how many rows pass
     * @param excludedUnknown how many are out only for want of knowledge
     */
    record Result(long[] best, int total, int excludedUnknown) {}

    Scan(Catalogue catalogue, SearchCriteria criteria) {
        List<Ready> ready = new ArrayList<>();
        int firstRow = 0;
        for (Part part : catalogue.parts()) {
            ready.add(new Ready(part, firstRow, new RowFilter(part.segment(), criteria), new RowScorer(part.segment(), criteria)));
            firstRow = Math.addExact(firstRow, 64 * part.live().length);
        }
        parts = List.copyOf(ready);
    }

    /** The best rows, at least 1 of them wanted, and the counts. */
    Result top(int count) {
        TopRows best = new TopRows(count, this::compareIds);
        int total = 0;
        int excludedUnknown = 0;
        for (Ready ready : parts) {
            long[] live = ready.part.live();
            for (int block = 0; block < live.length; block++) {
                long possible = ready.filter.notRefused(block, live[block]);
                long passing = ready.filter.passing(block, possible);
                total += Long.bitCount(passing);
                excludedUnknown += Long.bitCount(possible & ~passing);
                for (long left = passing; left != 0; left &= left - 1) {
                    int row = 64 * block + Long.numberOfTrailingZeros(left);
                    int score = ready.scorer.score(row, best.floor());
                    if (score >= best.floor()) {
                        best.offer(score, ready.firstRow + row);
                    }
                }
            }
        }
        return new Result(best.sorted(), total, excludedUnknown);
    }

    /** How many passing rows stand before a score and id. */
    int before(int score, CreatorId id) {
        long high = id.value().getMostSignificantBits();
        long low = id.value().getLeastSignificantBits();
        int before = 0;
        for (Ready ready : parts) {
            long[] live = ready.part.live();
            CatalogueSegment segment = ready.part.segment();
            for (int block = 0; block < live.length; block++) {
                long passing = ready.filter.passing(block, ready.filter.notRefused(block, live[block]));
                for (long left = passing; left != 0; left &= left - 1) {
                    int row = 64 * block + Long.numberOfTrailingZeros(left);
                    int other = ready.scorer.score(row, score);
                    if (other > score
                            || (other == score && RowOrder.compare(segment.idHigh[row], segment.idLow[row], high, low) < 0)) {
                        before++;
                    }
                }
            }
        }
        return before;
    }

    private int compareIds(int row, int otherRow) {
        Ready one = part(row);
        Ready other = part(otherRow);
        CatalogueSegment segment = one.part.segment();
        CatalogueSegment otherSegment = other.part.segment();
        int at = row - one.firstRow;
        int otherAt = otherRow - other.firstRow;
        return RowOrder.compare(segment.idHigh[at], segment.idLow[at], otherSegment.idHigh[otherAt], otherSegment.idLow[otherAt]);
    }

    private Ready part(int row) {
        int part = parts.size() - 1;
        while (parts.get(part).firstRow > row) {
            part--;
        }
        return parts.get(part);
    }
}
