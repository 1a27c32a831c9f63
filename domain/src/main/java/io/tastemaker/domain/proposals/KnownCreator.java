package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Objects;

/**
 * A creator whose record the team can see.
 *
 * @param owner whose record: the team's own, or the catalogue's
 * @param id which creator
 */
public record KnownCreator(TeamId owner, CreatorId id) {

    /** Checks that nothing is missing. */
    public KnownCreator {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
    }

    /** The creator alone, as the audit log names it. */
    @Override
    public String toString() {
        return id.toString();
    }
}
