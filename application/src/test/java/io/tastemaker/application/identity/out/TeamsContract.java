package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of teams does. */
public abstract class TeamsContract {

    private static final Actor PLATFORM = system(TeamId.CATALOGUE);

    protected abstract PlatformTransactions platform();

    protected abstract Teams teams();

    private static Team team(String name, Instant at) {
        return Team.begin(new TeamId(SeededIds.next()), name, ZoneId.of("America/Sao_Paulo"), at);
    }

    private Team added(String name, Instant at) {
        Team team = team(name, at);
        platform().run(PLATFORM, "test", () -> teams().add(team));
        return team;
    }

    private <T> T reading(Supplier<T> work) {
        return platform().reading(PLATFORM, work);
    }

    @Test
    void a_team_is_found_as_it_was_added() {
        Team team = added("Lima Studio", NOON);

        assertThat(reading(() -> teams().find(team.id()))).contains(team);
    }

    @Test
    void an_unknown_team_is_not_found() {
        TeamId nowhere = new TeamId(SeededIds.next());

        assertThat(reading(() -> teams().find(nowhere))).isEmpty();
    }

    @Test
    void the_catalogue_is_no_team_to_be_found() {
        assertThat(reading(() -> teams().find(TeamId.CATALOGUE))).isEmpty();
    }

    @Test
    void a_team_is_added_once() {
        Team team = added("Lima Studio", NOON);
        assertThatThrownBy(() -> platform().run(PLATFORM, "test", () -> teams().add(team))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void all_teams_come_the_oldest_first_and_without_the_catalogue() {
        Team younger = added("Younger", NOON.minusSeconds(1_000_000));
        Team older = added("Older", NOON.minusSeconds(2_000_000));

        assertThat(reading(() -> teams().all())).containsSubsequence(older, younger).noneMatch(team -> team.id().equals(TeamId.CATALOGUE));
        assertThat(reading(() -> teams().findAll(Set.of(younger.id(), older.id(), TeamId.CATALOGUE)))).containsExactly(older, younger);
        assertThat(reading(() -> teams().findAll(Set.of()))).isEmpty();
    }
}
