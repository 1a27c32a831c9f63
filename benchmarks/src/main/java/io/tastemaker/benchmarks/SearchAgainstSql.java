package io.tastemaker.benchmarks;

import io.tastemaker.adapters.persistence.matching.JooqCatalogues;
import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.bootstrap.Server;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.shared.TeamId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long {@code POST /creators/search} takes, ranked in memory and ranked in PostgreSQL: two servers of one program over one store,
 * with the same use cases, route and settings; one client that asks both each question in turn. The answers must name the same
 * creators with the same scores, question by question, or the measurement stops. Both pay authentication and the search
 * history, and show cards from memory.
 */
public final class SearchAgainstSql {

    private static final long SEED = 20_260_901;
    private static final int WARM_UP = 400;
    private static final int QUESTIONS = 400;
    private static final Pattern CREATOR = Pattern.compile("\"creator_id\":\"([0-9a-f-]{36})\"");
    private static final Pattern SCORE = Pattern.compile("\"score\":\\{\"total\":([0-9.]+)");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String key;
    private final String inMemory;
    private final String inSql;

    private SearchAgainstSql(String key, Server inMemory, Server inSql) {
        this.key = key;
        this.inMemory = inMemory.address();
        this.inSql = inSql.address();
    }

    /**
     * Measures.
     *
     * @param arguments how many creators, 100,000 when left out
     * @throws Exception when anything fails, or the answers differ
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("tastemaker.log.level", "WARN");
        int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (ScratchStore store = new ScratchStore()) {
            String list = store.file("sample.csv").toString();
            System.out.println(store.run("sample", "--creators", String.valueOf(creators), "--out", list));
            System.out.println(store.run("import", list, "--team", "operator"));
            TeamId team = TeamId.CATALOGUE; // operators pay nothing, so that searches are compared and not charges
            String key = store.run("key", "add", "--team", "operator");
            Actor actor = new Actor.Operator("benchmark", team);
            try (Database database = Database.open(store.address(), 2)) {
                JooqCatalogues catalogues = new JooqCatalogues(new JooqTransactions(database.app()), creators);
                try (SqlRanker sql = SqlRanker.of(store.address(), catalogues.current(actor));
                        Server inMemory = store.serve(Ranking::of);
                        Server inSql = store.serve(sql)) {
                    System.out.printf(Locale.ROOT, "%n%,d creators, PostgreSQL %s, Java %s, %d cores, seed %d%n", creators, sql.version(),
                            Runtime.version(), Runtime.getRuntime().availableProcessors(), SEED);
                    new SearchAgainstSql(key, inMemory, inSql).measure(new SearchQuestions(SEED));
                }
            }
        }
    }

    private void measure(SearchQuestions questions) throws Exception {
        ask(questions.campaigns(WARM_UP / 2));
        ask(questions.open(WARM_UP / 2));
        System.out.printf("%-32s %9s | %17s | %17s | %s%n", "", "", "in memory, ms", "in SQL, ms", "median");
        System.out.printf("%-32s %9s | %8s %8s | %8s %8s | %s%n", "question", "asked", "median", "p95", "median", "p95", "ratio");
        report("campaign (with filters)", ask(questions.campaigns(QUESTIONS)));
        report("open (ranks everybody)", ask(questions.open(QUESTIONS / 4)));
    }

    /** The times of one kind of question, by server and by whether it was asked the first time. */
    private record Times(long[] memory, long[] sql, long[] memoryAgain, long[] sqlAgain) {}

    private static void report(String kind, Times times) {
        line(kind + ", fresh", times.memory(), times.sql());
        line("  the same, from cache", times.memoryAgain(), times.sqlAgain());
    }

    private static void line(String kind, long[] memory, long[] sql) {
        System.out.printf(Locale.ROOT, "%-32s %9d | %8.2f %8.2f | %8.2f %8.2f | %.1fx%n", kind, memory.length, percentile(memory, 50) / 1e6,
                percentile(memory, 95) / 1e6, percentile(sql, 50) / 1e6, percentile(sql, 95) / 1e6,
                percentile(sql, 50) / (double) percentile(memory, 50));
    }

    private Times ask(List<String> questions) throws Exception {
        int count = questions.size();
        Times times = new Times(new long[count], new long[count], new long[count], new long[count]);
        for (int i = 0; i < count; i++) {
            String question = questions.get(i);
            boolean memoryFirst = i % 2 == 0;
            String first = timed(memoryFirst ? inMemory : inSql, question, memoryFirst ? times.memory() : times.sql(), i);
            String second = timed(memoryFirst ? inSql : inMemory, question, memoryFirst ? times.sql() : times.memory(), i);
            if (!first.equals(second)) {
                throw new IllegalStateException("the answers differ: " + question + "\n" + first + "\n" + second);
            }
            timed(inMemory, question, times.memoryAgain(), i);
            timed(inSql, question, times.sqlAgain(), i);
        }
        return times;
    }

    /** Asks; gives the creators and their scores in order. */
    private String timed(String server, String question, long[] times, int index) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/v1/creators/search"))
                .header("Content-Type", "application/json").header("X-Api-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(question)).build();
        long start = System.nanoTime();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        times[index] = System.nanoTime() - start;
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " to " + question + ": " + response.body());
        }
        List<String> ids = found(CREATOR, response.body());
        List<String> scores = found(SCORE, response.body());
        if (ids.size() != scores.size() || ids.isEmpty() && !response.body().contains("\"items\":[]")) {
            throw new IllegalStateException("not understood: " + response.body());
        }
        return ids + "\n" + scores;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static long percentile(long[] times, int percent) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
