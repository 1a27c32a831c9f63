package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalDeliverable;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes a deliverable of a proposal or takes a step with it, and tells of those that hand it in, approve it or send it back. */
public final class ChangeProposalDeliverable {

    private final Transactions transactions;
    private final ProposalParts<ProposalDeliverable> deliverables;
    private final ProposalDoor door;
    private final Events events;
    private final InstantSource clock;

    ChangeProposalDeliverable(Transactions transactions, ProposalParts<ProposalDeliverable> deliverables, ProposalDoor door, Events events,
            InstantSource clock) {
        this.transactions = transactions;
        this.deliverables = deliverables;
        this.door = door;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param proposal which proposal
     * @param deliverable which of its deliverables
     * @param expectedVersion the version the actor saw, empty for any
     * @param work what is to be done from now on
     * @param state where it is to stand
     */
    public record Command(Actor actor, ProposalId proposal, DeliverableId deliverable, OptionalLong expectedVersion, ProposalDeliverable.Work work,
            ProposalDeliverable.State state) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is done.
         *
         * @param deliverable the next version
         */
        record Changed(ProposalDeliverable deliverable) implements Outcome {}

        /**
         * Its state forbids that.
         *
         * @param state the state it is in
         * @param allowed where it can go instead
         */
        record NotFromHere(ProposalDeliverable.State state, List<ProposalDeliverable.State> allowed) implements Outcome {}

        /** Nothing is handed in without a proof. */
        record NoProof() implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal, or that has no such deliverable
     * @throws Refusal.StaleVersion when the version is not the expected one
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_PROPOSALS);
        return transactions.inTransaction(command.actor(), "proposal.deliverable.change", () -> {
            Proposal proposal = door.hold(command.proposal());
            ProposalDeliverable before = deliverables.find(proposal.id(), command.deliverable().value()).orElseThrow(Refusal.NotFound::new);
            ProposalDoor.expect(command.expectedVersion(), before.version());
            transactions.refused(Subject.of("proposal", proposal.id()));
            return switch (before.change(command.work(), command.state(), clock.instant())) {
                case ProposalDeliverable.Decision.NotFromHere(ProposalDeliverable.State state, List<ProposalDeliverable.State> allowed) ->
                    new Outcome.NotFromHere(state, allowed);
                case ProposalDeliverable.Decision.NoProof() -> new Outcome.NoProof();
                case ProposalDeliverable.Decision.Changed(ProposalDeliverable after) -> {
                    deliverables.replace(after);
                    told(before, after).ifPresent(kind -> events.tell(Event.of(kind, Subject.of("proposal_deliverable", after.id()))
                            .with("proposal_id", after.proposal()).with("status", after.state()).with("version", after.version())));
                    transactions.about(Subject.of("proposal", proposal.id()), before.traits().changesTo(after.traits()));
                    yield new Outcome.Changed(after);
                }
            };
        });
    }

    private static Optional<Event.Kind> told(ProposalDeliverable before, ProposalDeliverable after) {
        if (before.state() == after.state()) {
            return Optional.empty();
        }
        return switch (after.state()) {
            case SUBMITTED -> Optional.of(Event.Kind.DELIVERABLE_SUBMITTED);
            case APPROVED -> Optional.of(Event.Kind.DELIVERABLE_APPROVED);
            case REJECTED -> Optional.of(Event.Kind.DELIVERABLE_REJECTED);
            case PLANNED, CANCELED -> Optional.empty();
        };
    }
}
