package io.tastemaker.application.outreach.out;

import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The links in letters to creators, by the hashes of their tokens. Each letter has its own, and all of one invitation lead to it. */
public interface ResponseLinks {

    /**
     * A link.
     *
     * @param tokenHash SHA-256 of the token in lower-case hex
     * @param invitation where it leads
     * @param mailedAt when its letter was posted
     */
    record Link(String tokenHash, InvitationId invitation, Instant mailedAt) {
        /** Leaves out the hash. */
        @Override
        public String toString() {
            return "Link[" + invitation + "]";
        }
    }

    /**
     * Where a link leads.
     *
     * @param team whose invitation
     * @param invitation which
     */
    record Target(TeamId team, InvitationId invitation) {}

    /**
     * Adds links of the bound team. Runs inside a transaction of the caller.
     *
     * @param links new ones
     */
    void add(List<Link> links);

    /**
     * Finds where a link leads. Works across teams, in a transaction of its own.
     *
     * @param tokenHash the hash of the token that was presented
     * @return the invitation, whatever became of it; empty when there is no such link
     */
    Optional<Target> find(String tokenHash);
}
