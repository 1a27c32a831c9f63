package io.tastemaker.application.proposals.out;

import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Map;
import java.util.Optional;

/** Who is invited to proposals, with the links of their letters and with what was said. */
public interface ProposalInvitations extends ProposalParts<ProposalInvitation> {

    /**
     * Where a link leads.
     *
     * @param team whose proposal
     * @param proposal which proposal
     * @param invitation which invitation
     */
    record Target(TeamId team, ProposalId proposal, InvitationId invitation) {}

    /**
     * Keeps the link of a letter; all links of an invitation lead to it.
     *
     * @param tokenHash SHA-256 of its token in lower-case hex
     * @param invitation where it leads
     */
    void link(String tokenHash, ProposalInvitation invitation);

    /**
     * Finds where a link leads. Works across teams, in a transaction of its own.
     *
     * @param tokenHash the hash of the token that was presented
     * @return the invitation, whatever became of it; empty when there is no such link or its team is closed
     */
    Optional<Target> target(String tokenHash);

    /**
     * Keeps what somebody wrote.
     *
     * @param proposal about which proposal
     * @param message what was written
     */
    void write(ProposalId proposal, InvitationMessage message);

    /**
     * What was written about a proposal, the newest first.
     *
     * @param proposal which proposal
     * @param invitation only with this invited; empty for all
     * @param page which page
     * @return the messages
     */
    Page<InvitationMessage> messages(ProposalId proposal, Optional<InvitationId> invitation, PageRequest page);

    /**
     * How many messages each side wrote.
     *
     * @param proposal about which proposal
     * @param invitation only with this invited; empty for all
     * @return the numbers; a side that wrote nothing is not there
     */
    Map<InvitationMessage.Side, Integer> written(ProposalId proposal, Optional<InvitationId> invitation);
}
