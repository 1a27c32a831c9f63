package io.tastemaker.benchmarks;

import io.tastemaker.adapters.persistence.shared.DatabaseAddress;
import io.tastemaker.adapters.persistence.shared.EmbeddedDatabase;
import io.tastemaker.application.matching.Ranker;
import io.tastemaker.bootstrap.Main;
import io.tastemaker.bootstrap.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An embedded database in a directory of its own, gone afterwards, with the program's commands and servers on it. */
final class ScratchStore implements AutoCloseable {

    private final Path directory;
    private final Map<String, String> environment;
    private final Optional<EmbeddedDatabase> database;

    ScratchStore() throws IOException {
        this(Files.createTempDirectory("tastemaker-benchmark"), true);
    }

    /** One whose database each command starts and stops. */
    static ScratchStore atRest() throws IOException {
        return new ScratchStore(Files.createTempDirectory("tastemaker-benchmark"), false);
    }

    private ScratchStore(Path directory, boolean running) {
        this.directory = directory;
        this.environment = Map.of("TASTEMAKER_DATA_DIR", directory.toString(), "TASTEMAKER_HTTP_PORT", "0",
                "TASTEMAKER_RATE_SEARCHING", "1000000,1000000");
        this.database = running ? Optional.of(EmbeddedDatabase.startOrAttach(directory.resolve("database"))) : Optional.empty();
    }

    DatabaseAddress address() {
        return database.orElseThrow().address();
    }

    /** The settings of a program that works here. */
    Map<String, String> environment() {
        return environment;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Runs a command of the program; gives what it says. */
    String run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Main.run(List.of(arguments), environment, out, out);
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + ": " + said.toString(StandardCharsets.UTF_8));
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    Server serve(Ranker ranker) {
        return Server.start(environment, ranker);
    }

    @Override
    public void close() throws IOException {
        database.ifPresent(EmbeddedDatabase::close);
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
