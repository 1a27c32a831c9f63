package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.OptionalLong;

/** Deletes a proposal with all its versions, unless somebody has to decide about it or has agreed to it. */
public final class DeleteProposal {

    private final Transactions transactions;
    private final Proposals proposals;
    private final ProposalDoor door;

    DeleteProposal(Transactions transactions, Proposals proposals, ProposalDoor door) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.door = door;
    }

    /**
     * What is wanted.
     *
     * @param actor who deletes
     * @param proposal which proposal
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, ProposalId proposal, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Deleted() implements Outcome {}

        /**
         * It cannot be deleted as it stands.
         *
         * @param status where it stands
         * @param allowed what can be done instead
         */
        record NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) implements Outcome {}
    }

    /**
     * Deletes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.StaleVersion when the version is not the expected one
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_PROPOSALS);
        return transactions.inTransaction(actor, "proposal.delete", () -> {
            Proposal proposal = door.find(command.proposal());
            if (!proposal.allowed().contains(Proposal.Step.DELETE)) {
                transactions.refused(Subject.of("proposal", proposal.id()));
                return new Outcome.NotFromHere(proposal.status(), proposal.allowed());
            }
            if (command.expectedVersion().orElse(proposal.version()) != proposal.version() || !proposals.remove(proposal)) {
                throw new Refusal.StaleVersion(proposal.version());
            }
            transactions.about(Subject.of("proposal", proposal.id()), proposal.terms().traits().with("status", proposal.status()).gone());
            return new Outcome.Deleted();
        });
    }
}
