package io.tastemaker.application.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.out.InMemoryLedgers;
import io.tastemaker.application.wallets.out.InMemoryWallets;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.PureTeller;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Teller;
import io.tastemaker.domain.wallets.WalletAuditor;
import io.tastemaker.domain.wallets.WalletChange;
import io.tastemaker.domain.wallets.WalletFixtures;
import io.tastemaker.domain.wallets.WalletScript;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=StoryOfWalletsTest -Dwallet.operations=1000000} tells a longer story. */
class StoryOfWalletsTest {

    private static final int OPERATIONS = Integer.getInteger("wallet.operations", 20_000);
    private static final int LENGTH = 5_000;
    private static final long SEED = 20_261_120L;

    private static final Tariff TARIFF = WalletFixtures.tariff();

    @Test
    void the_desk_and_its_store_tell_the_same_story_as_the_domain_alone() {
        for (long seed = SEED; seed < SEED + OPERATIONS / LENGTH; seed++) {
            tell(seed);
        }
    }

    private static void tell(long seed) {
        InMemoryTransactions transactions = new InMemoryTransactions();
        InMemoryWallets wallets = new InMemoryWallets(
                transactions, team -> Optional.of(new InMemoryWallets.Owner(WalletFixtures.START, WalletFixtures.BERLIN)));
        DeskTeller teller = new DeskTeller(wallets, new Fixed(), wallets::move);
        PureTeller domain = new PureTeller(TARIFF, WalletFixtures.START, WalletFixtures.BERLIN);
        WalletAuditor auditor = new WalletAuditor(TARIFF);
        Set<UUID> once = new HashSet<>(); // nobody sends a key again that is made for one request; the desk does not look it up
        int number = 0;
        for (WalletScript.Step step : WalletScript.steps(seed, LENGTH)) {
            String place = "seed " + seed + ", step " + number++ + ": " + step;
            switch (step) {
                case WalletScript.Step.Move(var team, var zone) -> {
                    teller.move(team, zone);
                    domain.move(team, zone);
                }
                case WalletScript.Step.Ask ask when !ask.command().key().isRepeatable() && !once.add(ask.command().operation(ask.team())) -> { }
                case WalletScript.Step.Ask ask -> {
                    Teller.Answered answered = teller.submit(ask.team(), ask.command(), ask.now());
                    assertThat(answered).as(place).isEqualTo(ofSameZone(domain.submit(ask.team(), ask.command(), ask.now()), answered));
                    auditor.audit(ask, answered, teller.wallet(ask.team()));
                }
            }
        }
        InMemoryLedgers ledgers = new InMemoryLedgers(transactions, wallets);
        for (TeamId team : List.of(WalletFixtures.team(1), WalletFixtures.team(2), WalletFixtures.team(3))) {
            LedgerVerdict verdict = transactions.reading(TeamFixtures.system(team),
                    () -> LedgerVerdict.of(ledgers.find().orElseThrow(), ledgers, Optional.empty()));
            assertThat(verdict).as("seed " + seed).isEqualTo(new LedgerVerdict.Whole(domain.entries(team).size()));
        }
    }

    /** Where the owner lives stands in the wallet, but it is the store that says it; the desk may have heard it later. */
    private static Teller.Answered ofSameZone(Teller.Answered expected, Teller.Answered found) {
        return new Teller.Answered(expected.answer(), expected.replayed(), expected.change().map(change ->
                found.change().map(written -> new WalletChange(change.before(),
                        change.after().ofOwnerIn(written.after().ownerZone()), change.operations(), change.entries(), change.born(),
                        change.opened(), change.closed())).orElse(change)));
    }

    /** Prices and plans that nobody changes. */
    private static final class Fixed implements Tariffs {
        @Override
        public Tariff current() {
            return TARIFF;
        }

        @Override
        public Tariff renewed() {
            return TARIFF;
        }

        @Override
        public List<PricingRule> listRules() {
            return List.copyOf(TARIFF.rules().values());
        }

        @Override
        public boolean add(PricingRule rule) {
            return false;
        }

        @Override
        public boolean add(Plan plan) {
            return false;
        }
    }
}
