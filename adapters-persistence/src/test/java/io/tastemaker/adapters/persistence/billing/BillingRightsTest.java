package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.application.billing.out.BillingFixtures.STANDARD;
import static io.tastemaker.application.billing.out.BillingFixtures.coupon;
import static io.tastemaker.application.billing.out.BillingFixtures.fresh;
import static io.tastemaker.application.billing.out.BillingFixtures.notice;
import static io.tastemaker.application.billing.out.BillingFixtures.order;
import static io.tastemaker.application.billing.out.BillingFixtures.subscription;
import static io.tastemaker.application.billing.out.BillingFixtures.topUp;
import static io.tastemaker.application.billing.out.BillingFixtures.with;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read and write what was bought, whatever a careless statement asks for. */
class BillingRightsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final List<String> OF_TEAMS = List.of("account", "subscription", "payment", "checkout_order", "trial");
    private static final List<String> OF_NOBODY = List.of("coupon", "top_up_pack", "notice", "reconciliation");

    private static TeamId lima;
    private static TeamId oslo;

    @BeforeAll
    static void fill() {
        lima = newTeam(DATABASE.teams());
        oslo = newTeam(DATABASE.teams());
        buy(lima);
        buy(oslo);
        new JooqCoupons(DATABASE.platformTransactions(), DATABASE.acrossTeams()).save(coupon("SPRING"), 0);
        new JooqInbox(DATABASE.platformTransactions(), DATABASE.acrossTeams()).add(notice(NOON), NOON);
        new JooqReconciliations(DATABASE.acrossTeams(), InstantSource.fixed(NOON)).begin(NOON, Duration.ZERO, Duration.ofHours(1), NOON);
    }

    private static void buy(TeamId team) {
        JooqAccounts accounts = new JooqAccounts(DATABASE.transactions(), DATABASE.platformTransactions(), DATABASE.acrossTeams());
        JooqOrders orders = new JooqOrders(DATABASE.transactions(), DATABASE.platformTransactions(), DATABASE.acrossTeams());
        Account none = Account.none(team);
        Order order = order(team, new Purchase.Subscribe(STANDARD, 14), NOON);
        DATABASE.platformTransactions().run(system(team), "test", () -> {
            accounts.write(none, with(none.knownAs(fresh("cus")), List.of(subscription(SubscriptionStatus.TRIALING)), List.of(topUp())));
            orders.add(order);
            orders.useTrial(team, order.buyer(), order.id());
        });
    }

    @Test
    void a_team_sees_its_own_rows_and_no_others() {
        for (String table : OF_TEAMS) {
            assertThat(teams(lima, table)).as(table).containsExactly(lima.toString());
            assertThat(DATABASE.acrossTeams().<List<String>>run(sql ->
                    sql.fetch("select team_id::text from billing." + table).getValues(0, String.class)))
                    .as("the platform, of " + table).contains(lima.toString(), oslo.toString());
        }
    }

    private static List<String> teams(TeamId team, String table) {
        return DATABASE.transactions().alone(team, sql -> sql.fetch("select team_id::text from billing." + table).getValues(0, String.class));
    }

    @Test
    void a_team_writes_nothing_at_all() {
        for (String table : OF_TEAMS) {
            refused(lima, "insert into billing.%1$s select * from billing.%1$s".formatted(table));
            refused(lima, "delete from billing." + table);
            refused(lima, "truncate billing." + table);
        }
        refused(lima, "update billing.account set customer = 'mine'");
        refused(lima, "update billing.account set entitled_key = 'premium', entitled_version = 1");
        refused(lima, "update billing.account set settled_version = version");
        refused(lima, "update billing.subscription set status = 'active'");
        refused(lima, "update billing.payment set credits = 1000000");
        refused(lima, "update billing.checkout_order set state = 'paid'");
        refused(lima, "update billing.trial set free_again_at = now()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version = version + 1", "team_closed = true", "version = version + 1, team_closed = true", "version = 1"})
    void a_team_that_lives_cannot_move_its_account_as_if_it_were_closed(String change) {
        assertThatThrownBy(() -> asTeam(lima, "update billing.account set " + change)).hasMessageContaining("an account follows");
    }

    @Test
    void a_team_that_is_closed_moves_its_account_once() {
        TeamId closing = newTeam(DATABASE.teams());
        buy(closing);
        asTeam(closing, "update identity.team set deleted_at = now() where team_id = '" + closing + "'");
        assertThatThrownBy(() -> asTeam(closing, "update billing.account set version = version + 1, team_closed = true"))
                .hasMessageContaining("an account follows");
        assertThatThrownBy(() -> asTeam(closing, "update billing.account set team_closed = false")).hasMessageContaining("an account follows");
        asTeam(closing, "update identity.team set deleted_at = null where team_id = '" + closing + "'");
        assertThat(DATABASE.acrossTeams().<String>run(sql -> sql.fetchSingle(
                "select version || ' ' || team_closed from billing.account where team_id = '" + closing + "'").get(0, String.class)))
                .isEqualTo("2 true");
    }

    @Test
    void what_belongs_to_no_team_is_the_platforms() {
        for (String table : OF_NOBODY) {
            refused(lima, "select * from billing." + table);
            refused(lima, "insert into billing." + table + " default values");
            refused(lima, "delete from billing." + table);
            assertThat(DATABASE.acrossTeams().<Integer>run(sql -> sql.fetchCount(DSL.table("billing." + table)))).as(table).isPositive();
        }
    }

    @Test
    void the_platform_removes_nothing_that_tells_of_money() {
        for (String table : List.of("account", "subscription", "payment", "checkout_order", "coupon", "top_up_pack", "reconciliation")) {
            assertThatThrownBy(() -> asPlatform("delete from billing." + table)).as(table).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> asPlatform("update billing.top_up_pack set price = 1")).hasMessageContaining("permission denied");
        assertThat(asPlatform("delete from billing.trial")).as("trials that were used").isZero();
        assertThat(asPlatform("delete from billing.notice")).as("notices that wait").isZero();
    }

    @Test
    void not_even_who_may_do_everything_alters_what_is_for_good() {
        for (String table : List.of("account", "subscription", "payment", "checkout_order", "top_up_pack")) {
            assertThatThrownBy(() -> DATABASE.asSuperuser("delete from billing." + table)).as(table).hasStackTraceContaining("only ever added to");
        }
        assertThatThrownBy(() -> DATABASE.asSuperuser("truncate billing.trial")).hasStackTraceContaining("only ever added to");
    }

    private static void refused(TeamId team, String statement) {
        assertThatThrownBy(() -> asTeam(team, statement)).as(statement).hasMessageContaining("permission denied");
    }

    private static int asTeam(TeamId team, String statement) {
        return DATABASE.transactions().alone(team, sql -> sql.execute(statement));
    }

    private static int asPlatform(String statement) {
        return DATABASE.acrossTeams().run(sql -> sql.execute(statement));
    }
}
