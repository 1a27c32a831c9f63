package io.tastemaker.application.identity;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.identity.out.InMemoryClosedTeams;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PurgeOfTeamsTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryClosedTeams closedTeams = new InMemoryClosedTeams(transactions, teams);
    private final InMemoryUploads uploads = new InMemoryUploads();
    private final PurgeTeams purgeTeams = new PurgeTeams(transactions, closedTeams, uploads, clock);

    @Test
    void rows_and_files_of_a_closed_team_go_and_the_deed_is_recorded() {
        TeamId team = closed();
        closedTeams.hold(team, 2_500, upload());

        clock.advance(Duration.ofMinutes(6));
        assertThat(purge()).isEqualTo(1);

        assertThat(closedTeams.purge(team, 1)).isZero();
        assertThat(uploads.size()).isZero();
        assertThat(transactions.done().getLast().changes()).containsExactly(new Change("rows", Optional.of("2500"), Optional.empty()));
        assertThat(purge()).as("once").isZero();
    }

    @Test
    void what_was_under_way_when_the_team_was_closed_ends_first() {
        closed();
        clock.advance(Duration.ofMinutes(4));
        assertThat(purge()).isZero();
    }

    @Test
    void a_team_that_resists_stands_in_nobody_elses_way() {
        TeamId resisting = closed();
        TeamId other = closed();
        closedTeams.hold(resisting, 10);
        closedTeams.hold(other, 10);
        closedTeams.poison(resisting);

        clock.advance(Duration.ofMinutes(6));
        PurgeTeams.Outcome outcome = purgeTeams.handle(new PurgeTeams.Command(new Actor.System("test", TeamId.CATALOGUE)));

        assertThat(outcome).isInstanceOfSatisfying(PurgeTeams.Outcome.Purged.class, purged -> {
            assertThat(purged.teams()).isEqualTo(1);
            assertThat(purged.leftovers()).extracting(Leftover::item).containsExactly(resisting.toString());
        });
        assertThat(closedTeams.purge(other, 1)).isZero();
        assertThat(closedTeams.listUnpurged(clock.instant())).as("for the next round").containsExactly(resisting);
    }

    @Test
    void nobody_else_purges() {
        Actor owner = new Actor.User(new UserId(SeededIds.next()), closed(), Role.OWNER, new SessionId(SeededIds.next()));
        assertThatThrownBy(() -> purgeTeams.handle(new PurgeTeams.Command(owner))).isInstanceOf(Refusal.Forbidden.class);
    }

    private String upload() {
        return switch (uploads.keep(new ByteArrayInputStream(new byte[] {1}), 10)) {
            case Uploads.Kept.Whole whole -> whole.key();
            case Uploads.Kept.TooLarge tooLarge -> throw new AssertionError("one byte");
        };
    }

    private int purge() {
        return switch (purgeTeams.handle(new PurgeTeams.Command(new Actor.System("test", TeamId.CATALOGUE)))) {
            case PurgeTeams.Outcome.Purged purged -> purged.teams();
        };
    }

    private TeamId closed() {
        TeamId team = transactions.inTransaction(system(TeamId.CATALOGUE), "test", () -> newTeam(teams));
        InMemoryOwnTeam ownTeam = new InMemoryOwnTeam(transactions, teams);
        transactions.run(system(team), "test",
                () -> ownTeam.replace(ownTeam.find().orElseThrow().in(new Team.State.Deleted(clock.instant()))));
        return team;
    }
}
