package io.tastemaker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A file of comma-separated figures under a header, none of which has a comma or a quotation mark. */
record Figures(Path file, List<String> header) {

    /** What a slice of load gave. */
    static Figures load(Path folder) {
        return new Figures(folder.resolve("load.csv"), List.of("creators", "kind", "connections", "slice", "requests_per_second", "p50_ms", "p99_ms",
                "refused", "imported_rows_per_second"));
    }

    /** What something weighs. */
    static Figures memory(Path folder) {
        return new Figures(folder.resolve("memory.csv"), List.of("creators", "what", "bytes"));
    }

    /** Adds a line; decimals are written alike in every language. */
    void add(Object... cells) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join(",", header) + "\n");
        }
        List<String> texts = Arrays.stream(cells)
                .map(cell -> cell instanceof Double number ? String.format(Locale.ROOT, "%.4f", number) : cell.toString()).toList();
        Files.writeString(file, String.join(",", texts) + "\n", StandardOpenOption.APPEND);
    }

    /** Reads a file with any header; nothing when it is not there. */
    static List<Line> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<List<String>> lines = Files.readAllLines(file).stream()
                .map(line -> Stream.of(line.split(",", -1)).map(cell -> cell.replace("\"", "")).toList()).toList();
        return lines.stream().skip(1).map(cells -> new Line(lines.getFirst(), cells)).toList();
    }

    /** A line under its header. */
    record Line(List<String> header, List<String> cells) {
        String text(String column) {
            return cells.get(header.indexOf(column));
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }
}
