package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of teams does for the team itself, and what the platform sees of it. */
public abstract class OwnTeamContract {

    private static final Actor PLATFORM = system(TeamId.CATALOGUE);

    protected abstract PlatformTransactions platform();

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract OwnTeam own();

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

    private boolean replace(Team team) {
        return transactions().inTransaction(system(team.id()), "test", () -> own().replace(team));
    }

    @Test
    void a_team_finds_itself() {
        Team team = added("Lima Studio", NOON);
        assertThat(transactions().reading(system(team.id()), () -> own().find())).contains(team);
    }

    @Test
    void neither_an_unknown_team_nor_the_catalogue_finds_itself() {
        assertThat(transactions().reading(system(new TeamId(SeededIds.next())), () -> own().find())).isEmpty();
        assertThat(transactions().reading(PLATFORM, () -> own().find())).isEmpty();
    }

    @Test
    void a_team_replaces_itself_by_the_next_version_and_no_other_team() {
        Team team = added("Lima Studio", NOON);
        Team other = added("Oslo Agency", NOON);
        Team renamed = team.changed("Lima", ZoneId.of("Europe/Lisbon"));

        assertThat(replace(renamed)).isTrue();
        assertThat(replace(team.changed("Late", ZoneId.of("UTC")))).isFalse();
        assertThat(transactions().inTransaction(system(other.id()), "test", () -> own().replace(renamed.changed("Taken", ZoneId.of("UTC")))))
                .isFalse();
        assertThat(reading(() -> teams().find(team.id()))).contains(renamed);
    }

    @Test
    void a_team_is_due_when_its_cooling_off_is_over_and_gone_from_the_lists_when_it_is_deleted() {
        Team team = added("Lima Studio", NOON);
        Team cooling = team.in(new Team.State.CoolingOff(NOON.plusSeconds(60)));
        replace(cooling);

        assertThat(reading(() -> teams().due(NOON.plusSeconds(59)))).doesNotContain(team.id());
        assertThat(reading(() -> teams().due(NOON.plusSeconds(60)))).contains(team.id());
        assertThat(reading(() -> teams().findAll(Set.of(team.id())))).containsExactly(cooling);

        Team deleted = cooling.in(new Team.State.Deleted(NOON.plusSeconds(70)));
        replace(deleted);
        assertThat(reading(() -> teams().due(NOON.plusSeconds(80)))).doesNotContain(team.id());
        assertThat(reading(() -> teams().findAll(Set.of(team.id())))).isEmpty();
        assertThat(transactions().reading(system(team.id()), () -> own().find())).isEmpty();
        assertThat(reading(() -> teams().find(team.id()))).contains(deleted);
    }
}
