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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An embedded database in a directory of its own, gone afterwards, with the program's commands and servers on it. */
final class ScratchStore implements AutoCloseable {

    private final ScratchDirectory directory = new ScratchDirectory();
    private final Optional<EmbeddedDatabase> database;

    ScratchStore() throws IOException {
        this(true);
    }

    /** One whose database each command starts and stops. */
    static ScratchStore atRest() throws IOException {
        return new ScratchStore(false);
    }

    private ScratchStore(boolean running) throws IOException {
        this.database = running ? Optional.of(EmbeddedDatabase.startOrAttach(directory.file("database"))) : Optional.empty();
    }

    DatabaseAddress address() {
        return database.orElseThrow().address();
    }

    /** The settings of a program that works here. */
    Map<String, String> environment() {
        return directory.environment();
    }

    Path file(String name) {
        return directory.file(name);
    }

    /** Runs a command of the program; gives what it says. */
    String run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Main.run(List.of(arguments), directory.environment(), out, out);
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + ": " + said.toString(StandardCharsets.UTF_8));
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    Server serve(Ranker ranker) {
        return Server.start(directory.environment(), ranker);
    }

    @Override
    public void close() throws IOException {
        database.ifPresent(EmbeddedDatabase::close);
        directory.close();
    }
}
