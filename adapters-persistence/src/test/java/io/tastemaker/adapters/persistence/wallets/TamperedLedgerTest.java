package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static io.tastemaker.application.wallets.out.WalletFixtures.ANA;
import static io.tastemaker.application.wallets.out.WalletFixtures.charge;
import static io.tastemaker.application.wallets.out.WalletFixtures.topUp;
import static io.tastemaker.application.wallets.out.WalletFixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.LedgerVerdict.Broken;
import io.tastemaker.domain.wallets.LedgerVerdict.Flaw;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody with every right goes around the program, and is found out. */
class TamperedLedgerTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final String AROUND_THE_TRIGGERS = "set session_replication_role = replica; ";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqWallets wallets = new JooqWallets(DATABASE.database().wallets(), DATABASE.transactions());
    private final JooqLedgers ledgers = new JooqLedgers(DATABASE.transactions());
    private TeamId team;
    private LedgerAnchor.Mark anchor;
    private long end;

    @BeforeEach
    void book() {
        team = newTeam(DATABASE.teams());
        write(wallets, team, NOON, topUp("pi:1", 1_000));
        for (int number = 1; number <= 5; number++) {
            write(wallets, team, NOON, charge("c" + number, POST_ANALYTICS, number, ANA));
        }
        anchor = new JooqAllWallets(DATABASE.acrossTeams()).listMarks().stream().filter(mark -> mark.team().equals(team)).findFirst().orElseThrow();
        end = anchor.seq();
        assertThat(verdict()).isEqualTo(new LedgerVerdict.Whole(end));
    }

    @Test
    void a_bit_that_is_flipped() {
        tamper("update wallets.ledger_entry set amount = amount # 1 where team_id = '%1$s' and seq = 4");
        assertThat(verdict()).isEqualTo(new Broken(4, Flaw.ALTERED));
    }

    @Test
    void a_time_that_is_none() {
        tamper("update wallets.ledger_entry set at = 'infinity' where team_id = '%1$s' and seq = 4");
        assertThat(verdict()).isEqualTo(new Broken(4, Flaw.ALTERED));
    }

    @Test
    void an_entry_that_is_gone() {
        tamper("delete from wallets.ledger_entry where team_id = '%1$s' and seq = 4");
        assertThat(verdict()).isEqualTo(new Broken(4, Flaw.REMOVED));
    }

    @Test
    void an_entry_that_was_put_in() {
        tamper("update wallets.ledger_entry set seq = -seq - 1 where team_id = '%1$s' and seq > 3; "
                + "update wallets.ledger_entry set seq = -seq where team_id = '%1$s' and seq < 0; "
                + "insert into wallets.ledger_entry select team_id, 4, operation_id, at, from_account, to_account, unit, amount, lot, period, "
                + "actor, rule, hash from wallets.ledger_entry where team_id = '%1$s' and seq = 3");
        assertThat(verdict()).isEqualTo(new Broken(4, Flaw.ALTERED));
    }

    @Test
    void two_entries_that_were_swapped() {
        tamper("update wallets.ledger_entry set seq = -4 where team_id = '%1$s' and seq = 4; "
                + "update wallets.ledger_entry set seq = 4 where team_id = '%1$s' and seq = 5; "
                + "update wallets.ledger_entry set seq = 5 where team_id = '%1$s' and seq = -4");
        assertThat(verdict()).isEqualTo(new Broken(4, Flaw.ALTERED));
    }

    @Test
    void an_end_that_was_cut_off_with_what_the_wallet_knows_of_it() {
        tamper("delete from wallets.ledger_entry where team_id = '%1$s' and seq > 4; "
                + "update wallets.wallet set seq = 4, head = (select hash from wallets.ledger_entry where team_id = '%1$s' and seq = 4) "
                + "where team_id = '%1$s'");
        assertThat(verdict(Optional.empty())).isInstanceOf(LedgerVerdict.Unbalanced.class);
        assertThat(verdict()).isEqualTo(new Broken(5, Flaw.REMOVED));
    }

    /** A whole new chain with a wallet to it: what another team with the same deeds but for one has, under the name of this one. */
    @Test
    void a_chain_that_was_written_anew() {
        TeamId past = team;
        tamper("delete from wallets.ledger_entry where team_id = '%1$s'; delete from wallets.operation where team_id = '%1$s'; "
                + "delete from wallets.lot where team_id = '%1$s'; "
                + "update wallets.wallet set version = 0, seq = 0, head = null, posted = 0, held = 0, debt = 0, state = null where team_id = '%1$s'");
        write(wallets, past, NOON, topUp("pi:1", 1_000));
        for (int number = 1; number <= 5; number++) {
            write(wallets, past, NOON, charge("c" + number, POST_ANALYTICS, 1, ANA));
        }
        assertThat(verdict(Optional.empty())).isEqualTo(new LedgerVerdict.Whole(end));
        assertThat(verdict()).isEqualTo(new Broken(end, Flaw.REWRITTEN));
    }

    private void tamper(String sql) {
        DATABASE.asSuperuser(AROUND_THE_TRIGGERS + sql.formatted(team));
    }

    private LedgerVerdict verdict() {
        return verdict(Optional.of(anchor));
    }

    private LedgerVerdict verdict(Optional<LedgerAnchor.Mark> seen) {
        return DATABASE.transactions().reading(system(team), () -> LedgerVerdict.of(ledgers.find().orElseThrow(), ledgers, seen));
    }
}
