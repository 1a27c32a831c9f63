package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.Team;
import java.util.Optional;

/** The team that the transaction is bound to. Runs inside a transaction of the caller. */
public interface OwnTeam {

    /**
     * Reads it.
     *
     * @return the team, or empty when there is none of this id, it is deleted, or it is the reserved catalogue
     */
    Optional<Team> find();

    /**
     * Replaces it, unless somebody else was faster.
     *
     * @param team the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(Team team);
}
