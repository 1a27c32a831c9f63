package io.tastemaker.benchmarks;

import io.tastemaker.adapters.persistence.shared.DatabaseAddress;
import io.tastemaker.application.matching.Ranker;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Factor;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.SegmentBuilder;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Ranks in PostgreSQL: the score as an expression of integers, {@code order by score desc, id limit n}. Everything that favours SQL is
 * granted: a narrow table of its own with what does not depend on the question worked out beforehand (engagement mark, logarithm of the
 * followers, world region, categories as bits), an index for every filter, connections of its own without transactions, prepared
 * statements, no row-level security, neither the total nor the number excluded, and no row more than the page has. Only shared creators.
 */
final class SqlRanker implements Ranker, AutoCloseable {

    /** How many rows are read: the page that is asked for. */
    static final int ROWS = 20;

    private static final int ROWS_AT_ONCE = 5_000;

    private static final String TABLE = """
            create schema benchmark;
            create table benchmark.ranked (
                id uuid primary key,
                platform text collate "C" not null,
                followers integer,
                decades integer not null,
                engagement_rate integer,
                engagement_mark integer not null,
                categories text[],
                category_bits bit(64) not null,
                category_count integer not null,
                country text collate "C",
                place text collate "C",
                world_region text collate "C",
                last_post_on date
            );
            grant usage on schema benchmark to tastemaker_app;
            grant select on benchmark.ranked to tastemaker_app;
            """;

    private static final String INDEXES = """
            create index on benchmark.ranked (platform, followers);
            create index on benchmark.ranked (platform, country, followers);
            create index on benchmark.ranked (platform, place, followers);
            create index on benchmark.ranked (followers);
            create index on benchmark.ranked (engagement_rate);
            create index on benchmark.ranked (last_post_on);
            create index on benchmark.ranked using gin (categories);
            """;

    private static final int CONNECTIONS = 8;

    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);

    private SqlRanker(DatabaseAddress address) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            idle.add(connect(address.url(), address.app()));
        }
    }

    /** Makes the table from a catalogue and connects as the role that serves the teams. */
    static SqlRanker of(DatabaseAddress address, Catalogue catalogue) throws SQLException {
        try (Connection owner = connect(address.url(), address.owner())) {
            execute(owner, TABLE);
            owner.setAutoCommit(false);
            fill(owner, catalogue);
            owner.commit();
            owner.setAutoCommit(true);
            execute(owner, INDEXES);
            execute(owner, "vacuum (analyze) benchmark.ranked");
            execute(owner, "vacuum (analyze) creators.creator");
        }
        return new SqlRanker(address);
    }

    @Override
    public Ranking rank(TeamId team, Catalogue catalogue, SearchCriteria criteria) {
        RankingSql question = RankingSql.of(criteria, ROWS);
        Connection connection = take();
        try {
            return rank(team, catalogue, criteria, question, connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(question.text(), failure);
        } finally {
            idle.add(connection);
        }
    }

    private Ranking rank(TeamId team, Catalogue catalogue, SearchCriteria criteria, RankingSql question, Connection connection)
            throws SQLException {
        SegmentBuilder rows = new SegmentBuilder(TeamId.CATALOGUE);
        StringBuilder scores = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement(question.text())) {
            for (int i = 0; i < question.values().size(); i++) {
                bind(statement, i + 1, question.values().get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    CreatorId id = new CreatorId(found.getObject(1, UUID.class));
                    scores.append(id).append(' ').append(BigDecimal.valueOf(found.getLong(2), 6)).append('\n');
                    rows.add(catalogue.find(id).orElseThrow());
                }
            }
        }
        Ranking ranking = Ranking.of(team, Catalogue.of(catalogue.version(), rows.build()), criteria);
        StringBuilder expected = new StringBuilder();
        ranking.page(0, ROWS).forEach(entry -> expected.append(entry.candidate().id()).append(' ').append(entry.score().total()).append('\n'));
        if (!expected.toString().contentEquals(scores)) {
            throw new IllegalStateException("SQL scores\n" + scores + "and the scorer\n" + expected + "for\n" + criteria.canonical());
        }
        return ranking;
    }

    private Connection take() {
        try {
            return idle.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the database calls itself. */
    String version() throws SQLException {
        Connection connection = take();
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery("show server_version")) {
            found.next();
            return found.getString(1);
        } finally {
            idle.add(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof String[] texts) {
            statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
        } else {
            statement.setObject(index, value);
        }
    }

    private static void fill(Connection owner, Catalogue catalogue) throws SQLException {
        Ranking everybody = Ranking.of(catalogue, SearchCriteria.on(catalogue.version().at().atZone(java.time.ZoneOffset.UTC).toLocalDate()));
        try (PreparedStatement insert = owner.prepareStatement(
                "insert into benchmark.ranked values (?, ?, ?, ?, ?, ?, ?, cast(? as bit(64)), ?, ?, ?, ?, ?)")) {
            for (int offset = 0; offset < everybody.total(); offset += ROWS_AT_ONCE) {
                for (Ranking.Entry entry : everybody.page(offset, ROWS_AT_ONCE)) {
                    row(owner, insert, entry);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static void row(Connection owner, PreparedStatement insert, Ranking.Entry entry) throws SQLException {
        Candidate candidate = entry.candidate();
        Optional<Set<Category>> categories = candidate.categories().map(Observed::value);
        Optional<Place> place = candidate.location().map(Observed::value);
        insert.setObject(1, candidate.id().value());
        insert.setString(2, candidate.platform().code());
        insert.setObject(3, candidate.followers().map(known -> known.value().intValue()).orElse(null), Types.INTEGER);
        insert.setInt(4, candidate.followers().map(known -> RankingSql.decades(known.value())).orElse(-1));
        insert.setObject(5, candidate.engagementRate().map(Observed::value).map(EngagementRate::millionths).orElse(null), Types.INTEGER);
        insert.setInt(6, entry.score().of(Factor.ENGAGEMENT).normalized().movePointRight(6).intValueExact());
        insert.setArray(7, categories.isEmpty() ? null
                : owner.createArrayOf("text", categories.get().stream().map(Coded::code).toArray()));
        insert.setString(8, RankingSql.bits(categories.orElse(Set.of())));
        insert.setInt(9, categories.map(Set::size).orElse(0));
        insert.setString(10, place.map(Place::country).orElse(null));
        insert.setString(11, place.map(Place::code).orElse(null));
        insert.setString(12, place.map(known -> known.worldRegion().code()).orElse(null));
        insert.setObject(13, candidate.lastPostOn().orElse(null), Types.DATE);
    }

    private static Connection connect(String url, DatabaseAddress.Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(url, properties);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
