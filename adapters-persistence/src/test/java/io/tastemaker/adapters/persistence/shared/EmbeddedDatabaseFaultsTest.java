package io.tastemaker.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database that comes along, when programs are killed. Prints how long it took. */
@Tag("faults")
class EmbeddedDatabaseFaultsTest {

    private static final Path PROGRAMS = Path.of("target/postgres-programs");

    @TempDir
    Path directory;

    /** The program that will be killed: starts the database, migrates it, says so and waits for its end. */
    public static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase embedded = EmbeddedDatabase.open(Path.of(arguments[0]), Path.of(arguments[1]), Map.of());
            Database.open(embedded.address(), 2).close();
            System.out.println("ready");
            System.out.flush();
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    @Test
    @Timeout(120)
    void the_server_of_a_killed_program_is_taken_over() throws Exception {
        Path data = directory.resolve("data");
        Process victim = start(data);
        EmbeddedAccess access = EmbeddedAccess.read(data).orElseThrow();
        victim.destroyForcibly().waitFor();
        assertThat(access.answers()).as("the orphan still answers").isTrue();

        long begun = System.nanoTime();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(data, PROGRAMS, Map.of())) {
            report("start after kill -9 of the program", begun);
            assertThat(database.isAttached()).isFalse();
            try (Database migrated = Database.open(database.address(), 1)) {
                assertThat(migrated.faults()).isEmpty();
                assertThat(migrated.schemaVersion()).isNotBlank();
            }
        }
        assertThat(access.answers()).as("stopped with its program").isFalse();
    }

    @Test
    @Timeout(120)
    void a_killed_server_comes_back_by_itself() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(directory.resolve("data"), PROGRAMS, Map.of());
                Database migrated = Database.open(database.address(), 1)) {
            database.server().running().orElseThrow().destroyForcibly();
            long begun = System.nanoTime();
            Optional<String> answer = Optional.empty();
            while (answer.isEmpty()) {
                try {
                    answer = Optional.of(Database.withConnection(migrated.app(), sql -> sql.fetchSingle("select 'back'").get(0, String.class)));
                } catch (RuntimeException notYet) {
                    Thread.onSpinWait();
                }
            }
            report("back after kill -9 of the server", begun);
            assertThat(answer).contains("back");
        }
    }

    @Test
    @Timeout(120)
    void starting_is_quick() {
        Path data = directory.resolve("data");
        long begun = System.nanoTime();
        try (EmbeddedDatabase first = EmbeddedDatabase.open(data, directory.resolve("programs"), Map.of());
                Database migrated = Database.open(first.address(), 2)) {
            report("first start, unpacking and migrating included", begun);
            assertThat(migrated.faults()).isEmpty();
        }
        begun = System.nanoTime();
        try (EmbeddedDatabase second = EmbeddedDatabase.open(data, directory.resolve("programs"), Map.of());
                Database migrated = Database.open(second.address(), 2)) {
            report("second start, checking the migrations included", begun);
            assertThat(migrated.faults()).isEmpty();
        }
    }

    private static Process start(Path data) throws IOException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                        Victim.class.getName(), data.toString(), PROGRAMS.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = victim.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("ready")) {
                    return victim;
                }
            }
        }
        throw new IOException("the program did not start");
    }

    private static void report(String what, long begun) {
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
    }
}
