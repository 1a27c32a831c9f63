package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;

/** The teams. Works across teams, for operators and the start of the program; not bound to a transaction of the caller. */
public interface Teams {

    /**
     * Adds a team.
     *
     * @param team the team
     */
    void add(Team team);

    /**
     * Finds a team.
     *
     * @param id the id
     * @return the team, or empty
     */
    Optional<Team> find(TeamId id);

    /**
     * All teams but the reserved catalogue, the oldest first.
     *
     * @return at most 1,000
     */
    List<Team> all();
}
