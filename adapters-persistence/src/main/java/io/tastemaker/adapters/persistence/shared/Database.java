package io.tastemaker.adapters.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tastemaker.adapters.persistence.shared.DatabaseAddress.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jooq.Configuration;

/** A migrated database with its pools of connections. */
public final class Database implements AutoCloseable {

    private static final int PLATFORM_CONNECTIONS = 3;
    private static final int ENTRANCE_CONNECTIONS = 3;

    private static final String OPTIONS =
            "-c statement_timeout=8s -c lock_timeout=4s -c idle_in_transaction_session_timeout=30s -c TimeZone=UTC";

    private static final Map<String, String> TIMEOUTS = Map.of("connectTimeout", "2", "socketTimeout", "10", "tcpKeepAlive", "true");

    private final HikariDataSource app;
    private final HikariDataSource platform;
    private final HikariDataSource entrance;
    private final HikariDataSource wallets;
    private final DatabaseAddress address;
    private final String schemaVersion;

    private Database(
            HikariDataSource app, HikariDataSource platform, HikariDataSource entrance, HikariDataSource wallets, DatabaseAddress address,
            String schemaVersion) {
        this.app = app;
        this.platform = platform;
        this.entrance = entrance;
        this.wallets = wallets;
        this.address = address;
        this.schemaVersion = schemaVersion;
    }

    /**
     * Migrates the database, provides the logins and opens the pools.
     *
     * @param address where it is
     * @param connections how many connections serve the teams, at least 1
     * @return the database; ask {@link #faults()} before using it
     * @throws io.tastemaker.domain.access.Refusal.Unavailable when it cannot be reached now
     */
    public static Database open(DatabaseAddress address, int connections) {
        try {
            String schemaVersion = Migrations.migrate(address);
            Logins.provide(address);
            return connect(address, connections, schemaVersion);
        } catch (RuntimeException failure) {
            throw Failures.translated(failure);
        }
    }

    static Database connect(DatabaseAddress address, int connections, String schemaVersion) {
        return new Database(
                new HikariDataSource(pool("app", address.url(), address.app(), connections)),
                new HikariDataSource(pool("platform", address.url(), address.platform(), PLATFORM_CONNECTIONS)),
                new HikariDataSource(pool("entrance", address.url(), address.platform(), ENTRANCE_CONNECTIONS)),
                new HikariDataSource(oneStatement(pool("wallets", address.url(), address.app(), connections))),
                address, schemaVersion);
    }

    /**
     * What is unsafe about the role that serves the teams.
     *
     * @return one sentence per fault, empty when it cannot get around row-level security
     */
    public List<String> faults() {
        return RuntimeRole.faults(app);
    }

    /** Connections of the role that serves the teams. */
    public DataSource app() {
        return app;
    }

    /** Connections of the role that works across teams. */
    public DataSource platform() {
        return platform;
    }

    /**
     * Connections of the same role for those who are not known yet: sign-up, sign-in and what else a stranger may ask. However many
     * come at once, they wait for each other here, and who is known already finds a connection of {@link #platform()}.
     */
    public DataSource entrance() {
        return entrance;
    }

    /**
     * Connections of the role that serves the teams on which each statement is a transaction of its own. Few statements run here, and
     * often: their plans are kept. A wallet is so never waited for by those who hold a connection of {@link #app()}.
     */
    public DataSource wallets() {
        return wallets;
    }

    /**
     * A connection of the role that serves the teams for one who only listens, and closes it. It belongs to no pool, since what was said
     * to a connection is lost with it.
     *
     * @throws SQLException when there is none to be had now
     */
    public Connection listening() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.app().user());
        properties.setProperty("password", address.app().password());
        properties.setProperty("ApplicationName", "tastemaker-listening");
        properties.setProperty("options", OPTIONS);
        TIMEOUTS.forEach(properties::setProperty);
        return DriverManager.getConnection(address.url(), properties);
    }

    /** The version of the last migration, such as {@code 004}. */
    public String schemaVersion() {
        return schemaVersion;
    }

    @Override
    public void close() {
        app.close();
        platform.close();
        entrance.close();
        wallets.close();
    }

    private static HikariConfig pool(String name, String url, Login login, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setAutoCommit(false);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1); // a database that is down must not keep the program from starting
        config.addDataSourceProperty("ApplicationName", "tastemaker-" + name);
        TIMEOUTS.forEach(config::addDataSourceProperty);
        // A plan that was made for one team, or for an empty table, must not be kept for another.
        config.addDataSourceProperty("options", OPTIONS + " -c plan_cache_mode=force_custom_plan");
        return config;
    }

    /** Plans of statements that go along primary keys alone are the same for every team. */
    private static HikariConfig oneStatement(HikariConfig config) {
        config.setAutoCommit(true);
        config.addDataSourceProperty("options", OPTIONS);
        config.addDataSourceProperty("prepareThreshold", "2");
        return config;
    }

    static <T> T withConnection(DataSource dataSource, SqlWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            T result = work.apply(Jooq.on(connection, CONFIGURATION));
            connection.commit();
            return result;
        } catch (SQLException failure) {
            throw Failures.translated(failure);
        }
    }

    private static final Configuration CONFIGURATION = Jooq.configuration();

    interface SqlWork<T> {
        T apply(org.jooq.DSLContext sql) throws SQLException;
    }
}
