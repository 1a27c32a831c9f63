package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.Funnel;
import io.tastemaker.domain.proposals.ProposalDeliverable;
import io.tastemaker.domain.shared.ProposalId;
import java.util.Optional;

/** Shows how far those came who were invited to a proposal. */
public final class ShowFunnel {

    private final Transactions transactions;
    private final ProposalInvitations invitations;
    private final ProposalParts<Application> applications;
    private final ProposalParts<ProposalDeliverable> deliverables;
    private final ProposalDoor door;

    ShowFunnel(Transactions transactions, ProposalInvitations invitations, ProposalParts<Application> applications,
            ProposalParts<ProposalDeliverable> deliverables, ProposalDoor door) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.applications = applications;
        this.deliverables = deliverables;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param proposal which proposal
     */
    public record Query(Actor actor, ProposalId proposal) {}

    /**
     * Counts.
     *
     * @param query what is asked
     * @return the funnel; what it counts has bounds, so that all of it is read
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Funnel handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_PROPOSALS);
        return transactions.reading(query.actor(), () -> {
            ProposalId proposal = door.find(query.proposal()).id();
            return Funnel.of(invitations.all(proposal), applications.all(proposal), invitations.written(proposal, Optional.empty()),
                    deliverables.all(proposal));
        });
    }
}
