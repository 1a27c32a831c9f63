package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.adapters.persistence.shared.DatabaseAddress.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Brings a database to the schema of this program. Flyway does it; then a comment on the table of its history tells which migrations those
 * were, so that a start that has nothing to bring need not have Flyway look through all of them again: docs/adr/0027.
 */
final class Migrations {

    private static final String FOLDER = "db/migration/";
    private static final String HISTORY = "flyway_schema_history";
    private static final Pattern BROUGHT = Pattern.compile("version (\\S+) by migrations (\\S+)");

    private final DatabaseAddress address;
    private final Optional<String> ours;

    private Migrations(DatabaseAddress address, Optional<String> ours) {
        this.address = address;
        this.ours = ours;
    }

    /**
     * Migrates a database, unless the same migrations have been brought to it before.
     *
     * @param address where it is; the owner's login is used
     * @return the version of its schema, such as {@code 004}
     */
    static String migrate(DatabaseAddress address) {
        return migrate(address, Migrations.class.getProtectionDomain().getCodeSource().getLocation());
    }

    static String migrate(DatabaseAddress address, URL program) {
        Migrations migrations = new Migrations(address, fingerprint(program));
        return migrations.brought().orElseGet(migrations::bring);
    }

    private Optional<String> brought() {
        return ours.flatMap(known -> asOwner(sql ->
                sql.fetchOptional("select obj_description(to_regclass({0}), 'pg_class')", DSL.val(HISTORY))
                        .map(row -> row.get(0, String.class))
                        .flatMap(comment -> BROUGHT.matcher(comment).results().findFirst())
                        .filter(said -> said.group(2).equals(known))
                        .map((MatchResult said) -> said.group(1))));
    }

    private String bring() {
        Login owner = address.owner();
        Flyway flyway = Flyway.configure()
                .dataSource(address.url(), owner.user(), owner.password())
                .locations("classpath:" + FOLDER)
                .placeholderReplacement(false)
                .load();
        flyway.migrate();
        String version = flyway.info().current().getVersion().toString();
        ours.ifPresent(known -> asOwner(sql -> sql.execute("comment on table {0} is {1}", DSL.name(HISTORY),
                DSL.inline("version " + version + " by migrations " + known))));
        return version;
    }

    /** The names and checksums of all migrations as they stand in the index of a jar; empty for a folder, whose files may change. */
    private static Optional<String> fingerprint(URL program) {
        Path jar = Path.of(URI.create(program.toString()));
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            String all = file.stream().filter(entry -> entry.getName().startsWith(FOLDER))
                    .map(entry -> entry.getName() + " " + entry.getCrc()).sorted().collect(Collectors.joining("\n"));
            return Optional.of(UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> T asOwner(Function<DSLContext, T> work) {
        Login owner = address.owner();
        try (Connection connection = DriverManager.getConnection(address.url(), owner.user(), owner.password())) {
            return work.apply(Jooq.on(connection, Jooq.configuration()));
        } catch (SQLException failure) {
            throw new DataAccessException("the schema cannot be looked at", failure);
        }
    }
}
