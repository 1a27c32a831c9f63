package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.adapters.persistence.shared.DatabaseAddress;
import io.tastemaker.adapters.persistence.shared.EmbeddedDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A migrated database of its own for one world, on one embedded server that all worlds of this JVM share. */
final class IsolationDatabase implements AutoCloseable {

    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final String TABLES = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')
               and n.nspname not like 'pg\\_%' order by 1""";

    /** A row without when it was last used: that changes while its own team looks at it. */
    private static final String ROW = "(to_jsonb(row) - 'last_used_at')::text";

    /** Counts attempts per address; that is its purpose, and it belongs to nobody. */
    private static final String THROTTLE = "identity.throttle";

    /** How far the log of the database was written when rows that name something were read. */
    private record Looked(String log, List<String> names) {}

    /** Started with the first world, stopped with the JVM. */
    private static final class Shared {
        static final Path DIRECTORY = directory();
        static final EmbeddedDatabase RUNNING = start();

        private static Path directory() {
            try {
                return Files.createTempDirectory(Path.of("target"), "isolation-").toAbsolutePath();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static EmbeddedDatabase start() {
            EmbeddedDatabase database = EmbeddedDatabase.startOrAttach(DIRECTORY.resolve("database"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                database.close();
                deleteAll(DIRECTORY);
            }));
            run("postgres", "alter system set fsync = off", "alter system set synchronous_commit = off",
                    "alter system set full_page_writes = off", "select pg_reload_conf()");
            Database.open(database.address(), 1).close();
            return database;
        }
    }

    private final String name;
    private Connection superuser;
    private Looked looked = new Looked("", List.of());
    private Map<String, String> seen = Map.of();

    private IsolationDatabase(String name) {
        this.name = name;
        this.superuser = connect(name);
    }

    static IsolationDatabase fresh() {
        if (Shared.RUNNING.isAttached()) {
            throw new IllegalStateException("another program runs the database of this test");
        }
        String name = "world_" + COPIES.incrementAndGet();
        run("postgres", "create database " + name + " template tastemaker owner tastemaker_owner",
                "revoke temporary on database " + name + " from public");
        return new IsolationDatabase(name);
    }

    /** Another one with the same rows; nobody else may be connected to this one. */
    IsolationDatabase copy() {
        String copied = "world_" + COPIES.incrementAndGet();
        try {
            superuser.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        run("postgres", "create database " + copied + " template " + name + " owner tastemaker_owner",
                "revoke temporary on database " + copied + " from public");
        superuser = connect(name);
        return new IsolationDatabase(copied);
    }

    /** Switches off what the database itself does to keep teams apart. */
    void withoutRowLevelSecurity() {
        tables().forEach(table -> run("alter table " + table + " disable row level security"));
    }

    /** The settings of a program on this database. */
    Map<String, String> settings() {
        DatabaseAddress address = Shared.RUNNING.address();
        Map<String, String> settings = new TreeMap<>();
        settings.put("TASTEMAKER_DATABASE_URL", address.url().replaceAll("/[^/]*$", "/" + name));
        settings.put("TASTEMAKER_DATABASE_OWNER_USER", address.owner().user());
        settings.put("TASTEMAKER_DATABASE_OWNER_PASSWORD", address.owner().password());
        settings.put("TASTEMAKER_DATABASE_APP_USER", address.app().user());
        settings.put("TASTEMAKER_DATABASE_APP_PASSWORD", address.app().password());
        settings.put("TASTEMAKER_DATABASE_PLATFORM_USER", address.platform().user());
        settings.put("TASTEMAKER_DATABASE_PLATFORM_PASSWORD", address.platform().password());
        settings.put("TASTEMAKER_DATA_DIR", Shared.DIRECTORY.resolve(name).toString());
        settings.put("TASTEMAKER_HTTP_PORT", "0");
        settings.put("TASTEMAKER_JOB_WORKERS", "0");
        settings.put("TASTEMAKER_WEBHOOK_WORKERS", "0");
        settings.put("TASTEMAKER_PLAN_OF_NEW_TEAMS", "premium"); // seats, campaigns and unlocks enough for every kind of thing
        settings.put("TASTEMAKER_TOKEN_KEY", key(1));
        settings.put("TASTEMAKER_SECRET_KEY", key(2));
        Arrays.stream(Setting.values()).filter(setting -> setting.name().startsWith("RATE_"))
                .forEach(setting -> settings.put(setting.variable(), "1000000,1000000"));
        return settings;
    }

    private static String key(long seed) {
        byte[] key = new byte[32];
        new SplittableRandom(seed).nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Every row, in any table, that names one of these; by table. Where the log of the database has not grown, nothing was written since. */
    Map<String, String> rowsNaming(List<String> names) {
        Looked now = new Looked(names("select pg_current_wal_insert_lsn()::text").getFirst(), names);
        if (!now.equals(looked)) {
            seen = rowsOfAllTablesNaming(names);
            looked = now;
        }
        return seen;
    }

    private Map<String, String> rowsOfAllTablesNaming(List<String> names) {
        String wanted = names.stream().map(text -> "'%" + text + "%'").collect(Collectors.joining(", "));
        Map<String, String> rows = new TreeMap<>();
        String all = tables().stream().filter(table -> !table.equals(THROTTLE))
                .map(table -> "select '" + table + "', coalesce(string_agg(line, E'\\n' order by line), '') from (select " + ROW
                        + " as line from " + table + " row offset 0) as lines where line like any (array[" + wanted + "])")
                .collect(Collectors.joining(" union all "));
        query(all, result -> rows.put(result.getString(1), result.getString(2)));
        return rows;
    }

    /** Every row there is, by table. */
    Map<String, String> everything() {
        return rowsNaming(List.of(""));
    }

    private List<String> tables() {
        return names(TABLES);
    }

    /** The first column of what a question to the database finds. */
    List<String> names(String sql) {
        List<String> names = new ArrayList<>();
        query(sql, result -> names.add(result.getString(1)));
        return names;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Reader reader) {
        try (Statement statement = superuser.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                reader.read(result);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Runs a statement with every right. */
    void run(String sql) {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    @Override
    public void close() {
        run("postgres", "drop database " + name + " with (force)");
    }

    private static void run(String database, String... statements) {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(String.join("; ", statements), failure);
        }
    }

    private static Connection connect(String database) {
        try {
            Properties access = new Properties();
            access.load(new StringReader(Files.readString(Shared.DIRECTORY.resolve("database").resolve("access.properties"))));
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/" + database,
                    access.getProperty("superuser.user"), access.getProperty("superuser.password"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
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
}
