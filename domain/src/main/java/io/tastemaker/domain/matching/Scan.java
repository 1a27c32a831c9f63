package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One question put to all parts of a catalogue. Rows are numbered through all parts, each part beginning at a multiple of 64.
 *
 * <p>First every {@linkplain Zones district} is counted, most of them without a look at their rows, and bounded. Then those that can
 * hold one of the best rows are gone through, the most promising first, until none of the others can score what the last of the best does.
 */
final class Scan {

    /** Places of a tally. */
    private static final int PASSING = 0;
    private static final int UNKNOWN = 1;

    private static final int BLOCKS_OF_DISTRICT = 1 << Zones.DISTRICT - Zones.BLOCK;

    private final List<Ready> parts;
    private final int districts;

    /** A part with filter and scorer made ready for it. */
    private record Ready(Part part, int firstRow, int firstDistrict, RowFilter filter, RowScorer scorer) {

        private CatalogueSegment segment() {
            return part.segment();
        }

        private int endOfBlocks(int district) {
            return Math.min(BLOCKS_OF_DISTRICT * (district + 1), part.live().length);
        }

        private long passing(int block, long openAround) {
            long live = part.live()[block];
            long open = filter.open(segment().blocks, block, openAround);
            return open == RowFilter.NOBODY ? 0 : filter.passing(block, filter.notRefused(block, live, open), open);
        }
    }

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
        int firstDistrict = 0;
        for (Part part : catalogue.parts()) {
            ready.add(new Ready(part, firstRow, firstDistrict, new RowFilter(part.segment(), criteria), new RowScorer(part.segment(), criteria)));
            firstRow = Math.addExact(firstRow, 64 * part.live().length);
            firstDistrict += part.segment().districts.count;
        }
        parts = List.copyOf(ready);
        districts = firstDistrict;
    }

    /** The best rows, at least 1 of them wanted, and the counts. */
    Result top(int count) {
        TopRows best = new TopRows(count, this::compareIds);
        int[] tally = new int[2];
        long[] promising = count(tally);
        for (int i = promising.length - 1; i >= 0 && bound(promising[i]) >= best.floor(); i--) {
            Ready ready = ofDistrict((int) promising[i]);
            int district = (int) promising[i] - ready.firstDistrict;
            if (!isBehind(best, bound(promising[i]), ready.segment().districts.leastId[district])) {
                offer(ready, district, best);
            }
        }
        return new Result(best.sorted(), tally[PASSING], tally[UNKNOWN]);
    }

    /** Counts; gives the districts where somebody passes with their bounds, the most promising last. */
    private long[] count(int[] tally) {
        long[] found = new long[districts];
        int size = 0;
        for (Ready ready : parts) {
            Zones zones = ready.segment().districts;
            for (int district = 0; district < zones.count; district++) {
                if (count(ready, district, tally) > 0) {
                    found[size++] = (long) ready.scorer.bound(zones, district) << 32 | ready.firstDistrict + district;
                }
            }
        }
        long[] promising = Arrays.copyOf(found, size);
        Arrays.sort(promising);
        return promising;
    }

    private static int count(Ready ready, int district, int[] tally) {
        RowFilter filter = ready.filter;
        long whole = filter.open(ready.segment().districts, district, filter.all());
        if (whole == RowFilter.NOBODY) {
            return 0;
        }
        int passing = 0;
        int unknown = 0;
        for (int block = BLOCKS_OF_DISTRICT * district; block < ready.endOfBlocks(district); block++) {
            long open = filter.open(ready.segment().blocks, block, whole);
            if (open != RowFilter.NOBODY) {
                long possible = filter.notRefused(block, ready.part.live()[block], open);
                long rows = filter.passing(block, possible, open);
                passing += Long.bitCount(rows);
                unknown += Long.bitCount(possible & ~rows);
            }
        }
        tally[PASSING] += passing;
        tally[UNKNOWN] += unknown;
        return passing;
    }

    private void offer(Ready ready, int district, TopRows best) {
        Zones blocks = ready.segment().blocks;
        long open = ready.filter.open(ready.segment().districts, district, ready.filter.all());
        for (int block = BLOCKS_OF_DISTRICT * district; block < ready.endOfBlocks(district); block++) {
            int bound = ready.scorer.bound(blocks, block);
            if (bound < best.floor() || isBehind(best, bound, blocks.leastId[block])) {
                continue;
            }
            for (long left = ready.passing(block, open); left != 0; left &= left - 1) {
                int row = 64 * block + Long.numberOfTrailingZeros(left);
                int score = ready.scorer.score(row, best.floor());
                if (score >= best.floor()) {
                    best.offer(score, ready.firstRow + row);
                }
            }
        }
    }

    /** Who can only draw level with the last of the best stands behind it when all ids do. */
    private boolean isBehind(TopRows best, int bound, long leastId) {
        if (bound != best.floor()) {
            return false;
        }
        Ready ready = part(best.last());
        return Long.compareUnsigned(leastId, ready.segment().idHigh[best.last() - ready.firstRow]) > 0;
    }

    private static int bound(long promising) {
        return (int) (promising >> 32);
    }

    /** How many passing rows stand before a score and id. */
    int before(int score, CreatorId id) {
        long high = id.value().getMostSignificantBits();
        long low = id.value().getLeastSignificantBits();
        int before = 0;
        for (Ready ready : parts) {
            CatalogueSegment segment = ready.segment();
            for (int block = 0; block < ready.part.live().length; block++) {
                if (ready.scorer.bound(segment.blocks, block) < score) {
                    continue;
                }
                for (long left = ready.passing(block, ready.filter.all()); left != 0; left &= left - 1) {
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
        CatalogueSegment segment = one.segment();
        CatalogueSegment otherSegment = other.segment();
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

    private Ready ofDistrict(int district) {
        int part = parts.size() - 1;
        while (parts.get(part).firstDistrict > district) {
            part--;
        }
        return parts.get(part);
    }
}
