package io.tastemaker.adapters.persistence.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A PostgreSQL of our own with a durable data directory, for programs that were not given a database.
 * The program that starts it locks the directory; another program or command on the same machine can attach to the running server.
 * A server that outlived a killed program is stopped and started again.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Nothing that was committed is lost when the machine fails. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on", "shared_buffers", "128MB", "max_connections", "60");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedAccess access;
    private final Optional<PostgresServer> server;
    private final Optional<FileChannel> lock;

    private EmbeddedDatabase(EmbeddedAccess access, Optional<PostgresServer> server, Optional<FileChannel> lock) {
        this.access = access;
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts the server of a data directory, or attaches to it when another program runs it.
     *
     * @param directory the data directory; made and filled when it is not there
     * @return the running database
     * @throws UncheckedIOException when it neither starts nor answers
     */
    public static EmbeddedDatabase startOrAttach(Path directory) {
        return open(directory, directory.resolve("programs"), Map.of());
    }

    static EmbeddedDatabase open(Path directory, Path programs, Map<String, String> settings) {
        try {
            PrivateFiles.createDirectory(directory);
            Optional<FileChannel> lock = PrivateFiles.lock(directory.resolve("lock"));
            if (lock.isEmpty()) {
                return attach(directory);
            }
            try {
                return start(directory, programs, settings, lock);
            } catch (IOException | RuntimeException failure) {
                lock.get().close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the database is. */
    public DatabaseAddress address() {
        return access.address(EmbeddedAccess.DATABASE);
    }

    /** Whether another program runs the server. */
    public boolean isAttached() {
        return server.isEmpty();
    }

    EmbeddedAccess access() {
        return access;
    }

    PostgresServer server() {
        return server.orElseThrow();
    }

    /** Stops the server, unless another program runs it. */
    @Override
    public void close() {
        server.ifPresent(PostgresServer::stop);
        lock.ifPresent(channel -> {
            try {
                channel.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static EmbeddedDatabase start(Path directory, Path programs, Map<String, String> settings, Optional<FileChannel> lock)
            throws IOException {
        Path postgres = PostgresBinaries.unpack(programs);
        EmbeddedAccess access = EmbeddedAccess.readOrMake(directory);
        Map<String, String> all = new TreeMap<>(DURABLE);
        all.putAll(settings);
        PostgresServer server = new PostgresServer(postgres, directory, all);
        server.stopOrphan();
        server.initialise(access.superuser());
        EmbeddedAccess current = server.start(access);
        try {
            current.write(directory);
            current.provideDatabase();
        } catch (IOException | RuntimeException failure) {
            server.stop();
            throw failure;
        }
        return new EmbeddedDatabase(current, Optional.of(server), lock);
    }

    /** The program that holds the lock may be about to start the server. */
    private static EmbeddedDatabase attach(Path directory) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<EmbeddedAccess> access = EmbeddedAccess.read(directory);
            if (access.isPresent() && access.get().answers()) {
                return new EmbeddedDatabase(access.get(), Optional.empty(), Optional.empty());
            }
            PostgresServer.pause();
        }
        throw new IOException("another program holds " + directory + ", but its database does not answer");
    }
}
