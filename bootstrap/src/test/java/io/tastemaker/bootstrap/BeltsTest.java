package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.bootstrap.IsolationWorld.Planted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The condition on the team in the code, and row-level security in the database: either alone keeps the teams apart. */
class BeltsTest {

    @Test
    void without_the_filters_of_the_code_row_level_security_keeps_the_teams_apart() {
        WithoutCodeFilter codeFilter = new WithoutCodeFilter();
        try (IsolationWorld world = IsolationWorld.open()) {
            IsolationSweep sweep = planted(world);
            world.through(codeFilter);
            sweep.sweep();

            assertThat(sweep.leaks()).isEmpty();
            assertThat(codeFilter.forgotten()).as("statements without their team").isGreaterThan(100);
            assertThat(codeFilter.forgottenOfWallets()).as("of the books of wallets").isGreaterThan(10);
        }
    }

    @Test
    void without_row_level_security_the_filters_of_the_code_keep_the_teams_apart() {
        IsolationDatabase database = IsolationDatabase.fresh();
        database.withoutRowLevelSecurity();
        try (IsolationWorld world = IsolationWorld.on(database)) {
            IsolationSweep sweep = planted(world);
            sweep.sweep();

            assertThat(sweep.leaks()).isEmpty();
        }
    }

    @Test
    void without_both_the_sweep_finds_leaks_of_every_kind_of_thing() {
        IsolationDatabase database = IsolationDatabase.fresh();
        database.withoutRowLevelSecurity();
        try (IsolationWorld world = IsolationWorld.on(database)) {
            IsolationSweep sweep = planted(world);
            world.through(new WithoutCodeFilter());
            sweep.sweep();

            List<String> leaks = sweep.leaks();
            System.out.println("without both belts: " + leaks.size() + " leaks");
            for (String route : List.of("GET /api/v1/campaigns/{campaign_id}", "GET /api/v1/creators/{creator_id}",
                    "GET /api/v1/jobs/{job_id}", "GET /api/v1/creators/imports/{job_id}", "GET /api/v1/saved-searches/{search_id}",
                    "GET /api/v1/rankings/{ranking_id}", "GET /api/v1/campaigns/{campaign_id}/creators", "GET /api/v1/campaigns",
                    "GET /api/v1/campaigns/{campaign_id}/matches", "GET /api/v1/jobs", "GET /api/v1/saved-searches",
                    "DELETE /api/v1/campaigns/{campaign_id}", "GET /api/v1/wallet/transactions",
                    "GET /api/v1/wallet/transactions/{transaction_id}", "GET /api/v1/unlocks", "GET /api/v1/billing/orders",
                    "GET /api/v1/billing/orders/{order_id}", "GET /api/v1/billing/payments", "GET /api/v1/billing/invoices",
                    "GET /api/v1/posts/{post_id}", "GET /api/v1/posts/imports/{job_id}", "GET /api/v1/posts/imports/{job_id}/faults",
                    "GET /api/v1/creators/{creator_id}/posts", "GET /api/v1/creators/{creator_id}/content-profile",
                    "GET /api/v1/content/analyses", "GET /api/v1/content/analyses/{job_id}", "GET /api/v1/content/analyses/{job_id}/log")) {
                assertThat(leaks).as(route).anyMatch(leak -> leak.startsWith(route + " "));
            }
        }
    }

    /**
     * No listener sees the statements by which wallets and accounts are loaded and changed; so the rows are asked for as these ask, without their
     * condition.
     */
    @Test
    void row_level_security_alone_shows_a_team_its_own_books() {
        try (IsolationWorld world = IsolationWorld.open()) {
            Planted lima = world.plant("Lima");
            Planted rome = world.plant("Rome");
            for (String table : List.of("wallets.wallet", "wallets.operation", "wallets.lot", "wallets.ledger_entry", "wallets.access",
                    "billing.account", "billing.subscription", "billing.payment", "billing.checkout_order", "billing.trial")) {
                world.onConnections(pool -> {
                    assertThat(owners(pool, table, lima)).as(table).containsExactly(lima.id().toString());
                    assertThat(owners(pool, table, rome)).as(table).containsExactly(rome.id().toString());
                });
            }
        }
    }

    /** Whose rows of a table a team sees. */
    private static Set<String> owners(DataSource pool, String table, Planted team) {
        Set<String> owners = new TreeSet<>();
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.team_id', '" + team.id() + "', true)");
            try (ResultSet rows = statement.executeQuery("select team_id from " + table)) {
                while (rows.next()) {
                    owners.add(rows.getString(1));
                }
            }
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(table, failure);
        }
        return owners;
    }

    private static IsolationSweep planted(IsolationWorld world) {
        return new IsolationSweep(world, world.plant("Lima"), world.plant("Rome"));
    }
}
