package io.tastemaker.application.wallets.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static io.tastemaker.application.wallets.out.WalletFixtures.ANA;
import static io.tastemaker.application.wallets.out.WalletFixtures.charge;
import static io.tastemaker.application.wallets.out.WalletFixtures.reserve;
import static io.tastemaker.application.wallets.out.WalletFixtures.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.wallets.WalletStanding;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.WalletCommand;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that tells what happened in wallets. */
public abstract class WalletNewsContract {

    private TeamId team;

    protected abstract Teams teams();

    protected abstract Wallets wallets();

    protected abstract WalletNews news();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    private void write(WalletCommand... commands) {
        WalletFixtures.write(wallets(), team, NOON, commands);
    }

    private WalletStanding standing() {
        return news().standings(Set.of(team)).getFirst();
    }

    @Test
    void a_wallet_stands_where_its_last_change_left_it() {
        WalletStanding before = standing();
        assertThat(before.team()).isEqualTo(team);
        write(topUp("pi:1", 100), charge("1", POST_ANALYTICS, 2, ANA), reserve("2", POST_ANALYTICS, 3, ANA));
        WalletStanding after = standing();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.balance()).isEqualTo(news().between(team, before.version(), after.version()).getLast().balance());
    }

    @Test
    void a_team_that_does_not_exist_has_no_wallet() {
        assertThat(news().standings(Set.of(new TeamId(SeededIds.next()), TeamId.CATALOGUE))).isEmpty();
    }

    @Test
    void what_was_done_is_read_in_its_order_and_in_parts_without_gap_or_repeat() {
        long begin = standing().version();
        write(topUp("pi:1", 100));
        long middle = standing().version();
        write(charge("1", POST_ANALYTICS, 2, ANA), charge("2", POST_ANALYTICS, 2, ANA));
        long end = standing().version();

        List<Operation> all = news().between(team, begin, end);
        assertThat(all).filteredOn(operation -> operation.kind() == Operation.Kind.SPEND).hasSize(2)
                .extracting(Operation::action).allMatch(action -> action.orElseThrow().equals(POST_ANALYTICS));
        assertThat(all).extracting(Operation::lastSeq).isSorted();
        List<Operation> first = news().between(team, begin, middle);
        List<Operation> second = news().between(team, middle, end);
        assertThat(first).isNotEmpty().isEqualTo(all.subList(0, first.size()));
        assertThat(second).hasSize(2).isEqualTo(all.subList(first.size(), all.size()));
        assertThat(news().between(team, end, end + 10)).isEmpty();
    }

    @Test
    void nothing_is_read_of_another_team() {
        write(topUp("pi:1", 100));
        assertThat(news().between(newTeam(teams()), 0, 1_000)).isEmpty();
    }
}
