package io.tastemaker.benchmarks;

import io.tastemaker.adapters.persistence.matching.JooqCatalogues;
import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.adapters.persistence.shared.DatabaseAddress;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.matching.out.Texts;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueSegment;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RowSet;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.TextQuestion;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who says a word, as rows of the catalogue: by the index in memory, and by PostgreSQL's own search of texts with an index over a table
 * without policies, whose ids are read and looked up in the catalogue. The texts are twelve words each, the k-th word of a list as often
 * as 1/k. Both must find as many.
 */
public final class TextsAgainstSql {

    private static final int RUNS = 31;
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String CREATORS = """
            insert into creators.creator (team_id, id, version, platform, handle, handle_kind, name, biography, followers, observed, raw)
            select '00000000-0000-0000-0000-000000000001', md5('creator ' || n)::uuid, 1, 'instagram', 'c' || n, 'imported', 'Name ' || n, said,
                   n, '[{"kind": "imported", "source": "sample", "at": "2026-09-01T00:00:00Z", "facts": ["name", "biography", "followers"]}]', '{}'
              from (select n, string_agg('w' || floor(exp(ln(50000) * random()))::int, ' ') as said
                      from generate_series(?::int, ?::int) as n, generate_series(1, 12) group by n) as told""";

    private static final List<String> QUESTIONS = List.of("w30000", "w1000", "w100", "w7", "w1", "w3 w5");

    private TextsAgainstSql() {}

    /**
     * Measures.
     *
     * @param arguments how many creators, 100,000 when left out
     * @throws Exception when anything fails, or the answers differ
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("tastemaker.log.level", "WARN");
        int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (ScratchStore store = new ScratchStore(); Database database = Database.open(store.address(), 2)) {
            fill(store.address(), creators);
            JooqCatalogues catalogues = new JooqCatalogues(new JooqTransactions(database.app()), creators);
            Actor actor = new Actor.Operator("benchmark", TeamId.CATALOGUE);
            long before = used();
            long loading = timeOf(() -> catalogues.current(actor));
            long loaded = used();
            long indexing = timeOf(() -> catalogues.texts(actor));
            System.out.printf(Locale.ROOT, "%,d creators, Java %s: columns %.1f s, %.0f MB; texts %.1f s more, %.0f MB more%n", creators,
                    Runtime.version(), loading / 1e9, (loaded - before) / 1e6, indexing / 1e9, (used() - loaded) / 1e6);
            Texts texts = catalogues.texts(actor);
            long joining = timeOf(() -> find(texts, "w1"));
            System.out.printf(Locale.ROOT, "first question: %.0f ms%n%n", joining / 1e6);
            System.out.printf("%-12s %9s | %12s | %12s %12s | %7s %7s | %12s%n", "words", "creators", "index, ms", "SQL, ms", "with rows", "ratio", "rows", "ranking, ms");
            try (Connection sql = connect(store.address(), store.address().app())) {
                for (String question : QUESTIONS) {
                    measure(texts, sql, question);
                }
            }
        }
    }

    private static void measure(Texts texts, Connection sql, String question) {
        SearchCriteria asked = SearchCriteria.on(SampleCandidates.TODAY).where(new HardFilter.Says(says(question)));
        int total = Ranking.of(texts.catalogue(), asked.answered(texts::saying)).total();
        List<CreatorId> ids = ids(sql, question);
        if (total != ids.size()) {
            throw new IllegalStateException(question + ": " + total + " by the index, " + ids.size() + " by SQL");
        }
        long index = median(() -> find(texts, question));
        long inSql = median(() -> ids(sql, question));
        long withRows = median(() -> rows(texts.catalogue(), ids(sql, question)));
        SearchCriteria answered = asked.answered(texts::saying);
        long ranking = median(() -> Ranking.of(texts.catalogue(), answered));
        System.out.printf(Locale.ROOT, "%-12s %,9d | %12.3f | %12.3f %12.3f | %6.1fx %6.1fx | %12.3f%n", question, total, index / 1e6, inSql / 1e6,
                withRows / 1e6, (double) inSql / index, (double) withRows / index, ranking / 1e6);
    }

    private static TextQuestion says(String words) {
        return new TextQuestion(TextQuestion.Kind.KEYWORDS, Set.of(words));
    }

    private static RowSet find(Texts texts, String words) {
        return texts.saying(says(words));
    }

    private static RowSet rows(Catalogue catalogue, List<CreatorId> ids) {
        RowSet.Collector rows = new RowSet.Collector();
        for (CatalogueSegment segment : catalogue.segments()) {
            for (CreatorId id : ids) {
                int row = segment.find(id);
                if (row >= 0) {
                    rows.of(segment).accept(row);
                }
            }
        }
        return rows.collected();
    }

    private static List<CreatorId> ids(Connection sql, String words) {
        try (PreparedStatement statement = sql.prepareStatement("select id from benchmark.texts where words @@ phraseto_tsquery('simple', ?)")) {
            statement.setString(1, words);
            List<CreatorId> ids = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    ids.add(new CreatorId(found.getObject(1, UUID.class)));
                }
            }
            return ids;
        } catch (SQLException failure) {
            throw new IllegalStateException(words, failure);
        }
    }

    private static void fill(DatabaseAddress address, int creators) throws SQLException {
        try (Connection owner = connect(address, address.owner()); Connection app = connect(address, address.app())) {
            execute(owner, "create schema benchmark", "create table benchmark.texts (id uuid primary key, words tsvector not null)",
                    "grant usage on schema benchmark to tastemaker_app", "grant select, insert on benchmark.texts to tastemaker_app");
            execute(app, "select set_config('app.team_id', '" + TeamId.CATALOGUE.value() + "', false)", "select setseed(0.5)",
                    "set statement_timeout = 0");
            try (PreparedStatement insert = app.prepareStatement(CREATORS)) {
                for (int from = 1; from <= creators; from += ROWS_AT_ONCE) {
                    insert.setInt(1, from);
                    insert.setInt(2, Math.min(creators, from + ROWS_AT_ONCE - 1));
                    insert.executeUpdate();
                }
            }
            execute(app, "insert into benchmark.texts select id, to_tsvector('simple', name || ' ' || handle || ' ' || biography) from creators.creator");
            execute(owner, "create index text_words on benchmark.texts using gin (words)", "vacuum (analyze) benchmark.texts",
                    "vacuum (analyze) creators.creator");
        }
    }

    private static Connection connect(DatabaseAddress address, DatabaseAddress.Login login) throws SQLException {
        return DriverManager.getConnection(address.url(), login.user(), login.password());
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private static long median(Supplier<?> work) {
        long[] times = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            times[i] = timeOf(work);
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static long timeOf(Supplier<?> work) {
        long start = System.nanoTime();
        work.get();
        return System.nanoTime() - start;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
