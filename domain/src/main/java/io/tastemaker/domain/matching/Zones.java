package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Category;
import java.util.Arrays;

/**
 * What is common to the rows of each zone of a segment: the ends of its numbers and the union of its codes. From them follows, without a
 * look at the rows, whether a filter lets all of them pass or none, and what none of them can score more than. A zone is a run of
 * neighbours, as many as a power of two; the last may be shorter. Rows that are no longer true count as well, which makes a zone no
 * tighter than it could be, and never wrong.
 */
final class Zones {

    /** Zones of 64 rows, as many as a {@code long} has bits. */
    static final int BLOCK = 6;

    /** Zones of 64 blocks. */
    static final int DISTRICT = 12;

    private static final int CATEGORIES = Category.values().length;

    /** Marks by category are kept in steps of so much, rounded up: a byte each. */
    private static final int MARK_STEP = 4_000;

    final int shift;
    final int count;
    /** The least and the most known numbers; the least is below 0 where one is unknown. */
    final int[] leastFollowers;
    final int[] mostFollowers;
    final int[] leastRate;
    final int[] mostRate;
    final char[] leastDay;
    final char[] mostDay;
    /** {@link MatchScorer#decades} of the followers. */
    final int[] leastDecades;
    final int[] mostDecades;
    /** Codes of places lie between these. */
    final int[] firstPlace;
    final int[] lastPlace;
    /** One bit for each code that occurs. */
    final short[] platforms;
    final int[] flags;
    final int[] categories;
    /** The best mark for engagement of all rows. */
    final int[] bestMark;
    /** The least id, of which the upper half is enough. */
    final long[] leastId;
    private final byte[] bestMarks;

    Zones(CatalogueSegment segment, int shift) {
        this.shift = shift;
        this.count = (segment.size + (1 << shift) - 1) >> shift;
        leastFollowers = filled(Integer.MAX_VALUE);
        mostFollowers = filled(CatalogueSegment.UNKNOWN);
        leastRate = filled(Integer.MAX_VALUE);
        mostRate = filled(CatalogueSegment.UNKNOWN);
        leastDay = new char[count];
        Arrays.fill(leastDay, Character.MAX_VALUE);
        mostDay = new char[count];
        firstPlace = filled(Integer.MAX_VALUE);
        lastPlace = new int[count];
        platforms = new short[count];
        flags = new int[count];
        categories = new int[count];
        bestMark = new int[count];
        leastId = new long[count];
        Arrays.fill(leastId, -1L);
        bestMarks = new byte[count * CATEGORIES];
        for (int row = 0; row < segment.size; row++) {
            add(segment, row, row >> shift);
        }
        leastDecades = Arrays.stream(leastFollowers).map(MatchScorer::decades).toArray();
        mostDecades = Arrays.stream(mostFollowers).map(MatchScorer::decades).toArray();
    }

    private int[] filled(int value) {
        int[] column = new int[count];
        Arrays.fill(column, value);
        return column;
    }

    private void add(CatalogueSegment segment, int row, int zone) {
        leastFollowers[zone] = Math.min(leastFollowers[zone], segment.followers[row]);
        mostFollowers[zone] = Math.max(mostFollowers[zone], segment.followers[row]);
        leastRate[zone] = Math.min(leastRate[zone], segment.rates[row]);
        mostRate[zone] = Math.max(mostRate[zone], segment.rates[row]);
        leastDay[zone] = (char) Math.min(leastDay[zone], segment.lastPosts[row]);
        mostDay[zone] = (char) Math.max(mostDay[zone], segment.lastPosts[row]);
        firstPlace[zone] = Math.min(firstPlace[zone], segment.placeCodes.at(row));
        lastPlace[zone] = Math.max(lastPlace[zone], segment.placeCodes.at(row));
        platforms[zone] |= (short) (1 << segment.platforms[row]);
        flags[zone] |= 1 << segment.flags[row];
        categories[zone] |= segment.categories[row];
        if (Long.compareUnsigned(segment.idHigh[row], leastId[zone]) < 0) {
            leastId[zone] = segment.idHigh[row];
        }
        int mark = segment.engagementMark(row);
        bestMark[zone] = Math.max(bestMark[zone], mark);
        int steps = (mark + MARK_STEP - 1) / MARK_STEP;
        for (int left = segment.categories[row]; left != 0; left &= left - 1) {
            int at = zone * CATEGORIES + Integer.numberOfTrailingZeros(left);
            bestMarks[at] = (byte) Math.max(bestMarks[at] & 0xFF, steps);
        }
    }

    /** No less than the best mark for engagement of the rows that have a category. */
    int bestMark(int zone, int category) {
        return Math.min(bestMark[zone], MARK_STEP * (bestMarks[zone * CATEGORIES + category] & 0xFF));
    }
}
