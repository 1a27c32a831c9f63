package io.tastemaker.adapters.integrations.creators;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.domain.creators.RowFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * JSON Lines read as a table: the names of the first thousand objects are its header, each object is a row. What is nested is reached
 * by names with dots between; a list of plain values is one value with blanks between. A line that is no object is a row without values
 * and with a fault, so that it is reported by its line.
 */
final class JsonLinesTable implements ListFiles.Table {

    /** How many objects are looked at for their names; names that only later ones have are left out, with a fault. */
    static final int SURVEYED = 1_000;

    /** The longest line, in characters; a longer one is reported and passed over. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int MOST_COLUMNS = 500;
    private static final int MOST_NAMES_TOLD = 10;

    private final BufferedReader reader;
    private final String encoding;
    private final SequencedSet<String> header;
    private boolean headerIsRead;
    private long line;

    /**
     * A table.
     *
     * @param reader at its first line; closed with the table
     * @param encoding the encoding it is read in
     * @param header the names, as {@link #names} found them
     */
    JsonLinesTable(BufferedReader reader, String encoding, SequencedSet<String> header) {
        this.reader = reader;
        this.encoding = encoding;
        this.header = header;
    }

    /** The names in the first objects, in the order in which they appear; none when there is no object among the first lines. */
    static SequencedSet<String> names(BufferedReader start) throws IOException {
        SequencedSet<String> names = new LinkedHashSet<>();
        Line next = Line.read(start);
        for (int i = 0; i < SURVEYED && next.isThere() && names.size() < MOST_COLUMNS; i++) {
            JsonObjects.read(next.text()).map(JsonObjects::flat).ifPresent(values -> values.keySet().stream()
                    .takeWhile(name -> names.size() < MOST_COLUMNS).forEach(names::add));
            next = Line.read(start);
        }
        return names;
    }

    @Override
    public String encoding() {
        return encoding;
    }

    @Override
    public String delimiter() {
        return "JSON Lines";
    }

    @Override
    public Optional<ListFiles.Row> next() {
        if (!headerIsRead) {
            headerIsRead = true;
            return Optional.of(new ListFiles.Row(1, List.copyOf(header), List.of()));
        }
        try {
            Line next = nextLine();
            while (next.isThere() && next.isBlank()) {
                next = nextLine();
            }
            return next.isThere() ? Optional.of(row(next)) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Line nextLine() throws IOException {
        line++;
        return Line.read(reader);
    }

    private ListFiles.Row row(Line next) {
        if (next.isCut()) {
            return broken(RowFault.Code.TOO_LONG, "the line is longer than " + LONGEST_LINE + " characters; it was left out");
        }
        Optional<JsonNode> object = JsonObjects.read(next.text());
        return object.map(this::row).orElseGet(() -> broken(RowFault.Code.BAD_JSON, "the line is no JSON object; it was left out"));
    }

    /** The fault stands behind the last column, since it is none of a value. */
    private ListFiles.Row broken(RowFault.Code code, String detail) {
        return new ListFiles.Row(line, List.of(), List.of(new ListFiles.CellFault(header.size(), code, detail)));
    }

    private ListFiles.Row row(JsonNode object) {
        Map<String, String> values = JsonObjects.flat(object);
        List<String> cells = new ArrayList<>();
        List<ListFiles.CellFault> faults = new ArrayList<>();
        for (String name : header) {
            String value = values.getOrDefault(name, "");
            if (value.length() > CsvTable.LONGEST) {
                faults.add(new ListFiles.CellFault(cells.size(), RowFault.Code.TOO_LONG, "cut to " + CsvTable.LONGEST + " characters"));
            }
            cells.add(cut(value));
        }
        values.keySet().removeAll(header);
        if (!values.isEmpty()) {
            String names = values.keySet().stream().limit(MOST_NAMES_TOLD).collect(Collectors.joining(", "));
            faults.add(new ListFiles.CellFault(header.size(), RowFault.Code.TOO_MANY_CELLS, "names that are none of the first "
                    + MOST_COLUMNS + " in the first " + SURVEYED + " objects were left out: " + names));
        }
        return new ListFiles.Row(line, cells, faults);
    }

    private static String cut(String value) {
        if (value.length() <= CsvTable.LONGEST) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(CsvTable.LONGEST - 1)) ? CsvTable.LONGEST - 1 : CsvTable.LONGEST);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A line, read in bounded memory. */
    private record Line(String text, boolean isCut, boolean isThere) {

        boolean isBlank() {
            return text.isBlank() && !isCut;
        }

        static Line read(BufferedReader reader) throws IOException {
            StringBuilder text = new StringBuilder();
            boolean isCut = false;
            int next = reader.read();
            boolean isThere = next >= 0;
            while (next >= 0 && next != '\n') {
                isCut |= text.length() >= LONGEST_LINE;
                if (!isCut) {
                    text.append((char) next);
                }
                next = reader.read();
            }
            return new Line(isCut ? "" : text.toString(), isCut, isThere);
        }
    }
}
