package io.tastemaker.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own on the class path of the tests, so that it can be killed, stopped and continued for real. */
final class ChildProgram implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private ChildProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a main class; what it prints and logs is kept in a file of the directory. */
    static ChildProgram start(Path directory, Class<?> main, List<String> options, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(directory, "child-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile())
                    .redirectError(output.resolveSibling(output.getFileName() + ".log").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("TASTEMAKER_") || name.startsWith("STRIPE_"));
            builder.environment().putAll(environment);
            return new ChildProgram(builder.start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The server on a data directory, as './run' starts it. */
    static ChildProgram serve(Path directory, String... options) {
        return start(directory, Main.class, List.of(options), environment(directory), "serve");
    }

    /** A port that nobody listens on now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Map<String, String> environment(Path directory) {
        return Map.of("TASTEMAKER_DATA_DIR", directory.resolve("data").toString(), "TASTEMAKER_HTTP_PORT", "0",
                "TASTEMAKER_JOB_LEASE_SECONDS", "3");
    }

    /** The first printed line that has the text; waits for it. */
    String line(String text) {
        return Patience.until("'" + text + "' from the program", TO_START, () -> {
            Optional<String> found = printed().stream().filter(line -> line.contains(text)).findFirst();
            if (found.isEmpty() && !process.isAlive()) {
                throw new AssertionError("the program ended with " + process.exitValue() + ":\n" + log());
            }
            return found;
        });
    }

    /** Where the server listens; waits until it does. */
    String address() {
        return line("API  ").strip().split("\\s+")[1].replace("/api/v1", "");
    }

    List<String> printed() {
        return lines(output);
    }

    String log() {
        return String.join("\n", printed()) + "\n" + String.join("\n", lines(output.resolveSibling(output.getFileName() + ".log")));
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    /** Sends a signal, such as STOP, CONT or TERM. */
    void signal(String name) {
        try {
            if (new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor() != 0) {
                throw new AssertionError("SIG" + name + " was not sent");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end; gives the exit status. */
    int ended(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still alive after " + atMost + ":\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The greatest amount of memory it ever held, in megabytes; Linux only, 0 elsewhere. */
    long peakMegabytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return !Files.isReadable(status) ? 0 : lines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
