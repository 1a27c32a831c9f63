package io.tastemaker.application.identity.out;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What closed teams left behind. The store itself says where rows of a team may be, so that a table added later is not forgotten, and lets
 * nothing be removed of a team that is not closed.
 */
public interface ClosedTeams {

    /** The name of a team of which nothing is left. */
    String NO_NAME = "Deleted team";

    /**
     * The teams that were closed and have something left, or may have. Called inside a transaction.
     *
     * @param before closed before this
     * @return those closed first, at most 100
     */
    List<TeamId> listUnpurged(Instant before);

    /**
     * The uploads that are or were kept for a team. A step of its own, outside the caller's transaction.
     *
     * @param team a closed team
     * @param after only keys greater than this; empty from the first on
     * @param most at most as many, at least 1
     * @return their keys, in order
     */
    List<String> listUploads(TeamId team, Optional<String> after, int most);

    /**
     * Removes rows of a team, those first to which no others refer. All is removed but the team itself and its audit log. A step of its
     * own, outside the caller's transaction; what it removed stays removed and is counted, whatever comes after.
     *
     * @param team a closed team; of others nothing is removed
     * @param most at most as many rows, at least 1
     * @return how many were removed; 0 when there is nothing left
     */
    int purge(TeamId team, int most);

    /**
     * Notes that nothing is left, and takes the team's name off, and what its people wrote from what is kept. Called inside a transaction.
     *
     * @param team a closed team
     * @param now the time
     * @return how many rows were removed in all
     */
    long complete(TeamId team, Instant now);
}
