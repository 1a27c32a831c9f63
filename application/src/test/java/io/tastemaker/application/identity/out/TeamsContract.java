package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of teams does. */
public abstract class TeamsContract {

    protected abstract Teams teams();

    @Test
    void a_team_is_found_as_it_was_added() {
        Team team = new Team(new TeamId(UUID.randomUUID()), "Lima Studio", NOON);
        teams().add(team);
        assertThat(teams().find(team.id())).contains(team);
    }

    @Test
    void an_unknown_team_is_not_found() {
        assertThat(teams().find(new TeamId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void a_team_is_added_once() {
        Team team = new Team(new TeamId(UUID.randomUUID()), "Lima Studio", NOON);
        teams().add(team);
        assertThatThrownBy(() -> teams().add(team)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void all_teams_come_the_oldest_first_and_without_the_catalogue() {
        Team younger = new Team(new TeamId(UUID.randomUUID()), "Younger", NOON.minusSeconds(1_000_000));
        Team older = new Team(new TeamId(UUID.randomUUID()), "Older", NOON.minusSeconds(2_000_000));
        teams().add(younger);
        teams().add(older);
        assertThat(teams().all()).containsSubsequence(older, younger).noneMatch(team -> team.id().equals(TeamId.CATALOGUE));
        assertThat(teams().find(TeamId.CATALOGUE)).isEmpty();
    }
}
