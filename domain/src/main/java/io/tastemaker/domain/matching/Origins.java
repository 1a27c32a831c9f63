package io.tastemaker.domain.matching;

import io.tastemaker.domain.matching.CatalogueSegment.Dated;
import io.tastemaker.domain.shared.Observed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How and on which days the dated facts of creators were learned. Most creators share this with those who came with the same list, so it
 * stands once: two bytes a row and twelve for each that differs from all before.
 */
final class Origins {

    private static final Observed.Kind[] KINDS = Observed.Kind.values();
    private static final int DAYS = Dated.values().length;
    private static final int LENGTH = 1 + DAYS;

    private final Codes codes;
    /** For each entry two bits for each fact's kind, and the days since 1970-01-01. */
    private final char[] entries;

    /**
     * Collects them.
     *
     * @param order the rows in the order in which they shall stand
     * @param kinds of each row, two bits a fact
     * @param days of each row, one a fact
     */
    Origins(int[] order, char[] kinds, char[] days) {
        Map<String, Integer> known = new HashMap<>();
        StringBuilder all = new StringBuilder();
        int[] codeOfRow = new int[order.length];
        char[] entry = new char[LENGTH];
        for (int row = 0; row < order.length; row++) {
            entry[0] = kinds[order[row]];
            System.arraycopy(days, order[row] * DAYS, entry, 1, DAYS);
            String text = new String(entry);
            Integer code = known.get(text);
            if (code == null) {
                code = known.size();
                known.put(text, code);
                all.append(entry);
            }
            codeOfRow[row] = code;
        }
        codes = new Codes(order.length, row -> codeOfRow[row], known.size());
        entries = all.toString().toCharArray();
    }

    /** The same as they come back from a walk. */
    Origins(Origins from, Columns columns) {
        codes = new Codes("origins of facts", from.codes, columns);
        entries = columns.chars("dictionary of origins", from.entries);
    }

    Observed.Kind kind(int row, Dated fact) {
        return KINDS[entries[codes.at(row) * LENGTH] >> 2 * fact.ordinal() & 3];
    }

    LocalDate day(int row, Dated fact) {
        return LocalDate.ofEpochDay(entries[codes.at(row) * LENGTH + 1 + fact.ordinal()]);
    }
}
