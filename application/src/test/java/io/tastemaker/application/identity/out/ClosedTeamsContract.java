package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every view on closed teams does. */
public abstract class ClosedTeamsContract {

    protected abstract PlatformTransactions platform();

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract OwnTeam ownTeam();

    protected abstract ClosedTeams closedTeams();

    /** Gives a team at least five rows, and two uploads. */
    protected abstract void furnish(TeamId team);

    @Test
    void a_team_waits_from_the_moment_it_was_closed() {
        TeamId open = newTeam(teams());
        TeamId closed = closedTeam();
        assertThat(waiting(NOON.plusSeconds(1))).contains(closed).doesNotContain(open);
        assertThat(waiting(NOON)).doesNotContain(closed);
    }

    @Test
    void rows_go_a_few_at_a_time_until_none_is_left() {
        TeamId team = newTeam(teams());
        furnish(team);
        close(team);
        int batches = (int) IntStream.generate(() -> closedTeams().purge(team, 2)).takeWhile(removed -> {
            assertThat(removed).isBetween(0, 2);
            return removed > 0;
        }).count();
        assertThat(batches).isGreaterThan(2);
        assertThat(closedTeams().purge(team, 1_000)).isZero();
    }

    @Test
    void rows_of_a_team_that_is_not_closed_stay() {
        TeamId open = newTeam(teams());
        furnish(open);
        assertThat(closedTeams().purge(open, 1_000)).isZero();
        assertThatThrownBy(() -> platform().run(PROGRAM, "test", () -> closedTeams().complete(open, NOON)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void uploads_are_listed_in_order() {
        TeamId team = newTeam(teams());
        furnish(team);
        close(team);
        String first = closedTeams().listUploads(team, Optional.empty(), 1).getFirst();
        assertThat(closedTeams().listUploads(team, Optional.of(first), 10)).hasSize(1).allMatch(second -> second.compareTo(first) > 0);
        assertThat(closedTeams().listUploads(closedTeam(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void a_purged_team_waits_no_more_and_has_lost_its_name() {
        TeamId team = newTeam(teams());
        furnish(team);
        close(team);
        int removed = closedTeams().purge(team, 3);
        long counted = platform().inTransaction(PROGRAM, "test", () -> closedTeams().complete(team, NOON));
        assertThat(counted).isEqualTo(removed);
        assertThat(waiting(NOON.plusSeconds(1))).doesNotContain(team);
        assertThat(teams().find(team).map(Team::name)).contains(ClosedTeams.NO_NAME);
    }

    private List<TeamId> waiting(Instant before) {
        return platform().reading(PROGRAM, () -> closedTeams().listUnpurged(before));
    }

    private TeamId closedTeam() {
        TeamId team = newTeam(teams());
        close(team);
        return team;
    }

    protected final void close(TeamId team) {
        transactions().run(system(team), "test", () -> ownTeam().replace(ownTeam().find().orElseThrow().in(new Team.State.Deleted(NOON))));
    }
}
