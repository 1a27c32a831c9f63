package io.tastemaker.domain.matching;

import java.util.Comparator;
import java.util.List;

/**
 * The {@link HardFilter}s made ready for one segment. Of most zones they know together whether all rows pass or none; else they work on a
 * block of 64 rows and on one column at a time, so that a block that nobody passes costs no more than its first column, and say for each
 * row one of two things: it passes, or it is not known to fail.
 */
final class RowFilter {

    private final List<ColumnFilter> columns;

    RowFilter(CatalogueSegment segment, SearchCriteria criteria) {
        columns = criteria.filters().stream().map(filter -> ColumnFilter.of(segment, filter)).sorted(Comparator.comparing(ColumnFilter::cost)).toList();
    }

    /** What is known of a whole zone. */
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

    /** What all filters together say of a zone. */
    Verdict verdict(Zones zones, int zone) {
        Verdict together = Verdict.ALL;
        for (ColumnFilter column : columns) {
            Verdict own = column.verdict(zones, zone);
            if (own == Verdict.NONE) {
                return own;
            }
            together = own == Verdict.OPEN ? own : together;
        }
        return together;
    }

    /** The rows among the given ones of a block that no filter is known to refuse. */
    long notRefused(int block, long rows) {
        long left = rows;
        for (ColumnFilter column : columns) {
            if (left == 0) {
                return 0;
            }
            left = column.notRefused(block, left);
        }
        return left;
    }

    /** The rows among the given ones of a block, none of them refused, that every filter lets pass. */
    long passing(int block, long rows) {
        long left = rows;
        for (ColumnFilter column : columns) {
            if (left == 0) {
                return 0;
            }
            left = column.passing(block, left);
        }
        return left;
    }
}
