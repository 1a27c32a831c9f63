package io.tastemaker.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from the start of the process until {@code POST /creators/search} is answered, on a store that was used before:
 * with the file in which the catalogue's columns are kept, and without. Each start is a process of its own that starts the database,
 * asked over and over until it answers.
 */
public final class StartToSearch {

    private static final int STARTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String QUESTION = "{\"limit\":20}";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScratchStore store;
    private final String key;
    private final int port;

    private StartToSearch(ScratchStore store, String key, int port) {
        this.store = store;
        this.key = key;
        this.port = port;
    }

    /**
     * Measures.
     *
     * @param arguments how many creators, 1,000,000 when left out, and what else the virtual machine of the program is told
     * @throws Exception when anything fails
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("tastemaker.log.level", "WARN");
        int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        List<String> options = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        try (ScratchStore store = ScratchStore.atRest()) {
            String list = store.file("sample.csv").toString();
            System.out.println(store.run("sample", "--creators", String.valueOf(creators), "--out", list));
            System.out.println(store.run("import", list, "--team", "operator"));
            String key = store.run("key", "add", "--team", "operator");
            System.out.printf(Locale.ROOT, "%n%,d creators, Java %s, %d cores, %d starts each%n%n", creators, Runtime.version(),
                    Runtime.getRuntime().availableProcessors(), STARTS);
            StartToSearch starts = new StartToSearch(store, key, freePort());
            starts.start(options); // writes the file, and fills the caches of the machine
            System.out.printf("%-32s | %25s | %25s%n", "", "listens, s", "answers a search, s");
            System.out.printf("%-32s | %8s %8s %7s | %8s %8s %7s%n", "", "least", "median", "most", "least", "median", "most");
            starts.report("with the file", options, () -> { });
            starts.report("without", options, () -> Files.delete(store.file("catalogue").resolve("shared.columns")));
        }
    }

    /** Comes before a start. */
    private interface Preparation {
        void run() throws IOException;
    }

    private record Times(long listens, long answers) {}

    private void report(String kind, List<String> options, Preparation before) throws IOException, InterruptedException {
        List<Times> times = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            before.run();
            times.add(start(options));
        }
        long[] listens = times.stream().mapToLong(Times::listens).sorted().toArray();
        long[] answers = times.stream().mapToLong(Times::answers).sorted().toArray();
        System.out.printf(Locale.ROOT, "%-32s | %8.2f %8.2f %7.2f | %8.2f %8.2f %7.2f%n", kind, listens[0] / 1e9, listens[STARTS / 2] / 1e9,
                listens[STARTS - 1] / 1e9, answers[0] / 1e9, answers[STARTS / 2] / 1e9, answers[STARTS - 1] / 1e9);
    }

    /** Starts a program, waits for its answers, and stops it in an orderly way. */
    private Times start(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "io.tastemaker.bootstrap.Main", "serve"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(store.file("program.log").toFile());
        Map<String, String> environment = new HashMap<>(store.environment());
        environment.put("TASTEMAKER_HTTP_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process program = builder.start();
        try {
            HttpRequest.Builder to = HttpRequest.newBuilder();
            long listens = until(program, begun, to.uri(address("/health/live")).GET().build());
            long answers = until(program, begun, to.uri(address("/api/v1/creators/search")).header("Content-Type", "application/json")
                    .header("X-Api-Key", key).POST(HttpRequest.BodyPublishers.ofString(QUESTION)).build());
            return new Times(listens, answers);
        } finally {
            program.destroy();
            if (!program.waitFor(2, TimeUnit.MINUTES)) {
                program.destroyForcibly();
            }
        }
    }

    private long until(Process program, long begun, HttpRequest request) throws IOException, InterruptedException {
        while (program.isAlive() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return System.nanoTime() - begun;
                }
                if (answer.statusCode() < 500) {
                    throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
                }
            } catch (ConnectException notYet) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        throw new IllegalStateException("the program does not answer: " + Files.readString(store.file("program.log")));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
