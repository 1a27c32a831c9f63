package io.tastemaker.adapters.integrations.creators;

import io.tastemaker.application.creators.out.ListFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the values of a file are separated.
 *
 * @param delimiter a comma, semicolon, tab or bar
 * @param announced whether the first line only says so ({@code sep=;}, as spreadsheets write) and is no row
 */
record Dialect(char delimiter, boolean announced) {

    private static final Pattern ANNOUNCED = Pattern.compile("(?i)\"?sep=(.)\"?");
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 1 << 16;
    private static final int ROWS = 100;

    /** The delimiter that cuts most of the first rows into equally many values; of equals the one that cuts more. */
    static Dialect of(Reader file) throws IOException {
        char[] buffer = new char[LOOKED_AT];
        int length = 0;
        for (int read = file.read(buffer); read > 0; read = file.read(buffer, length, LOOKED_AT - length)) {
            length += read;
        }
        String start = new String(buffer, 0, length);
        Matcher announced = ANNOUNCED.matcher(start.lines().findFirst().orElse(""));
        if (announced.matches()) {
            return new Dialect(announced.group(1).charAt(0), true);
        }
        char best = CANDIDATES[0];
        double most = 0;
        for (char candidate : CANDIDATES) {
            double score = score(start, candidate, length == LOOKED_AT);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return new Dialect(best, false);
    }

    private static double score(String start, char delimiter, boolean isCut) {
        Map<Integer, Integer> rowsByWidth = new HashMap<>();
        int rows = 0;
        try (CsvTable table = new CsvTable(new StringReader(start), "", new Dialect(delimiter, false))) {
            Optional<ListFiles.Row> row = table.next();
            while (row.isPresent() && rows < ROWS) {
                Optional<ListFiles.Row> next = table.next();
                if (next.isPresent() || !isCut || rows == 0) {
                    rowsByWidth.merge(row.get().cells().size(), 1, Integer::sum);
                    rows++;
                }
                row = next;
            }
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> width : rowsByWidth.entrySet()) {
            if (width.getKey() > 1) {
                best = Math.max(best, (double) width.getValue() / rows + Math.min(width.getKey(), 100) / 1000.0);
            }
        }
        return best;
    }
}
