package io.tastemaker.adapters.persistence.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Teller;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletAuditor;
import io.tastemaker.domain.wallets.WalletChange;
import io.tastemaker.domain.wallets.WalletCommand;
import io.tastemaker.domain.wallets.WalletDecision;
import io.tastemaker.domain.wallets.WalletFixtures;
import io.tastemaker.domain.wallets.WalletScript;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The story that is told to the domain, told to the database: {@code -Dwallet.operations=50000} tells more of it. */
class WalletScriptOnPostgresTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final int OPERATIONS = Integer.getInteger("wallet.operations", 2_000);
    private static final long SEED = 20_261_121L;

    private final Tariff tariff = WalletFixtures.tariff();
    private final JooqWallets wallets = new JooqWallets(DATABASE.database().wallets(), DATABASE.transactions());
    private final JooqLedgers ledgers = new JooqLedgers(DATABASE.transactions());

    /** Remembers nothing: every wallet that it decides on was read from the database. */
    private final class OnPostgres implements Teller {

        @Override
        public Answered submit(TeamId team, WalletCommand command, Instant now) {
            Wallet wallet = wallet(team);
            Facts.Wanted wanted = Facts.wantedFor(wallet, command, now);
            return switch (wallet.decide(command, wanted.isNothing() ? Facts.NONE : wallets.facts(team, wanted, now), tariff, now)) {
                case WalletDecision.Pass(WalletAnswer answer) ->
                        replayed(team, command).orElseGet(() -> new Answered(answer, false, Optional.empty()));
                case WalletDecision.Write(WalletChange change, WalletAnswer.Lasting answer) -> switch (wallets.apply(change)) {
                    case Wallets.Applied.Written written -> new Answered(answer, false, Optional.of(change));
                    case Wallets.Applied.Outdated outdated -> throw new AssertionError("nobody else writes");
                    case Wallets.Applied.Clash(Wallets.Existing what) -> clashed(team, command, what);
                };
            };
        }

        private Answered clashed(TeamId team, WalletCommand command, Wallets.Existing what) {
            return replayed(team, command).orElseGet(() -> {
                assertThat(what).isEqualTo(Wallets.Existing.LOT);
                return new Answered(new WalletAnswer.GrantedBefore(((WalletCommand.Grant) command).source()), false, Optional.empty());
            });
        }

        private Optional<Answered> replayed(TeamId team, WalletCommand command) {
            Optional<Operation> stored = wallets.operations(team, Set.of(command.operation(team))).stream().findFirst();
            return stored.map(first -> first.command().equals(command.text())
                    ? new Answered(first.answer(), true, Optional.empty())
                    : new Answered(new WalletAnswer.KeyReused(), false, Optional.empty()));
        }

        @Override
        public Wallet wallet(TeamId team) {
            return wallets.load(team).orElseThrow();
        }

        /** Only what the wallet is told, since a team that moves also counts as a version, which the story does not know of. */
        @Override
        public void move(TeamId team, ZoneId zone) {
            DATABASE.asSuperuser("update wallets.wallet set owner_zone = '%s' where team_id = '%s'".formatted(zone, team));
        }
    }

    @Test
    void whatever_is_asked_in_whatever_order_the_books_are_right() {
        List<TeamId> teams = List.of(WalletFixtures.team(1), WalletFixtures.team(2), WalletFixtures.team(3));
        teams.forEach(team -> DATABASE.asSuperuser("insert into identity.team (team_id, name, created_at, time_zone) values ('%s', 'Team', '%s', '%s')"
                .formatted(team, WalletFixtures.START, WalletFixtures.BERLIN)));
        Teller teller = new OnPostgres();
        WalletAuditor auditor = new WalletAuditor(tariff);
        WalletScript script = new WalletScript(SEED);
        for (int number = 0; number < OPERATIONS; number++) {
            WalletScript.Step step = script.next();
            try {
                switch (step) {
                    case WalletScript.Step.Move(TeamId team, ZoneId zone) -> teller.move(team, zone);
                    case WalletScript.Step.Ask ask ->
                            auditor.audit(ask, teller.submit(ask.team(), ask.command(), ask.now()), teller.wallet(ask.team()));
                }
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + SEED + ", step " + number + ": " + step, failure);
            }
        }
        for (TeamId team : teams) {
            LedgerVerdict verdict = DATABASE.transactions().reading(TeamFixtures.system(team),
                    () -> LedgerVerdict.of(ledgers.find().orElseThrow(), ledgers, Optional.empty()));
            assertThat(verdict).isEqualTo(new LedgerVerdict.Whole(teller.wallet(team).seq()));
        }
    }
}
