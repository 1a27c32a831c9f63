package io.tastemaker.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bringing a database to the schema of the program, at its first start and at the next ones. */
class MigrationsTest {

    @TempDir
    static Path directory;

    private static EmbeddedDatabase database;
    private static String version;

    @BeforeAll
    static void a_database_that_the_program_has_migrated_and_whose_history_does_not_fit_any_more() throws Exception {
        database = EmbeddedDatabase.open(directory.resolve("data"), Path.of("target/postgres-programs"), Map.of("fsync", "off"));
        version = Migrations.migrate(database.address(), program("first"));
        execute("update flyway_schema_history set checksum = 0 where version = '" + version + "'");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_version_is_that_of_the_last_migration() throws IOException {
        assertThat(version).matches("[0-9]{3}");
        assertThat(Path.of("src/main/resources/db/migration").toFile().list((folder, name) -> name.startsWith("V" + version + "__"))).hasSize(1);
    }

    @Test
    void the_same_program_does_not_look_through_its_migrations_again() throws IOException {
        assertThat(Migrations.migrate(database.address(), program("first"))).isEqualTo(version);
    }

    @Test
    void a_program_with_other_migrations_does() throws IOException {
        URL other = program("second");

        assertThatThrownBy(() -> Migrations.migrate(database.address(), other)).isInstanceOf(FlywayException.class).hasMessageContaining(version);
    }

    @Test
    void a_program_in_a_folder_does_too_since_its_files_may_change() throws IOException {
        URL folder = directory.toUri().toURL();

        assertThatThrownBy(() -> Migrations.migrate(database.address(), folder)).isInstanceOf(FlywayException.class).hasMessageContaining(version);
    }

    /** A jar with a migration; what Flyway brings are those on the class path. */
    private static URL program(String migration) throws IOException {
        Path jar = directory.resolve("the program.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("db/migration/V001__things.sql"));
            entries.write(migration.getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
        }
        return jar.toUri().toURL();
    }

    private static void execute(String sql) throws SQLException {
        DatabaseAddress.Login owner = database.address().owner();
        try (Connection connection = DriverManager.getConnection(database.address().url(), owner.user(), owner.password())) {
            connection.createStatement().execute(sql);
        }
    }
}
