package io.tastemaker.application.outreach.out;

import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invitations of creators. Runs inside a transaction of the caller, but for {@link #claimDue}. */
public interface Invitations {

    /**
     * Which invitations are wanted.
     *
     * @param campaign only of this campaign, empty for all
     * @param status only those that stand there, empty for all
     */
    record Filter(Optional<CampaignId> campaign, Optional<Invitation.Status> status) {}

    /**
     * An invitation about which something is due.
     *
     * @param team whose
     * @param invitation which
     */
    record Due(TeamId team, InvitationId invitation) {}

    /**
     * Adds invitations. A creator has at most one in a campaign that is open or was accepted: another one is not added.
     *
     * @param invitations version 1
     * @return those that were added
     */
    List<Invitation> add(List<Invitation> invitations);

    /**
     * Finds an invitation.
     *
     * @param id which
     * @return the invitation, or empty
     */
    Optional<Invitation> find(InvitationId id);

    /**
     * Finds an invitation and keeps everybody else from changing it until the transaction ends.
     *
     * @param id which
     * @return the invitation, or empty
     */
    Optional<Invitation> hold(InvitationId id);

    /**
     * Replaces an invitation, unless somebody else was faster.
     *
     * @param invitation the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(Invitation invitation);

    /**
     * The last invitation of each of some creators into a campaign.
     *
     * @param campaign which campaign
     * @param creators whose
     * @return those that have any
     */
    Map<CreatorId, Invitation> latest(CampaignId campaign, Collection<CreatorId> creators);

    /**
     * The team's invitations, the newest first.
     *
     * @param filter which
     * @param page which page
     * @return the invitations
     */
    Page<Invitation> list(Filter filter, PageRequest page);

    /**
     * Takes up invitations about which something is due, of teams that are not closed, the longest due first; for a while nobody else does.
     * Works across teams, in a transaction of its own.
     *
     * @param now the time
     * @param lease after how long somebody else may take them up when nothing was done
     * @param most how many, at least 1
     * @return them
     */
    List<Due> claimDue(Instant now, Duration lease, int most);
}
