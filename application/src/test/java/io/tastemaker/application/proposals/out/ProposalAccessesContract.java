package io.tastemaker.application.proposals.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.proposals.ProposalAccess;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of the teams to which proposals are open does. */
public abstract class ProposalAccessesContract {

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract ProposalAccesses accesses();

    @Test
    void they_are_opened_once_and_closed_once_for_one_team() {
        ProposalAccess lima = access(newTeam(teams()), 0);
        assertThat(find(lima.team())).isEmpty();
        assertThat(add(lima)).isTrue();
        assertThat(add(access(lima.team(), 9))).isFalse();
        assertThat(find(lima.team())).contains(lima);
        assertThat(find(newTeam(teams()))).isEmpty();
        assertThat(this.<Boolean>write(lima.team(), () -> accesses().remove())).isTrue();
        assertThat(this.<Boolean>write(lima.team(), () -> accesses().remove())).isFalse();
        assertThat(find(lima.team())).isEmpty();
    }

    @Test
    void they_are_not_opened_to_another_team() {
        ProposalAccess lima = access(newTeam(teams()), 0);
        TeamId other = newTeam(teams());
        assertThatThrownBy(() -> write(other, () -> accesses().add(lima))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void all_teams_are_listed_the_newest_first() {
        List<ProposalAccess> newestFirst = new ArrayList<>();
        for (int second = 100; second < 105; second++) {
            ProposalAccess each = access(newTeam(teams()), second);
            add(each);
            newestFirst.addFirst(each);
        }
        Page<ProposalAccess> first = accesses().list(PageRequest.first(3));
        Page<ProposalAccess> rest = accesses().list(new PageRequest(2, first.next()));
        assertThat(first.items()).isEqualTo(newestFirst.subList(0, 3));
        assertThat(rest.items()).isEqualTo(newestFirst.subList(3, 5));
    }

    private static ProposalAccess access(TeamId team, int seconds) {
        return new ProposalAccess(team, "operator:root", NOON.plusSeconds(seconds));
    }

    private boolean add(ProposalAccess access) {
        return write(access.team(), () -> accesses().add(access));
    }

    private Optional<ProposalAccess> find(TeamId team) {
        return transactions().reading(system(team), () -> accesses().find());
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
