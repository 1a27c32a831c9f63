package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static io.tastemaker.application.wallets.out.WalletFixtures.ANA;
import static io.tastemaker.application.wallets.out.WalletFixtures.charge;
import static io.tastemaker.application.wallets.out.WalletFixtures.open;
import static io.tastemaker.application.wallets.out.WalletFixtures.topUp;
import static io.tastemaker.application.wallets.out.WalletFixtures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Cycle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the one statement promises beyond what the contract sees. */
class ChangeStatementTest {

    /** More often than a driver or a server waits before it prepares a statement or plans it for good. */
    private static final int OFTEN = 20;

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withConnections(1);

    private final JooqWallets wallets = new JooqWallets(DATABASE.database().wallets(), DATABASE.transactions());
    private TeamId team;

    @BeforeEach
    void makeTeam() {
        team = newTeam(DATABASE.teams());
    }

    @Test
    void no_text_of_it_passes_over_a_conflict() {
        assertThat(ChangeStatement.TEXTS).hasSizeGreaterThan(100).doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).containsOnlyOnce("update wallets.wallet").doesNotContainIgnoringCase("on conflict"));
    }

    @Test
    void no_text_of_it_answers_with_what_could_be_of_any_length() {
        assertThat(ChangeStatement.TEXTS)
                .allSatisfy(text -> assertThat(text).startsWith("select set_config('app.team_id', ?, true) is null; ").endsWith("select count(*) from w"));
    }

    @Test
    void the_team_is_bound_for_the_statement_and_not_longer_however_often_it_runs() {
        TeamId other = newTeam(DATABASE.teams());
        write(wallets, team, NOON, topUp("pi:1", 1_000));
        write(wallets, other, NOON, topUp("pi:1", 1_000));
        for (int number = 0; number < OFTEN; number++) {
            write(wallets, team, NOON, charge("c" + number, POST_ANALYTICS, 1, ANA), open("o" + number, Action.CREATOR_UNLOCK, "t" + number, ANA));
            assertThat(unbound()).isZero();
            assertThat(wallets.load(other).orElseThrow().version()).isEqualTo(1 + number);
            assertThat(unbound()).isZero();
            write(wallets, other, NOON, charge("c" + number, POST_ANALYTICS, 1, ANA));
        }
        assertThat(wallets.load(team).orElseThrow().version()).isEqualTo(1 + 2 * OFTEN);
    }

    /** What the only connection sees when nothing binds it. */
    private static long unbound() {
        try (Connection connection = DATABASE.database().wallets().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from wallets.wallet")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void another_team_finds_nothing_in_any_table() {
        write(wallets, team, NOON, topUp("pi:1", 1_000), open("1", Action.CREATOR_UNLOCK, "luca", ANA));
        TeamId other = newTeam(DATABASE.teams());
        for (String table : List.of("wallet", "operation", "lot", "ledger_entry", "access")) {
            assertThat(rows(team, table)).as(table).isPositive();
            assertThat(rows(other, table)).as(table).isZero();
        }
    }

    private int rows(TeamId reader, String table) {
        return DATABASE.transactions().reading(reader,
                sql -> sql.fetch("select from wallets." + table + " where team_id = '" + team + "'").size());
    }

    @Test
    void what_was_booked_is_not_changed_at_run_time_nor_by_accident() {
        write(wallets, team, NOON, topUp("pi:1", 1_000));
        for (String table : List.of("operation", "lot", "ledger_entry")) {
            for (String forbidden : List.of("update wallets.%s set team_id = team_id", "delete from wallets.%s", "truncate wallets.%s")) {
                String statement = forbidden.formatted(table);
                assertThatThrownBy(() -> DATABASE.transactions().run(system(team), "test", () -> DATABASE.transactions().sql().execute(statement)))
                        .as(statement).hasMessageContaining("permission denied");
                assertThatThrownBy(() -> DATABASE.asSuperuser(statement)).as(statement).hasMessageContaining("it is only ever added to");
            }
        }
        assertThatThrownBy(() -> DATABASE.transactions().run(system(team), "test",
                () -> DATABASE.transactions().sql().execute("delete from wallets.wallet"))).hasMessageContaining("permission denied");
    }

    @Test
    void a_team_that_moves_moves_its_wallet_and_outdates_what_was_decided_before() {
        Cycle cycle = wallets.load(team).orElseThrow().cycle();
        DATABASE.asSuperuser("update identity.team set time_zone = 'Asia/Tokyo' where team_id = '%s'".formatted(team));
        assertThat(wallets.load(team).orElseThrow().ownerZone()).hasToString("Asia/Tokyo");
        assertThat(wallets.load(team).orElseThrow().cycle()).isEqualTo(cycle);
        assertThat(wallets.load(team).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void wallets_are_not_asked_inside_of_a_transaction() {
        assertThatThrownBy(() -> DATABASE.transactions().run(system(team), "test", () -> wallets.load(team)))
                .isInstanceOf(IllegalStateException.class);
    }
}
