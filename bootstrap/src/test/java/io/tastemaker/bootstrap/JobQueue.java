package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.identity.JooqTeams;
import io.tastemaker.adapters.persistence.operations.JooqJobs;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.adapters.persistence.shared.DatabaseAddress;
import io.tastemaker.adapters.persistence.shared.EmbeddedDatabase;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.TimeOrderedIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The database of a data directory, run by the test, with a queue to fill and every job to be looked at. */
final class JobQueue implements AutoCloseable {

    private final EmbeddedDatabase embedded;
    private final Database database;
    private final JooqTransactions transactions;
    private final JooqJobs jobs;
    private final JooqPlatformTransactions platform;
    private final TimeOrderedIds ids;

    JobQueue(Path directory, long seed) {
        embedded = EmbeddedDatabase.startOrAttach(directory);
        database = Database.open(embedded.address(), 4);
        transactions = new JooqTransactions(database.app());
        AcrossTeams acrossTeams = new AcrossTeams(database.platform());
        jobs = new JooqJobs(transactions, acrossTeams);
        InstantSource clock = InstantSource.system();
        ids = new TimeOrderedIds(clock, new SplittableRandom(seed));
        platform = new JooqPlatformTransactions(database.platform());
    }

    /** A table that takes an effect twice, and says so. */
    void withEffects() {
        execute(embedded.address().owner(), "create schema faults;"
                + "create table faults.effect (job_id uuid not null, worker bigint not null);"
                + "grant usage on schema faults to tastemaker_app; grant insert on faults.effect to tastemaker_app");
    }

    TeamId team(String name) {
        Team team = Team.begin(new TeamId(ids.next()), name, Instant.now());
        platform.run(new Actor.Operator("test", TeamId.CATALOGUE), "test", () -> new JooqTeams(platform).add(team));
        return team.id();
    }

    /** Adds jobs, a thousand in one transaction. */
    List<JobId> add(TeamId team, String kind, Map<String, String> input, int count) {
        List<JobId> added = IntStream.range(0, count).mapToObj(number -> new JobId(ids.next())).toList();
        for (int from = 0; from < count; from += 1_000) {
            List<JobId> part = added.subList(from, Math.min(count, from + 1_000));
            transactions.alone(team, sql -> {
                part.forEach(id -> jobs.add(Job.queued(id, team, kind, "test", input, Instant.now())));
                return part;
            });
        }
        return added;
    }

    Job job(TeamId team, JobId id) {
        return transactions.reading(team, sql -> jobs.find(id).orElseThrow());
    }

    /** Asks about all jobs of all teams, or about the effects. */
    long ask(String question) {
        DatabaseAddress.Login login = question.contains("faults.effect") ? embedded.address().owner() : embedded.address().platform();
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select " + question)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(question, failure);
        }
    }

    private void execute(DatabaseAddress.Login login, String sql) {
        try (Connection connection = connect(login); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private Connection connect(DatabaseAddress.Login login) throws SQLException {
        return DriverManager.getConnection(embedded.address().url(), login.user(), login.password());
    }

    @Override
    public void close() {
        database.close();
        embedded.close();
    }
}
