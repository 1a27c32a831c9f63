package io.tastemaker.domain.wallets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletChangeTest {

    @Test
    void changes_that_are_folded_are_what_they_were_one_by_one() {
        for (long seed = 1; seed <= 20; seed++) {
            TeamId team = WalletFixtures.team(1);
            PureTeller teller = new PureTeller(WalletFixtures.tariff(), WalletFixtures.START, WalletFixtures.BERLIN);
            List<WalletChange> changes = new ArrayList<>();
            for (WalletScript.Step step : WalletScript.steps(seed, 300)) {
                if (step instanceof WalletScript.Step.Ask ask && ask.team().equals(team)) {
                    teller.submit(team, ask.command(), ask.now()).change().ifPresent(changes::add);
                }
            }
            WalletChange folded = changes.stream().reduce(WalletChange::then).orElseThrow();
            assertThat(folded.before()).as("seed %d", seed).isZero();
            assertThat(folded.after()).as("seed %d", seed).isEqualTo(teller.wallet(team));
            assertThat(folded.after().version()).as("seed %d", seed).isEqualTo(changes.size());
            assertThat(folded.entries()).as("seed %d", seed).isEqualTo(teller.entries(team));
            assertThat(folded.operations()).as("seed %d", seed).isEqualTo(teller.operations(team));
            assertThatIllegalArgumentException().isThrownBy(() -> folded.then(changes.getFirst()));
        }
    }
}
