package io.tastemaker.adapters.persistence.shared;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.operations.JooqAuditLog;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.operations.AuditVerdict.Broken;
import io.tastemaker.domain.operations.AuditVerdict.Flaw;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be done to the audit log, and what is found out when a superuser does it all the same. */
class AuditChainTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final int ENTRIES = 9;
    private static final String AROUND_THE_TRIGGERS = "set session_replication_role = replica; ";

    private TeamId team;
    private TeamId other;

    @BeforeEach
    void write() {
        team = newTeam(DATABASE.teams());
        other = newTeam(DATABASE.teams());
        for (int deed = 1; deed <= ENTRIES; deed++) {
            deed(DATABASE.transactions(), system(team));
            deed(DATABASE.transactions(), system(other));
        }
    }

    @Test
    void nobody_alters_the_log_at_run_time() {
        JooqPlatformTransactions platform = DATABASE.platformTransactions();
        for (SqlTransactions transactions : List.of(DATABASE.transactions(), platform)) {
            for (String forbidden : List.of(
                    "update operations.audit_entry set action = 'x'", "delete from operations.audit_entry", "truncate operations.audit_entry",
                    "truncate operations.audit_head cascade", "delete from operations.audit_head", "update operations.audit_head set seq = 0",
                    "update operations.audit_head set hash = repeat('0', 64)", "update operations.audit_head set seq = seq + 1",
                    "alter table operations.audit_entry disable trigger all", "set session_replication_role = replica")) {
                assertThatThrownBy(() -> transactions.run(system(team), "test", () -> transactions.sql().execute(forbidden)))
                        .as(forbidden).hasMessageContaining(forbidden);
            }
        }
        assertThat(verdict(team)).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void not_even_a_superuser_alters_it_without_disabling_the_triggers() {
        for (String forbidden : List.of(
                "update operations.audit_entry set action = 'x'", "delete from operations.audit_entry", "truncate operations.audit_entry",
                "truncate operations.audit_head cascade", "delete from operations.audit_head", "update operations.audit_head set seq = 0")) {
            assertThatThrownBy(() -> DATABASE.asSuperuser(forbidden)).as(forbidden).hasMessageContaining("audit log");
        }
    }

    @Test
    void who_inserts_says_neither_number_nor_time_nor_hash() {
        DATABASE.transactions().run(system(team), "test", () -> DATABASE.transactions().sql().execute("insert into operations.audit_entry "
                + "(team_id, seq, at, actor, action, previous, hash) values (?, 77, '1999-01-01', 'x', 'y', 'p', 'h')", team.value()));
        assertThat(verdict(team)).isInstanceOfSatisfying(AuditVerdict.Whole.class,
                whole -> assertThat(whole.head().seq()).isEqualTo(ENTRIES + 2));
    }

    @Test
    void an_edit_of_any_column_is_found() {
        for (String edit : List.of(
                "action = 'x'", "actor = 'user:x'", "at = at + interval '1 microsecond'", "at = 'infinity'", "subject_id = null", "subject_id = '8'",
                "subject_type = ' '", "changes = '[]'", "changes = '{}'", "changes = jsonb_set(changes, '{0,more}', '1')",
                "changes = jsonb_set(changes, '{0,field}', '\"\"')", "changes = '[7]'", "request_id = 'r'", "address = ''",
                "hash = repeat('0', 64)", "previous = repeat('0', 64)")) {
            String kept = "kept_" + Math.floorMod(edit.hashCode(), 1_000_000);
            DATABASE.asSuperuser("create table public." + kept + " as select * from operations.audit_entry where " + row(4));
            around("update operations.audit_entry set " + edit + " where " + row(4));
            assertThat(verdict(team)).as(edit).isEqualTo(new Broken(4, Flaw.EDITED));
            around("delete from operations.audit_entry where " + row(4) + "; insert into operations.audit_entry select * from public." + kept);
            assertThat(verdict(team)).as("put back after " + edit).isInstanceOf(AuditVerdict.Whole.class);
        }
    }

    @Test
    void a_removed_row_is_found_and_a_cut_tail() {
        around("delete from operations.audit_entry where " + row(4));
        assertThat(verdict(team)).isEqualTo(new Broken(4, Flaw.REMOVED));
        around("delete from operations.audit_entry where team_id = '" + other + "' and seq >= " + (ENTRIES - 1));
        assertThat(verdict(other)).isEqualTo(new Broken(ENTRIES - 1, Flaw.REMOVED));
    }

    @Test
    void an_inserted_row_is_found() {
        around("update operations.audit_entry set seq = seq + 1000 where team_id = '" + team + "' and seq >= 4");
        around("update operations.audit_entry set seq = seq - 999 where team_id = '" + team + "' and seq >= 1000");
        around("insert into operations.audit_entry (team_id, seq, at, actor, action, previous, hash) "
                + "values ('" + team + "', 4, now(), 'x', 'y', repeat('0', 64), repeat('0', 64))");
        assertThat(verdict(team)).isEqualTo(new Broken(4, Flaw.INSERTED));
    }

    @Test
    void a_row_of_another_team_is_found_as_an_inserted_one() {
        around("update operations.audit_entry set team_id = '" + team + "', seq = 10 where team_id = '" + other + "' and seq = 9");
        assertThat(verdict(team)).isEqualTo(new Broken(10, Flaw.INSERTED));
        assertThat(verdict(other)).isEqualTo(new Broken(9, Flaw.REMOVED));
    }

    @Test
    void swapped_rows_are_found() {
        around("update operations.audit_entry set seq = 1000 where " + row(4));
        around("update operations.audit_entry set seq = 4 where " + row(6));
        around("update operations.audit_entry set seq = 6 where " + row(1000));
        assertThat(verdict(team)).isEqualTo(new Broken(4, Flaw.SWAPPED));
    }

    @Test
    void a_head_that_was_put_back_does_not_hide_the_entries_behind_it() {
        around("update operations.audit_head head set seq = 5, hash = (select hash from operations.audit_entry where " + row(5)
                + ") where team_id = '" + team + "'");
        assertThat(verdict(team)).isEqualTo(new Broken(6, Flaw.INSERTED));
    }

    @Test
    void what_one_team_suffers_does_not_touch_the_other() {
        around("delete from operations.audit_entry where " + row(4));
        assertThat(verdict(other)).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void many_writers_of_both_kinds_leave_one_chain_without_gap() throws Exception {
        JooqPlatformTransactions platform = DATABASE.platformTransactions();
        try (ExecutorService writers = Executors.newFixedThreadPool(9)) {
            List<? extends Future<?>> written = IntStream.range(0, 9).mapToObj(writer -> writers.submit(() -> {
                for (int deed = 0; deed < 20; deed++) {
                    deed(writer % 3 == 0 ? platform : DATABASE.transactions(), system(team));
                }
            })).toList();
            for (Future<?> writer : written) {
                writer.get();
            }
        }
        assertThat(verdict(team)).isInstanceOfSatisfying(AuditVerdict.Whole.class,
                whole -> assertThat(whole.head().seq()).isEqualTo(ENTRIES + 180));
    }

    @Test
    void what_older_stores_hold_is_chained_by_the_migration() {
        DATABASE.asSuperuser("create database older owner tastemaker_owner");
        DatabaseAddress here = DATABASE.address();
        DatabaseAddress older = new DatabaseAddress(here.url().replaceAll("/test_\\d+", "/older"), here.owner(), here.app(), here.platform());
        migrate(older, "009");
        asOwner(older, "insert into identity.team (team_id, name, created_at) select gen_random_uuid(), 'Team', now() from generate_series(1, 2)");
        asOwner(older, "insert into operations.audit_entry (team_id, at, actor, action) "
                + "select team_id, now() - n * interval '1 second', 'user:1', 'deed ' || n from generate_series(1, 1001) n, identity.team "
                + "where name = 'Team'");
        migrate(older, "latest");
        try (Database database = Database.connect(older, 1, "")) {
            JooqTransactions transactions = new JooqTransactions(database.app());
            JooqAuditLog log = new JooqAuditLog(transactions);
            List<TeamId> teams = Database.withConnection(database.platform(), sql ->
                    sql.fetch("select team_id from identity.team where name = 'Team'").map(row -> TeamId.of(row.get(0).toString())));
            assertThat(teams).hasSize(2).allSatisfy(one -> {
                deed(transactions, system(one));
                assertThat(transactions.reading(system(one), () -> AuditVerdict.of(log.head().orElseThrow(), log)))
                        .isInstanceOfSatisfying(AuditVerdict.Whole.class, whole -> assertThat(whole.head().seq()).isEqualTo(1002));
            });
        }
    }

    private static void migrate(DatabaseAddress address, String target) {
        Flyway.configure().dataSource(address.url(), address.owner().user(), address.owner().password())
                .locations("classpath:db/migration").placeholderReplacement(false).target(target).load().migrate();
    }

    private static void asOwner(DatabaseAddress address, String sql) {
        try (Database owner = Database.connect(new DatabaseAddress(address.url(), address.owner(), address.owner(), address.owner()), 1, "")) {
            Database.withConnection(owner.app(), session -> {
                session.execute("alter table identity.team no force row level security");
                session.execute("alter table operations.audit_entry no force row level security");
                int rows = session.execute(sql);
                session.execute("alter table identity.team force row level security");
                session.execute("alter table operations.audit_entry force row level security");
                return rows;
            });
        }
    }

    private String row(long seq) {
        return "team_id = '" + team + "' and seq = " + seq;
    }

    private static void around(String sql) {
        DATABASE.asSuperuser(AROUND_THE_TRIGGERS + sql);
    }

    private static void deed(Transactions transactions, Actor actor) {
        transactions.run(actor, "test", () -> transactions.about(Subject.of("campaign", "7"),
                List.of(new Change("name", Optional.of("before"), Optional.of("after")))));
    }

    private static AuditVerdict verdict(TeamId whose) {
        JooqAuditLog log = new JooqAuditLog(DATABASE.transactions());
        return DATABASE.transactions().reading(system(whose), () -> AuditVerdict.of(log.head().orElseThrow(), log));
    }
}
