package io.tastemaker.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The program under load over HTTP, as a process of its own: fresh searches against the same ranked in PostgreSQL, cached ones against a
 * route that gives the same bytes, and a mixture with and without an import. What is compared takes turns in slices of some seconds, so
 * that a drift of the machine meets both sides.
 */
public final class LoadRun {

    static final long SEED = 20_260_901;

    private static final int MANY = 64;
    private static final int[] CONNECTIONS = {1, 8, MANY};
    private static final int ASKED_BOTH = 40;
    private static final int ROWS_PER_SECOND = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    /** A server is warm when some slices in a row are hardly faster than the fastest before, at the earliest after a minute: it compiles. */
    private static final double HARDLY_FASTER = 1.05;
    private static final int SLICES_IN_A_ROW = 3;
    private static final Duration LEAST_TIME_OF_WARM_UP = Duration.ofMinutes(1);
    private static final int MOST_SLICES_OF_WARM_UP = 40;
    private static final Duration SLICE_OF_WARM_UP = Duration.ofSeconds(5);
    private static final Pattern CREATOR = Pattern.compile("\"creator_id\":\"([0-9a-f-]{36})\"");

    private final int creators;
    private final Duration time;
    private final int slices;
    private final boolean isOfFreshOnesAlone;
    private final Figures load;
    private final Figures memory;

    private LoadRun(Path folder, int creators, Duration time, int slices, boolean isOfFreshOnesAlone) {
        this.creators = creators;
        this.time = time;
        this.slices = slices;
        this.isOfFreshOnesAlone = isOfFreshOnesAlone;
        this.load = Figures.load(folder);
        this.memory = Figures.memory(folder);
    }

    /** What is measured: a name for the figures, a server, and what it is asked. */
    private record Side(String kind, InetSocketAddress server, Supplier<byte[]> requests) {
        LoadSlice slice(int connections, Duration time) throws IOException {
            return LoadSlice.of(server, connections, time, requests);
        }
    }

    /**
     * Measures.
     *
     * @param arguments the folder for the figures, how many creators, the seconds of a slice, how many slices, and {@code fresh} where
     *         fresh searches are all that is wanted, with nothing beside them
     * @throws Exception when anything fails, or the answers differ
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("tastemaker.log.level", "WARN");
        new LoadRun(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Duration.ofSeconds(Integer.parseInt(arguments[2])),
                Integer.parseInt(arguments[3]), arguments.length > 4 && arguments[4].equals("fresh")).run();
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        try (ScratchDirectory store = new ScratchDirectory()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            String list = store.file("sample.csv").toString();
            System.out.println(ServerProcess.command(store.environment(), "sample", "--creators", String.valueOf(creators), "--out", list));
            System.out.println(ServerProcess.command(store.environment(), "import", list, "--team", "operator"));
            String key = ServerProcess.command(store.environment(), "key", "add", "--team", "operator"); // operators pay nothing
            Requests requests = new Requests(new SearchQuestions(SEED), key);
            try (ServerProcess program = ServerProcess.program(store.environment())) {
                if (isOfFreshOnesAlone) {
                    alone(new Side("fresh", program.address(), requests.fresh()));
                    memory.add(creators, "resident", program.resident());
                    return;
                }
                try (ServerProcess sql = ServerProcess.of(SqlServer.class, store.environment(), String.valueOf(creators))) {
                    Side fresh = new Side("fresh", program.address(), requests.fresh());
                    Side inSql = new Side("fresh_in_sql", sql.address(), requests.fresh());
                    for (int i = 0; i < ASKED_BOTH; i++) {
                        demandEqual(fresh.slice(1, Duration.ZERO), inSql);
                    }
                    compare(fresh, inSql, slice -> demandEqual(slice, inSql));
                }
                Side cached = new Side("cached", program.address(), requests.cached());
                Path answer = Files.write(store.file("answer.json"), answer(cached));
                try (ServerProcess bare = ServerProcess.of(BareServer.class, store.environment(), answer.toString(), key)) {
                    compare(cached, new Side("bare", bare.address(), requests.cached(BareServer.PATH_ON_SERVER)), slice -> { });
                }
                memory.add(creators, "resident", program.resident());
                compare(new Side("mixed", program.address(), requests.mixed()), new ImportStream(program, key, ROWS_PER_SECOND, creators, today));
                memory.add(creators, "resident_after_import", program.resident());
            }
        }
    }

    /** Looks at what was answered to one side. */
    private interface Check {
        void of(LoadSlice slice) throws IOException;
    }

