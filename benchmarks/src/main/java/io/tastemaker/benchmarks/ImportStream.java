package io.tastemaker.benchmarks;

import io.tastemaker.bootstrap.SampleCreators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists of known creators with other numbers, sent to a server one after another: so many rows a second, or as many as it takes. */
final class ImportStream {

    private static final int ROWS_OF_A_LIST = 5_000;
    /** How many creators change, over and over. */
    private static final int KNOWN = 50_000;
    private static final String BOUNDARY = "benchmark";
    private static final Pattern JOB = Pattern.compile("\"job_id\":\"([0-9a-f-]+)\"");
    private static final int FOLLOWERS = SampleCreators.HEADER.indexOf("followers");
    private static final long PAUSE_MILLIS = 20;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServerProcess server;
    private final String key;
    private final int rowsPerSecond;
    private final List<List<String>> known;
    private volatile long sent;

    ImportStream(ServerProcess server, String key, int rowsPerSecond, int creators, LocalDate today) {
        this.server = server;
        this.key = key;
        this.rowsPerSecond = rowsPerSecond;
        this.known = new SampleCreators(SampleCandidates.SEED, today).rows(Math.min(creators, KNOWN)).toList();
    }

    /**
     * A slice of load while lists are imported.
     *
     * @param slice the load
     * @param rowsPerSecond how many rows were really imported
     */
    record During(LoadSlice slice, double rowsPerSecond) {}

    /** Work that gives a slice. */
    interface Load {
        LoadSlice run() throws IOException;
    }

    /** The last list is imported whole, after the slice, so that nothing of it meets the next one. */
    During during(Load load) throws IOException, InterruptedException, ExecutionException {
        long before = sent;
        long begun = System.nanoTime();
        AtomicBoolean going = new AtomicBoolean(true);
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<?> sending = sender.submit(() -> {
                while (going.get()) {
                    importOne();
                }
                return null;
            });
            LoadSlice slice = load.run();
            double rows = (sent - before) / ((System.nanoTime() - begun) / 1e9);
            going.set(false);
            sending.get();
            return new During(slice, rows);
        }
    }

    /** Takes at least the time that its rows may take. */
    private void importOne() throws IOException, InterruptedException {
        long due = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) * ROWS_OF_A_LIST / rowsPerSecond;
        String taken = ask(HttpRequest.newBuilder(server.url("/api/v1/creators/imports")).header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(HttpRequest.BodyPublishers.ofString(list())), 202);
        Matcher job = JOB.matcher(taken);
        if (!job.find()) {
            throw new IllegalStateException("not understood: " + taken);
        }
        URI report = server.url("/api/v1/creators/imports/" + job.group(1));
        while (!ask(HttpRequest.newBuilder(report), 200).contains("\"finished_at\":\"")) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        sent += ROWS_OF_A_LIST;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }

    /** The next creators of the sample, a few followers more than the last time. */
    private String list() {
        long round = sent / ROWS_OF_A_LIST + 1;
        String rows = known.stream().skip(sent % known.size()).limit(ROWS_OF_A_LIST).map(cells -> grown(cells, round))
                .collect(Collectors.joining("\r\n"));
        return part("options", "application/json", "{\"scope\":\"catalogue\"}")
                + part("file\"; filename=\"list.csv", "text/csv", String.join(",", SampleCreators.HEADER) + "\r\n" + rows + "\r\n")
                + "--" + BOUNDARY + "--\r\n";
    }

    private static String grown(List<String> cells, long round) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(FOLLOWERS, Long.toString(round + (cells.get(FOLLOWERS).isEmpty() ? 0 : Long.parseLong(cells.get(FOLLOWERS)))));
        return String.join(",", changed);
    }

    private static String part(String name, String type, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n" + content
                + "\r\n";
    }

    private String ask(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.header("X-Api-Key", key).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
