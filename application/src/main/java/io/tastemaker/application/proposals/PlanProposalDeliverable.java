package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalDeliverable;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Plans a piece of work that a proposal leads to. */
public final class PlanProposalDeliverable {

    private final Transactions transactions;
    private final ProposalParts<ProposalDeliverable> deliverables;
    private final ProposalDoor door;
    private final Ids ids;
    private final InstantSource clock;

    PlanProposalDeliverable(Transactions transactions, ProposalParts<ProposalDeliverable> deliverables, ProposalDoor door, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.deliverables = deliverables;
        this.door = door;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param proposal which proposal
     * @param work what is to be done
     */
    public record Command(Actor actor, ProposalId proposal, ProposalDeliverable.Work work) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is planned.
         *
         * @param deliverable of version 1
         */
        record Planned(ProposalDeliverable deliverable) implements Outcome {}

        /** The proposal has {@link ProposalDeliverable#MOST} deliverables. */
        record TooMany() implements Outcome {}
    }

    /**
     * Plans it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_PROPOSALS);
        return transactions.inTransaction(actor, "proposal.deliverable.plan", () -> {
            Proposal proposal = door.hold(command.proposal());
            if (deliverables.count(proposal.id()) >= ProposalDeliverable.MOST) {
                transactions.refused(Subject.of("proposal", proposal.id()));
                return new Outcome.TooMany();
            }
            ProposalDeliverable planned =
                    ProposalDeliverable.plan(new DeliverableId(ids.next()), proposal.id(), command.work(), actor.label(), clock.instant());
            deliverables.add(planned);
            transactions.about(Subject.of("proposal", proposal.id()), planned.traits().made());
            return new Outcome.Planned(planned);
        });
    }
}
