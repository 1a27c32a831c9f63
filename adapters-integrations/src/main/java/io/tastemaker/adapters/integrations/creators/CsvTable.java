package io.tastemaker.adapters.integrations.creators;

import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.domain.creators.RowFault;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CSV read leniently and in bounded memory: line breaks of every kind, also within quotes; blanks around quotes; quotes within values.
 * A quote that is opened and not closed is taken literally, and reading goes on behind it. Values are cut at 64 K characters.
 */
final class CsvTable implements ListFiles.Table {

    /** The longest value, in characters. */
    static final int LONGEST = 1 << 16;
    /** The most values of a row; those beyond are dropped, with a fault. */
    static final int MOST_CELLS = 2000;

    private final Reader reader;
    private final String encoding;
    private final char delimiter;
    private final CharSource source;
    private long line = 1;

    CsvTable(Reader reader, String encoding, Dialect dialect) {
        this.reader = reader;
        this.encoding = encoding;
        this.delimiter = dialect.delimiter();
        this.source = new CharSource(reader, LONGEST * 3);
        if (dialect.announced()) {
            while (source.peek() >= 0 && source.peek() != '\n' && source.peek() != '\r') {
                source.read();
            }
        }
    }

    @Override
    public String encoding() {
        return encoding;
    }

    @Override
    public String delimiter() {
        return String.valueOf(delimiter);
    }

    @Override
    public Optional<ListFiles.Row> next() {
        while (source.peek() >= 0) {
            long begin = line;
            List<String> cells = new ArrayList<>();
            List<ListFiles.CellFault> faults = new ArrayList<>();
            boolean more = true;
            while (more) {
                String cell = cell(cells.size(), faults);
                if (cells.size() < MOST_CELLS) {
                    cells.add(cell);
                } else if (faults.stream().noneMatch(fault -> fault.code() == RowFault.Code.TOO_MANY_CELLS)) {
                    faults.add(new ListFiles.CellFault(MOST_CELLS, RowFault.Code.TOO_MANY_CELLS, "values beyond the " + MOST_CELLS
                            + "th were left out"));
                }
                more = source.peek() == delimiter;
                if (more) {
                    source.read();
                }
            }
            lineBreak();
            if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                return Optional.of(new ListFiles.Row(begin, cells, faults));
            }
        }
        return Optional.empty();
    }

    /** Consumes a line break when one is next. */
    private boolean lineBreak() {
        if (source.peek() == '\r') {
            source.read();
            if (source.peek() == '\n') {
                source.read();
            }
        } else if (source.peek() == '\n') {
            source.read();
        } else {
            return false;
        }
        line++;
        return true;
    }

    private String cell(int index, List<ListFiles.CellFault> faults) {
        long begin = line;
        source.mark();
        while (source.peek() == ' ' && delimiter != ' ') {
            source.read();
            if (source.markedLength() > LONGEST) {
                break;
            }
        }
        if (source.peek() == '"') {
            source.read();
            Optional<String> quoted = quoted(index, faults);
            if (quoted.isPresent()) {
                source.release();
                return quoted.get();
            }
            source.reset();
            line = begin;
            faults.add(new ListFiles.CellFault(index, RowFault.Code.UNBALANCED_QUOTE,
                    "a quotation mark is opened and not closed; it was taken literally"));
        } else {
            source.reset();
        }
        return bare(index, faults);
    }

    private String bare(int index, List<ListFiles.CellFault> faults) {
        StringBuilder value = new StringBuilder();
        boolean cut = false;
        for (int c = source.peek(); c >= 0 && c != delimiter && c != '\n' && c != '\r'; c = source.peek()) {
            source.read();
            cut |= value.length() >= LONGEST;
            if (!cut) {
                value.append((char) c);
            }
        }
        return limited(value, cut, index, faults);
    }

    /** The value behind an opening quote, up to the closing one; empty when there is none. */
    private Optional<String> quoted(int index, List<ListFiles.CellFault> faults) {
        StringBuilder value = new StringBuilder();
        long begin = line;
        boolean cut = false;
        while (true) {
            int c = source.peek();
            if (c < 0) {
                return cut ? Optional.of(limited(value, true, index, faults)) : Optional.empty();
            }
            if (c == '"') {
                source.read();
                if (source.peek() == '"') {
                    source.read();
                } else if (closes()) {
                    return Optional.of(limited(value, cut, index, faults));
                } else if (!cut && line > begin && opensAnother(value)) {
                    return Optional.empty();
                }
            } else if (!lineBreak()) {
                source.read();
            } else {
                c = '\n';
            }
            if (!cut && value.length() >= LONGEST) {
                if (line > begin + 1) {
                    return Optional.empty(); // so long and over so many lines: rows, swallowed by a quote that was never closed
                }
                cut = true;
                source.release();
            }
            if (!cut) {
                value.append((char) c);
            }
        }
    }

    /** Whether what follows a quote, blanks aside, ends the value; consumes the blanks when it does. */
    private boolean closes() {
        int ahead = 0;
        while (source.peek(ahead) == ' ' && ahead < 100) {
            ahead++;
        }
        int c = source.peek(ahead);
        boolean closes = c < 0 || c == delimiter || c == '\n' || c == '\r';
        for (int i = 0; closes && i < ahead; i++) {
            source.read();
        }
        return closes;
    }

    /** A quote that stands where values begin, within a value that runs over lines: the earlier quote was never closed. */
    private boolean opensAnother(StringBuilder value) {
        if (value.isEmpty()) {
            return false;
        }
        char before = value.charAt(value.length() - 1);
        return before == delimiter || before == '\n';
    }

    private static String limited(StringBuilder value, boolean cut, int index, List<ListFiles.CellFault> faults) {
        if (cut) {
            faults.add(new ListFiles.CellFault(index, RowFault.Code.TOO_LONG, "cut to " + LONGEST + " characters"));
            if (Character.isHighSurrogate(value.charAt(value.length() - 1))) {
                value.setLength(value.length() - 1);
            }
        }
        return value.toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
