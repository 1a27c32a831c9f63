package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.application.billing.out.BillingFixtures.with;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.identity.JooqOwnTeam;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.AccountsContract;
import io.tastemaker.application.billing.out.BillingFixtures;
import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqAccountsTest extends AccountsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Accounts accounts() {
        return new JooqAccounts(DATABASE.transactions(), DATABASE.platformTransactions(), DATABASE.acrossTeams());
    }

    @Override
    protected Orders orders() {
        return new JooqOrders(DATABASE.transactions(), DATABASE.platformTransactions(), DATABASE.acrossTeams());
    }

    @Override
    protected void close(TeamId closed) {
        JooqOwnTeam ownTeam = new JooqOwnTeam(DATABASE.transactions());
        transactions().run(system(closed), "test", () ->
                assertThat(ownTeam.replace(ownTeam.find().orElseThrow().in(new Team.State.Deleted(NOON)))).isTrue());
    }

    @Test
    void a_team_that_closes_while_its_account_is_opened_is_known_to_be_closed() {
        TeamId team = newTeam(teams());
        CompletableFuture<Void> closing = platform().inTransaction(system(TeamId.CATALOGUE), "test", () -> {
            accounts().write(Account.none(team), Account.none(team));
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> close(team));
            while (!begun.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            return begun;
        });
        closing.join();
        assertThat(accounts().load(team, Set.of(), NOON).teamClosed()).isTrue();
    }

    private static boolean somebodyWaits() {
        return DATABASE.acrossTeams().<Boolean>run(sql -> sql.fetchSingle("select exists (select from pg_locks where not granted)")
                .get(0, Boolean.class));
    }

    @Test
    void a_team_that_was_never_made_gets_no_account() {
        TeamId nobody = new TeamId(SeededIds.next());
        assertThatThrownBy(() -> platform().run(system(TeamId.CATALOGUE), "test", () ->
                accounts().write(Account.none(nobody), Account.none(nobody)))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void no_payment_counts_for_two_teams() {
        Payment payment = BillingFixtures.topUp();
        Account first = Account.none(newTeam(teams()));
        Account second = Account.none(newTeam(teams()));
        write(first, payment);
        assertThatThrownBy(() -> write(second, payment)).hasMessageContaining("payment_id");
        assertThat(accounts().load(second.team(), Set.of(), NOON)).isEqualTo(second);
    }

    private void write(Account none, Payment payment) {
        platform().run(system(none.team()), "test", () -> accounts().write(none, with(none, List.of(), List.of(payment))));
    }
}
