package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import java.util.Optional;

/** Lists what was written about a proposal, the newest first. */
public final class ListProposalMessages {

    private final Transactions transactions;
    private final ProposalInvitations invitations;
    private final ProposalDoor door;

    ListProposalMessages(Transactions transactions, ProposalInvitations invitations, ProposalDoor door) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param proposal about which proposal
     * @param invitation only with this invited; empty for all
     * @param page which page
     */
    public record Query(Actor actor, ProposalId proposal, Optional<InvitationId> invitation, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the messages
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Page<InvitationMessage> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_PROPOSALS);
        return transactions.reading(query.actor(), () -> {
            door.find(query.proposal());
            return invitations.messages(query.proposal(), query.invitation(), query.page());
        });
    }
}
