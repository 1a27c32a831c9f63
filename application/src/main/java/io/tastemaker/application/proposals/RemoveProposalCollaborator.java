package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalCollaborator;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import java.util.UUID;

/** Removes a party of a proposal. */
public final class RemoveProposalCollaborator {

    private final Transactions transactions;
    private final ProposalParts<ProposalCollaborator> collaborators;
    private final ProposalDoor door;

    RemoveProposalCollaborator(Transactions transactions, ProposalParts<ProposalCollaborator> collaborators, ProposalDoor door) {
        this.transactions = transactions;
        this.collaborators = collaborators;
        this.door = door;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param proposal which proposal
     * @param collaborator which of its parties
     */
    public record Command(Actor actor, ProposalId proposal, UUID collaborator) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}
    }

    /**
     * Removes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal, or that has no such party
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_PROPOSALS);
        return transactions.inTransaction(command.actor(), "proposal.collaborator.remove", () -> {
            Proposal proposal = door.hold(command.proposal());
            ProposalCollaborator gone = collaborators.find(proposal.id(), command.collaborator()).orElseThrow(Refusal.NotFound::new);
            collaborators.remove(gone);
            transactions.about(Subject.of("proposal", proposal.id()), gone.traits().gone());
            return new Outcome.Removed();
        });
    }
}
