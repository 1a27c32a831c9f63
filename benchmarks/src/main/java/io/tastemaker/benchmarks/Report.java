package io.tastemaker.benchmarks;

import io.tastemaker.benchmarks.SvgPlot.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a folder as a table of what is to be reached, a table of all of them, and plots against the size of the catalogue. */
public final class Report {

    private static final int MANY = 64;
    private static final String INDEX = "factors_and_free_filters";
    private static final String CREATORS = "Param: creators";
    private static final String QUESTION = "Param: question";

    private final Path folder;
    private final List<Figures.Line> load;
    private final List<Figures.Line> memory;
    private final List<Figures.Line> kernel;
    private final List<Figures.Line> sizes;

    private Report(Path folder) throws IOException {
        this.folder = folder;
        this.load = Figures.read(folder.resolve("load.csv"));
        this.memory = Figures.read(folder.resolve("memory.csv"));
        this.kernel = Figures.read(folder.resolve("kernel.csv"));
        this.sizes = Figures.read(folder.resolve("sizes.csv"));
    }

    /**
     * Writes it.
     *
     * @param arguments the folder
     * @throws IOException when it cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Report report = new Report(Path.of(arguments[0]));
        String text = report.targets() + "\n" + report.table() + "\n" + report.kernelTable() + "\n" + report.memoryTable();
        Files.writeString(report.folder.resolve("results.md"), text);
        Files.writeString(report.folder.resolve("latency.svg"), report.latencies().svg());
        Files.writeString(report.folder.resolve("memory.svg"), report.weights().svg());
        System.out.println(text);
    }

    private String targets() {
        int most = most(load.stream().filter(line -> line.text("kind").equals("fresh_in_sql")).toList(), "creators");
        List<String> rows = new ArrayList<>();
        for (RankingBenchmark.Question question : RankingBenchmark.Question.values()) {
            String name = question.name().toLowerCase(Locale.ROOT);
            target(rows, "kernel against the object loop, " + name, most(kernel, CREATORS), "at least 25",
                    ratio(jmh(kernel, "objectLoop", most(kernel, CREATORS), question), jmh(kernel, "engine", most(kernel, CREATORS), question)));
        }
        target(rows, "fresh against SQL, 64 connections, throughput", most, "at least 30",
                ratio(median(most, "fresh", MANY, "requests_per_second"), median(most, "fresh_in_sql", MANY, "requests_per_second")));
        target(rows, "p50 of SQL against fresh, one connection", most, "at least 8",
                ratio(median(most, "fresh_in_sql", 1, "p50_ms"), median(most, "fresh", 1, "p50_ms")));
        target(rows, "cached against a bare route, 64 connections, throughput", most, "at least 0.75",
                ratio(median(most, "cached", MANY, "requests_per_second"), median(most, "bare", MANY, "requests_per_second")));
        target(rows, "mixed while importing against mixed, 64 connections, throughput", most, "at least 0.7",
                ratio(median(most, "mixed_while_importing", MANY, "requests_per_second"), median(most, "mixed", MANY, "requests_per_second")));
        target(rows, "the same, p99", most, "at most 2",
                ratio(median(most, "mixed_while_importing", MANY, "p99_ms"), median(most, "mixed", MANY, "p99_ms")));
        int weighed = most(memory.stream().filter(line -> line.text("what").equals(INDEX)).toList(), "creators");
        target(rows, "five factors and free filters in memory, MB for a million creators", weighed, "at most 24",
                ratio(bytes(weighed, INDEX), OptionalDouble.of(weighed)));
        target(rows, "the whole process, MB resident", most, "at most 450 for a million",
                ratio(bytes(most, "resident"), OptionalDouble.of(1e6)));
        int asked = most(load, "creators");
        target(rows, "fresh over HTTP on ten times the creators, p50, one connection", asked, "at most 8",
                ratio(median(asked, "fresh", 1, "p50_ms"), median(asked / 10, "fresh", 1, "p50_ms")));
        int largest = most(sizes, CREATORS);
        for (RankingBenchmark.Question question : RankingBenchmark.Question.values()) {
            target(rows, "engine on ten times the creators, " + question.name().toLowerCase(Locale.ROOT), largest, "at most 8",
                    ratio(jmh(sizes, "engine", largest, question), jmh(sizes, "engine", largest / 10, question)));
        }
        return "| figure | creators | to be reached | measured |\n|---|---|---|---|\n" + String.join("", rows);
    }

    private static void target(List<String> rows, String what, int creators, String wanted, OptionalDouble measured) {
        rows.add(String.format(Locale.ROOT, "| %s | %,d | %s | %s |%n", what, creators, wanted,
                measured.isEmpty() ? "not measured" : String.format(Locale.ROOT, "%.2f", measured.getAsDouble())));
    }

    private String table() {
        List<String> rows = new ArrayList<>();
        for (int creators : sizesOf(load)) {
            for (String kind : load.stream().map(line -> line.text("kind")).distinct().toList()) {
                for (int connections : load.stream().map(line -> (int) line.number("connections")).distinct().toList()) {
                    median(creators, kind, connections, "p50_ms").ifPresent(p50 -> rows.add(String.format(Locale.ROOT,
                            "| %s | %,d | %d | %,.0f | %.3f | %.3f | %,.0f | %,.0f |%n", kind.replace('_', ' '), creators, connections,
                            value(creators, kind, connections, "requests_per_second"), p50, value(creators, kind, connections, "p99_ms"),
                            value(creators, kind, connections, "refused"),
                            value(creators, kind, connections, "imported_rows_per_second"))));
                }
            }
        }
        return "| over HTTP, medians of the slices | creators | connections | requests/s | p50, ms | p99, ms | refused | rows/s imported |\n"
                + "|---|---|---|---|---|---|---|---|\n" + String.join("", rows);
    }

    private String kernelTable() {
        return "| JMH, average | creators | question | ms |\n|---|---|---|---|\n" + Stream.concat(kernel.stream(), sizes.stream())
                .map(line -> String.format(Locale.ROOT, "| %s | %,d | %s | %.4f |%n", line.text("Benchmark").replaceAll(".*\\.benchmarks\\.", ""),
                        (int) line.number(CREATORS), line.text(QUESTION).toLowerCase(Locale.ROOT), line.number("Score")))
                .collect(Collectors.joining());
    }

    private String memoryTable() {
        return "| memory | creators | MB |\n|---|---|---|\n" + memory.stream().map(line -> String.format(Locale.ROOT, "| %s | %,d | %.0f |%n",
                line.text("what").replace('_', ' '), (int) line.number("creators"), line.number("bytes") / 1e6)).collect(Collectors.joining());
    }

    private SvgPlot latencies() {
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        for (String kind : List.of("fresh", "fresh_in_sql", "cached")) {
            for (String percentile : List.of("p50_ms", "p99_ms")) {
                List<Point> points = sizesOf(load).stream().flatMap(creators -> median(creators, kind, 1, percentile).stream()
                        .mapToObj(value -> new Point(creators, value))).toList();
                lines.put(kind.replace('_', ' ') + ", " + percentile.replace("_ms", ""), points);
            }
        }
        return new SvgPlot("Latency of a search over HTTP, one connection", "ms", lines);
    }

    private SvgPlot weights() {
        Map<String, List<Point>> lines = memory.stream().sorted(Comparator.comparingDouble(line -> line.number("creators")))
                .collect(Collectors.groupingBy(line -> line.text("what").replace('_', ' '), LinkedHashMap::new,
                        Collectors.mapping(line -> new Point(line.number("creators"), line.number("bytes") / 1e6), Collectors.toList())));
        return new SvgPlot("Memory against the size of the catalogue", "MB", lines);
    }

    private double value(int creators, String kind, int connections, String column) {
        return median(creators, kind, connections, column).orElseThrow();
    }

    private OptionalDouble median(int creators, String kind, int connections, String column) {
        double[] values = load.stream().filter(line -> (int) line.number("creators") == creators && line.text("kind").equals(kind)
                && (int) line.number("connections") == connections).mapToDouble(line -> line.number(column)).sorted().toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[values.length / 2]);
    }

    private OptionalDouble bytes(int creators, String what) {
        return memory.stream().filter(line -> (int) line.number("creators") == creators && line.text("what").equals(what))
                .mapToDouble(line -> line.number("bytes")).findFirst();
    }

    private static OptionalDouble jmh(List<Figures.Line> lines, String method, int creators, RankingBenchmark.Question question) {
        return lines.stream().filter(line -> line.text("Benchmark").endsWith("." + method) && (int) line.number(CREATORS) == creators
                && line.text(QUESTION).equals(question.name())).mapToDouble(line -> line.number("Score")).findFirst();
    }

    private static OptionalDouble ratio(OptionalDouble above, OptionalDouble below) {
        return above.isPresent() && below.isPresent() ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble()) : OptionalDouble.empty();
    }

    private static int most(List<Figures.Line> lines, String column) {
        return lines.stream().mapToInt(line -> (int) line.number(column)).max().orElse(0);
    }

    private static TreeSet<Integer> sizesOf(List<Figures.Line> lines) {
        return lines.stream().map(line -> (int) line.number("creators")).collect(Collectors.toCollection(TreeSet::new));
    }
}
