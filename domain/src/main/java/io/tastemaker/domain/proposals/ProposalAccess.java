package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;

/**
 * That proposals are open to a team.
 *
 * @param team which team
 * @param grantedBy the label of the operator who opened them
 * @param grantedAt when
 */
public record ProposalAccess(TeamId team, String grantedBy, Instant grantedAt) {
    /** Checks that nothing is missing. */
    public ProposalAccess {
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(grantedBy, "grantedBy");
        Objects.requireNonNull(grantedAt, "grantedAt");
    }
}
