package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.adapters.persistence.shared.DatabaseAddress.Login;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.util.PasswordUtil;

/** The port and the passwords of an embedded server, as they stand in a file that only its owner may read. */
record EmbeddedAccess(int port, Login superuser, Login owner, Login app, Login platform) {

    static final String DATABASE = "tastemaker";

    private static final String FILE = "access.properties";

    private static final int SALT_BYTES = 16;

    /** Rounds make guessing slow. Nobody guesses 192 random bits, and the usual 4096 cost each new connection 30 ms in a start. */
    private static final int ROUNDS = 1;

    static EmbeddedAccess readOrMake(Path directory) throws IOException {
        Optional<EmbeddedAccess> known = read(directory);
        if (known.isPresent()) {
            return known.get();
        }
        EmbeddedAccess made = new EmbeddedAccess(0, newLogin("postgres"), newLogin("tastemaker_owner"), newLogin("tastemaker_app_login"),
                newLogin("tastemaker_platform_login"));
        made.write(directory);
        return made;
    }

    static Optional<EmbeddedAccess> read(Path directory) throws IOException {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(directory.resolve(FILE))));
            return Optional.of(new EmbeddedAccess(
                    Integer.parseInt(properties.getProperty("port")),
                    login(properties, "superuser"),
                    login(properties, "owner"),
                    login(properties, "app"),
                    login(properties, "platform")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    void write(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        note(properties, "superuser", superuser);
        note(properties, "owner", owner);
        note(properties, "app", app);
        note(properties, "platform", platform);
        StringWriter text = new StringWriter();
        properties.store(text, "How to reach the embedded database");
        PrivateFiles.write(directory.resolve(FILE), text.toString());
    }

    EmbeddedAccess withPort(int newPort) {
        return new EmbeddedAccess(newPort, superuser, owner, app, platform);
    }

    DatabaseAddress address(String database) {
        return new DatabaseAddress(url(database), owner, app, platform);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return connect(superuser, database);
    }

    private Connection connect(Login login, String database) throws SQLException {
        DriverManager.setLoginTimeout(5);
        return DriverManager.getConnection(url(database), login.user(), login.password());
    }

    boolean answers() {
        return port != 0 && (isOpenTo(owner, DATABASE) || isOpenTo(superuser, "postgres"));
    }

    private boolean isOpenTo(Login login, String database) {
        try (Connection connection = connect(login, database)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * Makes the logins and the database, unless that was done before. The owner may make roles and owns one database; it is no superuser, so
     * that FORCE ROW LEVEL SECURITY binds it too.
     */
    void provideDatabase() {
        if (isOpenTo(owner, DATABASE)) {
            return;
        }
        try (Connection connection = connect("postgres")) {
            DSLContext sql = Jooq.on(connection, Jooq.configuration());
            provide(sql, owner, "createrole");
            provide(sql, app, "nocreaterole");
            provide(sql, platform, "nocreaterole");
            if (!sql.fetchExists(DSL.selectOne().from("pg_database").where("datname = ?", DATABASE))) {
                sql.execute("create database {0} owner {1}", DSL.name(DATABASE), DSL.name(owner.user()));
            }
        } catch (SQLException failure) {
            throw new DataAccessException("the embedded database cannot be set up", failure);
        }
    }

    private static void provide(DSLContext sql, Login login, String mayMakeRoles) {
        if (!sql.fetchExists(DSL.selectOne().from("pg_roles").where("rolname = ?", login.user()))) {
            sql.execute("create role {0} login nosuperuser nobypassrls nocreatedb {1} password {2}",
                    DSL.name(login.user()), DSL.raw(mayMakeRoles), DSL.inline(verifier(login)));
        }
    }

    private static String verifier(Login login) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return PasswordUtil.encodeScramSha256(login.password().toCharArray(), ROUNDS, salt);
    }

    private static Login newLogin(String user) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return new Login(user, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    private static Login login(Properties properties, String name) {
        return new Login(properties.getProperty(name + ".user"), properties.getProperty(name + ".password"));
    }

    private static void note(Properties properties, String name, Login login) {
        properties.setProperty(name + ".user", login.user());
        properties.setProperty(name + ".password", login.password());
    }
}
