package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.application.identity.out.Teams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A migrated database for one test class: a copy of a template on the one server that all tests of this JVM share. */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final int CONNECTIONS = 8;
    private static final AtomicInteger COPIES = new AtomicInteger();

    /** Started with the first test, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            try {
                Path directory = Files.createTempDirectory(Path.of("target"), "postgres-");
                EmbeddedDatabase database = EmbeddedDatabase.open(
                        directory, Path.of("target/postgres-programs"),
                        Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "100"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    database.close();
                    deleteAll(directory);
                }));
                Database.open(database.address(), 1).close();
                return database;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static void deleteAll(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final int connections;
    private String name;
    private Database database;
    private JooqTransactions transactions;
    private JooqPlatformTransactions platformTransactions;
    private AcrossTeams acrossTeams;

    private TestDatabase(int connections) {
        this.connections = connections;
    }

    public static TestDatabase fresh() {
        return new TestDatabase(CONNECTIONS);
    }

    public static TestDatabase withConnections(int connections) {
        return new TestDatabase(connections);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        name = "test_" + COPIES.incrementAndGet();
        asSuperuser("postgres", "create database " + name + " template tastemaker owner tastemaker_owner");
        database = Database.connect(address(), connections, "");
        transactions = new JooqTransactions(database.app());
        platformTransactions = new JooqPlatformTransactions(database.platform());
        acrossTeams = new AcrossTeams(database.platform());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
        asSuperuser("postgres", "drop database " + name + " with (force)");
    }

    public DatabaseAddress address() {
        return Server.RUNNING.access().address(name);
    }

    DatabaseAddress.Login superuser() {
        return Server.RUNNING.access().superuser();
    }

    public Database database() {
        return database;
    }

    public JooqTransactions transactions() {
        return transactions;
    }

    public JooqPlatformTransactions platformTransactions() {
        return platformTransactions;
    }

    /** Teams that are added in a transaction of their own, for tests that are about something else. */
    public Teams teams() {
        return TeamsOnTheirOwn.of(platformTransactions);
    }

    public AcrossTeams acrossTeams() {
        return acrossTeams;
    }

    /** Runs a statement in the test's database with every right. */
    public void asSuperuser(String sql) {
        asSuperuser(name, sql);
    }

    /** Runs a statement with every right, looks at what came of it, and takes it back. */
    public <T> T asSuperuserInVain(String sql, Function<DSLContext, T> look) {
        try (Connection connection = Server.RUNNING.access().connect(name); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            T seen = look.apply(Jooq.on(connection, Jooq.configuration()));
            connection.rollback();
            return seen;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void asSuperuser(String database, String sql) {
        try (Connection connection = Server.RUNNING.access().connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
