package io.tastemaker.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that comes along. */
class EmbeddedDatabaseTest {

    private static final Path PROGRAMS = Path.of("target/postgres-programs");

    @TempDir
    Path directory;

    @Test
    void a_stopped_server_comes_back_with_its_rows_on_its_port() {
        DatabaseAddress first;
        try (EmbeddedDatabase database = open()) {
            first = database.address();
            asOwner(first, "create table kept as select 7 as number");
        }
        try (EmbeddedDatabase database = open()) {
            assertThat(database.address()).isEqualTo(first);
            assertThat(asOwner(database.address(), "insert into kept values (8)")).isEqualTo(1);
        }
    }

    @Test
    void a_second_program_attaches_to_the_running_server_and_leaves_it_running() {
        try (EmbeddedDatabase running = open()) {
            try (EmbeddedDatabase attached = open()) {
                assertThat(attached.isAttached()).isTrue();
                assertThat(attached.address()).isEqualTo(running.address());
            }
            assertThat(running.isAttached()).isFalse();
            assertThat(running.access().answers()).isTrue();
        }
    }

    @Test
    void everybody_needs_a_password_and_only_the_owner_of_the_directory_can_read_them() throws Exception {
        try (EmbeddedDatabase database = open()) {
            String url = database.address().url();
            for (String user : new String[] {"postgres", "tastemaker_owner", "nobody"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "").close()).as(user).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, user).close()).as(user).isInstanceOf(SQLException.class);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data/access.properties")))).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data")))).isEqualTo("rwx------");
            assertThat(database.address().toString()).doesNotContain(database.address().app().password());
        }
    }

    @Test
    void what_was_committed_is_on_the_disk() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(directory.resolve("data"), PROGRAMS, Map.of())) {
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                assertThat(show(database, setting)).as(setting).isEqualTo("on");
            }
            assertThat(show(database, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_half_made_data_directory_is_made_anew() throws Exception {
        Files.createDirectories(directory.resolve("data/postgres.half"));
        Files.writeString(directory.resolve("data/postgres.half/PG_VERSION"), "18");
        try (EmbeddedDatabase database = open()) {
            assertThat(database.access().answers()).isTrue();
        }
    }

    private EmbeddedDatabase open() {
        return EmbeddedDatabase.open(directory.resolve("data"), PROGRAMS, Map.of("fsync", "off"));
    }

    private static String show(EmbeddedDatabase database, String setting) throws SQLException {
        try (var connection = database.access().connect("postgres");
                var rows = connection.createStatement().executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int asOwner(DatabaseAddress address, String statement) {
        try (var connection = DriverManager.getConnection(address.url(), address.owner().user(), address.owner().password());
                var prepared = connection.createStatement()) {
            prepared.execute("create schema if not exists scratch; set search_path to scratch");
            return prepared.executeUpdate(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
