package io.tastemaker.application.identity.out;

import io.tastemaker.domain.shared.TeamId;
import java.util.OptionalInt;

/** How many members a team may have. Works on its own, outside any transaction. */
public interface Seats {

    /**
     * The limit of a team.
     *
     * @param team which team
     * @return the most members, at least 1; empty for no limit
     */
    OptionalInt of(TeamId team);
}
