package io.tastemaker.domain.access;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** What a member may do in a team; each role may do all that the one before may. */
public enum Role implements Coded {
    /** Reads the team's data; searches, unlocks and analyses. */
    MEMBER,
    /** Runs campaigns, lists, imports and exports. */
    MANAGER,
    /** Manages members, API keys and integrations. */
    ADMIN,
    /** Buys; transfers or deletes the team. */
    OWNER;

    /**
     * Whether this role may do all that the other may.
     *
     * @param other the role asked for
     * @return true for the same or a lesser role
     */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
