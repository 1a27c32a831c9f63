package io.tastemaker.application.proposals;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** Changes what a proposal offers, which makes a draft of it again. */
public final class ChangeProposal {

    private final Transactions transactions;
    private final ProposalDoor door;
    private final NamedCampaign namedCampaign;
    private final InstantSource clock;

    ChangeProposal(Transactions transactions, ProposalDoor door, NamedCampaign namedCampaign, InstantSource clock) {
        this.transactions = transactions;
        this.door = door;
        this.namedCampaign = namedCampaign;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes it
     * @param team of which team; any but the actor's own is for operators
     * @param proposal which proposal
     * @param expectedVersion the version the actor saw, empty for any
     * @param terms what it offers from now on
     * @param reason why, at most 2,000 characters; blank for nothing
     */
    public record Command(Actor actor, TeamId team, ProposalId proposal, OptionalLong expectedVersion, Terms terms, String reason) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param proposal a draft, of the next version
         * @param version the same as a version
         */
        record Changed(Proposal proposal, ProposalVersion version) implements Outcome {}

        /**
         * It cannot be changed as it stands.
         *
         * @param status where it stands
         * @param allowed what can be done instead
         */
        record NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) implements Outcome {}

        /** The team has no such campaign. */
        record UnknownCampaign() implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.StaleVersion when the version is not the expected one
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        Actor actor = LookedAtTeam.actor(command.actor(), command.team(), Permission.WRITE_PROPOSALS);
        transactions.reading(actor, () -> door.find(command.proposal()));
        boolean known = namedCampaign.exists(actor, command.terms());
        return transactions.inTransaction(actor, "proposal.change", () -> {
            Proposal proposal = door.find(command.proposal());
            if (command.expectedVersion().orElse(proposal.version()) != proposal.version()) {
                throw new Refusal.StaleVersion(proposal.version());
            }
            transactions.refused(Subject.of("proposal", proposal.id()));
            if (!known) {
                return new Outcome.UnknownCampaign();
            }
            return switch (proposal.change(command.terms(), clock.instant())) {
                case Proposal.Decision.Taken(Proposal changed) -> changed(actor, proposal, changed, command.reason());
                case Proposal.Decision.NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) -> new Outcome.NotFromHere(status, allowed);
                case Proposal.Decision.Incomplete incomplete -> throw new IllegalStateException("a draft may be incomplete");
            };
        });
    }

    private Outcome changed(Actor actor, Proposal before, Proposal after, String reason) {
        ProposalVersion version = ProposalVersion.of(after, Proposal.Step.CHANGE, reason, actor.label());
        door.keep(before, after, version);
        transactions.about(Subject.of("proposal", before.id()), before.terms().traits().with("status", before.status())
                .changesTo(after.terms().traits().with("status", after.status())));
        return new Outcome.Changed(after, version);
    }
}
