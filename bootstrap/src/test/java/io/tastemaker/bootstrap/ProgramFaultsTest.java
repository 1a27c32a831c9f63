package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a process that is killed and stopped. {@code -Dfaults.rows=1000000 -Dfaults.kills=0} measures a large import alone;
 * {@code -Dfaults.seed} kills at other moments.
 */
@Tag("faults")
class ProgramFaultsTest {

    private static final int ROWS = Integer.getInteger("faults.rows", 60_000);
    private static final int KILLS = Integer.getInteger("faults.kills", 3);
    private static final long SEED = Long.getLong("faults.seed", 20_261_120);
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final String OPTIONS = "{}";

    @TempDir
    Path directory;

    @Test
    @Timeout(1_500)
    void an_import_survives_kills_and_counts_no_row_twice() {
        Path list = list();
        SplittableRandom random = new SplittableRandom(SEED);
        ChildProgram program = ChildProgram.serve(directory, "-Xmx256m");
        try {
            String key = key(program);
            Api api = new Api(program.address(), key);
            long begun = System.nanoTime();
            String report = api.importList(list, OPTIONS);
            for (int kill = 1; kill <= KILLS; kill++) {
                long moment = (long) ROWS / (KILLS + 1) * kill - random.nextInt(ROWS / 10);
                progressed(api, report, moment);
                program.kill();
                program = ChildProgram.serve(directory, "-Xmx256m");
                api = new Api(program.address(), key);
            }
            JsonNode done = finished(api, report);
            double seconds = (System.nanoTime() - begun) / 1e9;
            long again = System.nanoTime();
            JsonNode repeated = finished(api, api.importList(list, OPTIONS));
            double secondsAgain = (System.nanoTime() - again) / 1e9;

            System.out.printf("Import of %d rows with -Xmx256m and %d kills of the program:"
                            + " %.1f s (%.0f rows a second, starts included), %s;"
                            + " again: %.1f s (%.0f rows a second), %s; peak memory of the last program %d MB (seed %d)%n",
                    ROWS, KILLS, seconds, ROWS / seconds, done.get("rows"), secondsAgain, ROWS / secondsAgain, repeated.get("rows"),
                    program.peakMegabytes(), SEED);
            assertThat(done.get("status").asText()).as(done.toString()).isEqualTo("succeeded");
            assertThat(rows(done, "read")).isEqualTo(ROWS);
            assertThat(rows(done, "created")).as("seed " + SEED).isEqualTo(distinct(list));
            assertThat(sum(done)).isEqualTo(ROWS);
            assertThat(rows(repeated, "created")).isZero();
            assertThat(rows(repeated, "updated")).isZero();
            assertThat(rows(repeated, "unchanged")).isEqualTo(distinct(list));
        } finally {
            end(program);
        }
    }

    @Test
    @Timeout(300)
    void a_stop_gives_the_running_import_back_and_the_next_start_finishes_it() {
        Path list = list();
        ChildProgram program = ChildProgram.serve(directory);
        try {
            String key = key(program);
            Api api = new Api(program.address(), key);
            String report = api.importList(list, OPTIONS);
            progressed(api, report, ROWS / 10);
            long begun = System.nanoTime();
            program.signal("TERM");
            program.signal("TERM");
            int status = program.ended(Duration.ofSeconds(25));
            long taken = (System.nanoTime() - begun) / 1_000_000;
            try (JobQueue queue = new JobQueue(directory.resolve("data/database"), SEED)) {
                assertThat(queue.ask("count(*) from operations.job where status = 'queued' and attempts = 0 and progress_done > 0"))
                        .as("given back with its progress and without a lost attempt:\n" + program.log()).isOne();
            }
            program = ChildProgram.serve(directory);
            JsonNode done = finished(new Api(program.address(), key), report);
            System.out.printf("SIGTERM twice while an import runs: ended with %d after %d ms;"
                    + " job queued again, no attempt lost; next start: %s%n",
                    status, taken, done.get("rows"));
            assertThat(rows(done, "created")).isEqualTo(distinct(list));
            assertThat(sum(done)).isEqualTo(ROWS);
        } finally {
            end(program);
        }
    }

    @Test
    @Timeout(120)
    void a_command_works_beside_a_running_server() {
        ChildProgram program = ChildProgram.serve(directory);
        try {
            Api first = new Api(program.address(), key(program));
            long begun = System.nanoTime();
            try (ChildProgram command = ChildProgram.start(directory, Main.class, List.of(), ChildProgram.environment(directory),
                    "key", "add")) {
                String made = command.line("tmk_").strip();
                assertThat(command.ended(Duration.ofSeconds(20))).isZero();
                long taken = (System.nanoTime() - begun) / 1_000_000;
                assertThat(new Api(program.address(), made).get("/jobs").statusCode()).isEqualTo(200);
                assertThat(first.get("/jobs").statusCode()).as("the server goes on").isEqualTo(200);
                System.out.printf("Second program on one data directory: 'key add' took %d ms,"
                        + " its key works on the running server%n", taken);
            }
        } finally {
            end(program);
        }
    }

    /** In an orderly way, so that the database ends too. */
    private static void end(ChildProgram program) {
        try (program) {
            if (program.isAlive()) {
                program.signal("TERM");
                program.ended(Duration.ofSeconds(40));
            }
        }
    }

    private static String key(ChildProgram program) {
        return program.line("  tmk_").strip();
    }

    private Path list() {
        try {
            Path file = directory.resolve("list.csv");
            WriteSample.write(file, ROWS, SEED, LocalDate.of(2026, 6, 30));
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long distinct(Path list) {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.skip(1).map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1))).distinct().count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void progressed(Api api, String report, long rows) {
        Patience.until("row " + rows, LONG, () -> Optional.of(Api.tree(api.get(report)))
                .filter(shown -> shown.at("/progress/done").asLong() >= rows));
    }

    private static JsonNode finished(Api api, String report) {
        return Patience.until("the end of the import", LONG, () -> Optional.of(Api.tree(api.get(report)))
                .filter(shown -> shown.get("finished_at").isTextual()));
    }

    private static long rows(JsonNode report, String what) {
        return report.at("/rows/" + what).asLong();
    }

    private static long sum(JsonNode report) {
        return Stream.of("created", "updated", "unchanged", "duplicate", "rejected").mapToLong(what -> rows(report, what)).sum();
    }
}
