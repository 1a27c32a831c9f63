package io.tastemaker.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes invented creators as a CSV. */
record WriteSample() implements Command {

    private static final long CREATORS = 5_000;
    private static final long SEED = 1;

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public String usage() {
        return "sample [--creators N] [--seed N] [--out FILE]";
    }

    @Override
    public String summary() {
        return "writes N synthetic creators (5000) as a CSV, to sample-creators.csv unless --out says otherwise; the same seed gives the same";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("creators", "seed", "out"));
        long creators = given.count("creators").orElse(CREATORS);
        long seed = given.count("seed").orElse(SEED);
        Path file = Path.of(given.option("out").orElse("sample-creators.csv"));
        given.check(0);
        try {
            write(file, creators, seed, LocalDate.now(ZoneOffset.UTC));
        } catch (IOException failure) {
            throw new Failed("cannot write " + file + ": " + failure, failure);
        }
        out.println("Wrote " + creators + " synthetic creators to " + file);
        return 0;
    }

    static void write(Path file, long creators, long seed, LocalDate today) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            line(writer, SampleCreators.HEADER);
            for (Iterator<List<String>> rows = new SampleCreators(seed, today).rows(creators).iterator(); rows.hasNext(); ) {
                line(writer, rows.next());
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** No cell of the sample has a comma, a quotation mark or a line break. */
    private static void line(Writer writer, List<String> cells) throws IOException {
        writer.write(String.join(",", cells));
        writer.write("\r\n");
    }
}
