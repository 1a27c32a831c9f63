package io.tastemaker.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, under the options that the start script gives the program. */
final class ServerProcess implements AutoCloseable {

    private static final String ADDRESS = "  API ";

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** The program, as everybody starts it. */
    static ServerProcess program(Map<String, String> environment) throws IOException {
        return start(List.of("./run", "serve"), environment);
    }

    /** Runs a command of the program; gives what it says. */
    static String command(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./run"));
        command.addAll(List.of(arguments));
        return said(command, environment).strip();
    }

    /** A server of this module. */
    static ServerProcess of(Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
        String home = System.getProperty("java.home");
        List<String> command = new ArrayList<>(List.of(Path.of(home, "bin", "java").toString()));
        command.addAll(said(List.of("./bootstrap/java-options", home), Map.of()).lines().toList());
        command.addAll(List.of("-Dtastemaker.log.level=WARN", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(command, environment);
    }

    /** What a server says when it is ready. */
    static void ready(String address) {
        System.out.println(ADDRESS + address);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    URI url(String path) {
        return address.resolve(path);
    }

    /** The memory it holds now, in bytes. */
    long resident() throws IOException {
        return Long.parseLong(said(List.of("ps", "-o", "rss=", "-p", String.valueOf(process.pid())), Map.of()).strip()) * 1_024;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static ServerProcess start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(ADDRESS)) {
                Thread.ofVirtual().start(() -> forget(out));
                return new ServerProcess(process, URI.create(line.substring(ADDRESS.length()).strip()).resolve("/"));
            }
        }
        throw new IllegalStateException(String.join(" ", command) + " ended before it was ready");
    }

    /** Reads on, so that the process can write. */
    private static void forget(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String said(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