    private static void warmUp(Side side) throws IOException {
        long begun = System.nanoTime();
        double best = 0;
        int inARow = 0;
        for (int slice = 1; slice <= MOST_SLICES_OF_WARM_UP
                && (inARow < SLICES_IN_A_ROW || System.nanoTime() - begun < LEAST_TIME_OF_WARM_UP.toNanos()); slice++) {
            double rate = side.slice(MANY, SLICE_OF_WARM_UP).rate();
            inARow = rate > HARDLY_FASTER * best ? 0 : inARow + 1;
            best = Math.max(best, rate);
        }
    }

    private void alone(Side side) throws IOException {
        warmUp(side);
        for (int connections : CONNECTIONS) {
            side.slice(connections, WARM_UP);
            for (int slice = 1; slice <= slices; slice++) {
                report(side.kind(), connections, slice, side.slice(connections, time), 0);
            }
        }
    }

    private void compare(Side one, Side other, Check check) throws IOException {
        warmUp(one);
        warmUp(other);
        for (int connections : CONNECTIONS) {
            one.slice(connections, WARM_UP);
            other.slice(connections, WARM_UP);
            for (int slice = 1; slice <= slices; slice++) {
                LoadSlice ones = one.slice(connections, time);
                check.of(ones);
                report(one.kind(), connections, slice, ones, 0);
                report(other.kind(), connections, slice, other.slice(connections, time), 0);
            }
        }
    }

    private void compare(Side alone, ImportStream imports) throws IOException, InterruptedException, ExecutionException {
        warmUp(alone);
        for (int connections : CONNECTIONS) {
            alone.slice(connections, WARM_UP);
            for (int slice = 1; slice <= slices; slice++) {
                report(alone.kind(), connections, slice, alone.slice(connections, time), 0);
                ImportStream.During during = imports.during(() -> alone.slice(connections, time));
                report(alone.kind() + "_while_importing", connections, slice, during.slice(), during.rowsPerSecond());
            }
        }
    }

    private void report(String kind, int connections, int number, LoadSlice slice, double imported) throws IOException {
        double p50 = slice.latencies().percentile(50) / 1e6;
        double p99 = slice.latencies().percentile(99) / 1e6;
        load.add(creators, kind, connections, number, slice.rate(), p50, p99, slice.refused(), imported);
        System.out.printf(Locale.ROOT, "%,10d creators  %-22s %3d connections  %,10.0f/s  p50 %8.3f ms  p99 %8.3f ms  %d refused%s%n", creators, kind,
                connections, slice.rate(), p50, p99, slice.refused(), imported > 0 ? String.format(Locale.ROOT, "  %,.0f rows/s", imported) : "");
    }

    /** The other side must give the same creators in the same order. */
    private static void demandEqual(LoadSlice slice, Side other) throws IOException {
        for (LoadSlice.Exchange exchange : slice.samples()) {
            List<String> here = ids(exchange.answer());
            List<String> there = ids(LoadSlice.one(other.server(), exchange.request()));
            if (!here.equals(there)) {
                throw new IllegalStateException("the answers differ: " + new String(exchange.request(), StandardCharsets.UTF_8) + "\n" + here
                        + "\n" + there);
            }
        }
    }

    private static List<String> ids(byte[] answer) {
        return CREATOR.matcher(new String(answer, StandardCharsets.UTF_8)).results().map(MatchResult::group).toList();
    }

    private static byte[] answer(Side side) throws IOException {
        return LoadSlice.one(side.server(), side.requests().get());
    }
}
