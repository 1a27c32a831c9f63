package io.tastemaker.domain.matching;

import java.util.Comparator;

/**
 * The {@link HardFilter}s made ready for one segment. Of most zones each of them knows whether all rows pass or none; the others work on a
 * block of 64 rows and on one column at a time, so that a block that nobody passes costs no more than its first column, and say for each
 * row one of two things: it passes, or it is not known to fail. Which of them have to look at rows is a number with one bit for each.
 */
final class RowFilter {

    /** Said of a zone whose rows are all refused; what else is said is never below 0. */
    static final long NOBODY = -1;

    private final ColumnFilter[] columns;

    RowFilter(CatalogueSegment segment, SearchCriteria criteria) {
        columns = criteria.filters().stream().map(filter -> ColumnFilter.of(segment, filter)).sorted(Comparator.comparing(ColumnFilter::cost))
                .toArray(ColumnFilter[]::new);
    }

    /** What a filter knows of a whole zone. */
    enum Verdict {
        /** Every row passes. */
        ALL,
        /** Every row is refused. */
        NONE,
        /** The rows have to be looked at. */
        OPEN;

        static Verdict of(boolean all, boolean none) {
            return all ? ALL : none ? NONE : OPEN;
        }
    }

    /** All filters, of which nothing is known yet. */
    long all() {
        return (1L << columns.length) - 1;
    }

    /**
     * Which filters have to look at the rows of a zone.
     *
     * @param open those that may have to; the others let all rows pass
     * @return those of them that have to, none when every row passes; {@link #NOBODY} when one refuses all rows
     */
    long open(Zones zones, int zone, long open) {
        long still = open;
        for (long left = open; left != 0; left &= left - 1) {
            switch (columns[Long.numberOfTrailingZeros(left)].verdict(zones, zone)) {
                case NONE -> {
                    return NOBODY;
                }
                case ALL -> still &= ~Long.lowestOneBit(left);
                case OPEN -> { }
            }
        }
        return still;
    }

    /** The rows among the given ones of a block that no open filter is known to refuse. */
    long notRefused(int block, long rows, long open) {
        long kept = rows;
        for (long left = open; left != 0 && kept != 0; left &= left - 1) {
            kept = columns[Long.numberOfTrailingZeros(left)].notRefused(block, kept);
        }
        return kept;
    }

    /** The rows among the given ones of a block, none of them refused, that every open filter lets pass. */
    long passing(int block, long rows, long open) {
        long kept = rows;
        for (long left = open; left != 0 && kept != 0; left &= left - 1) {
            kept = columns[Long.numberOfTrailingZeros(left)].passing(block, kept);
        }
        return kept;
    }
}
