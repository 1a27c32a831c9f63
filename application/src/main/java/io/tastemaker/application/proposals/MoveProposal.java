package io.tastemaker.application.proposals;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** Sends a proposal, decides about it, or takes it back. */
public final class MoveProposal {

    private final Transactions transactions;
    private final ProposalDoor door;
    private final InstantSource clock;

    MoveProposal(Transactions transactions, ProposalDoor door, InstantSource clock) {
        this.transactions = transactions;
        this.door = door;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who takes the step
     * @param proposal which proposal
     * @param expectedVersion the version the actor saw, empty for any
     * @param step to send, approve, decline or withdraw it
     * @param reason why, at most 2,000 characters; blank for nothing
     */
    public record Command(Actor actor, ProposalId proposal, OptionalLong expectedVersion, Proposal.Step step, String reason) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It stands elsewhere now.
         *
         * @param proposal the next version
         */
        record Moved(Proposal proposal) implements Outcome {}

        /**
         * That cannot be done as it stands.
         *
         * @param status where it stands
         * @param allowed what can be done instead
         */
        record NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) implements Outcome {}

        /**
         * Nobody can decide about it yet.
         *
         * @param missing the members of its terms that are missing
         */
        record Incomplete(List<String> missing) implements Outcome {}
    }

    /**
     * Takes the step.
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
        return transactions.inTransaction(actor, "proposal." + command.step().code(), () -> {
            Proposal proposal = door.find(command.proposal());
            if (command.expectedVersion().orElse(proposal.version()) != proposal.version()) {
                throw new Refusal.StaleVersion(proposal.version());
            }
            transactions.refused(Subject.of("proposal", proposal.id()));
            return switch (proposal.take(command.step(), clock.instant())) {
                case Proposal.Decision.Taken(Proposal moved) -> moved(command, proposal, moved);
                case Proposal.Decision.NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) -> new Outcome.NotFromHere(status, allowed);
                case Proposal.Decision.Incomplete(List<String> missing) -> new Outcome.Incomplete(missing);
            };
        });
    }

    private Outcome moved(Command command, Proposal before, Proposal after) {
        door.keep(before, after, ProposalVersion.of(after, command.step(), command.reason(), command.actor().label()));
        transactions.about(Subject.of("proposal", before.id()), Traits.NONE.with("status", before.status())
                .changesTo(Traits.NONE.with("status", after.status()).withheld("reason", command.reason())));
        return new Outcome.Moved(after);
    }
}
