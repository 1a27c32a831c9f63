package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All teams but the reserved catalogue. Runs inside platform transactions; what a team does with itself goes through {@link OwnTeam}. */
public interface Teams {

    /**
     * Adds a team.
     *
     * @param team version 1
     */
    void add(Team team);

    /**
     * Finds a team.
     *
     * @param id the id
     * @return the team, deleted or not, or empty
     */
    Optional<Team> find(TeamId id);

    /**
     * Finds several teams at once.
     *
     * @param ids the ids
     * @return those that are there and not deleted, the oldest first
     */
    List<Team> findAll(Set<TeamId> ids);

    /**
     * All teams that are not deleted, the oldest first.
     *
     * @return at most 1,000
     */
    List<Team> all();

    /**
     * The teams whose cooling-off period is over and that are not deleted yet.
     *
     * @param now the time
     * @return at most 100
     */
    List<TeamId> due(Instant now);
}
