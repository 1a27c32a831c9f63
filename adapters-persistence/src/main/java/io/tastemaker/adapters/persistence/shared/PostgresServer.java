package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.adapters.persistence.shared.DatabaseAddress.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of an embedded PostgreSQL. It listens on the loopback address only and asks everybody for a password. */
final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration TO_START = Duration.ofSeconds(60); // recovery after a crash takes a while
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Path programs;
    private final Path directory;
    private final Path data;
    private final Map<String, String> settings;
    private volatile Optional<Process> process = Optional.empty();
    private volatile boolean stopping;

    PostgresServer(Path postgres, Path directory, Map<String, String> settings) {
        this.programs = postgres.resolve("bin").toAbsolutePath();
        this.directory = directory.toAbsolutePath();
        this.data = directory.toAbsolutePath().resolve("postgres");
        this.settings = settings;
    }

    /** A server that outlived its killed program still holds the data; end it in an orderly way. */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = running();
        if (orphan.isPresent()) {
            LOG.warn("stopping the database server {} that a killed program left behind", orphan.get().pid());
            end(orphan.get());
        }
    }

    /** Makes an empty data directory, unless there is one. A half-made one from an interrupted start is thrown away. */
    void initialise(Login superuser) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        Path half = directory.resolve("postgres.half");
        deleteAll(half);
        Path password = Files.createTempFile(directory, "password", "");
        try {
            PrivateFiles.write(password, superuser.password());
            List<String> command = command("initdb");
            command.addAll(List.of("--pgdata=" + half, "--username=" + superuser.user(), "--auth=scram-sha-256", "--pwfile=" + password,
                    "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"));
            if ("off".equals(settings.get("fsync"))) {
                command.add("--no-sync");
            }
            run(command);
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server on the port it had before, if that is free, and waits until it answers. */
    EmbeddedAccess start(EmbeddedAccess access) throws IOException {
        EmbeddedAccess current = access.withPort(freePort(access.port()));
        launch(current.port());
        long end = System.nanoTime() + TO_START.toNanos();
        while (!current.answers()) {
            if (!process.orElseThrow().isAlive() || System.nanoTime() > end) {
                stop();
                throw new IOException("the embedded database does not start; see " + log());
            }
            pause();
        }
        return current;
    }

    private void launch(int port) throws IOException {
        List<String> command = command("postgres");
        command.addAll(List.of("-D", data.toString()));
        setting(command, "port", Integer.toString(port));
        setting(command, "listen_addresses", "127.0.0.1");
        setting(command, "unix_socket_directories", "");
        setting(command, "log_checkpoints", "off");
        settings.forEach((name, value) -> setting(command, name, value));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process = Optional.of(started);
        started.onExit().thenRun(() -> restart(port));
    }

    /** A server that was killed comes back by itself. */
    private void restart(int port) {
        if (stopping) {
            return;
        }
        LOG.error("the embedded database server ended unexpectedly; starting it again");
        CompletableFuture.runAsync(() -> {
            try {
                launch(port);
            } catch (IOException failure) {
                LOG.error("the embedded database server cannot be started again", failure);
            }
        }, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    /** Ends the server in an orderly way: open transactions are rolled back, the data directory is clean. */
    void stop() {
        stopping = true;
        try {
            Optional<ProcessHandle> server = running().or(() -> process.map(Process::toHandle));
            if (server.isPresent()) {
                end(server.get());
            }
        } catch (IOException failure) {
            LOG.error("the embedded database server cannot be stopped", failure);
        }
    }

    /** The process of the server on this data directory, whoever started it. */
    Optional<ProcessHandle> running() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                        .filter(handle -> handle.info().command().map(command -> command.contains("postgres")).orElse(false));
    }

    private static void end(ProcessHandle server) throws IOException {
        run(List.of("kill", "-INT", Long.toString(server.pid())));
        try {
            server.onExit().get(TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stuck) {
            LOG.warn("the database server {} does not stop; killing it", server.pid());
            server.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** PostgreSQL refuses to run as root: in a user namespace of its own it is not. */
    private List<String> command(String program) throws IOException {
        List<String> command = new ArrayList<>();
        if (Integer.valueOf(0).equals(Files.getAttribute(directory.resolve("lock"), "unix:uid")) && isLinux()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        return command;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    private Path log() {
        return directory.resolve("postgres.log");
    }

    private static void setting(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + " failed: " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(command.getFirst() + " was interrupted", interrupted);
        }
    }

    private static int freePort(int wanted) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket socket = new ServerSocket(wanted, 1, loopback)) {
            return socket.getLocalPort();
        } catch (java.net.BindException taken) {
            try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
                return socket.getLocalPort();
            }
        }
    }

    static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
