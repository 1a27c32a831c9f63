package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamInvitationId;
import java.time.Instant;
import java.util.Optional;

/** The invitations of a team. Runs inside a transaction of the caller. */
public interface TeamInvitations {

    /**
     * Adds an invitation.
     *
     * @param invitation version 1
     * @return false when one to this address is pending, expired or not
     */
    boolean add(TeamInvitation invitation);

    /**
     * Finds an invitation.
     *
     * @param id the id
     * @return the invitation, or empty
     */
    Optional<TeamInvitation> find(TeamInvitationId id);

    /**
     * Finds the pending invitation to an address.
     *
     * @param email the address
     * @return the invitation, expired or not, or empty
     */
    Optional<TeamInvitation> findPending(EmailAddress email);

    /**
     * The invitations, the newest first.
     *
     * @param page which page
     * @return the invitations
     */
    Page<TeamInvitation> list(PageRequest page);

    /**
     * How many invitations can still be accepted.
     *
     * @param now the time
     * @return 0 or more
     */
    int countOpen(Instant now);

    /**
     * Replaces an invitation, unless somebody else was faster.
     *
     * @param invitation the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(TeamInvitation invitation);

    /**
     * Revokes all pending invitations, because the team is deleted.
     *
     * @param now the time
     * @return how many there were
     */
    int revokeAll(Instant now);
}
