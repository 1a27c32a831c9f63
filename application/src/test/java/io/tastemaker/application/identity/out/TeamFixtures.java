package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;

/** Teams to test with. */
public final class TeamFixtures {

    public static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private TeamFixtures() {}

    /** Adds a team of a new id. */
    public static TeamId newTeam(Teams teams) {
        TeamId id = new TeamId(SeededIds.next());
        teams.add(Team.begin(id, "Team " + id, NOON));
        return id;
    }

    /** The program itself, acting for a team. */
    public static Actor system(TeamId team) {
        return new Actor.System("test", team);
    }
}
