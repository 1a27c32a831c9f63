package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Ids;
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

/** Makes a proposal, as a draft. Staff may for a team to which proposals are open. */
public final class CreateProposal {

    /** The most proposals of a team. */
    public static final int MOST_OF_A_TEAM = 10_000;

    private final Transactions transactions;
    private final Proposals proposals;
    private final ProposalDoor door;
    private final NamedCampaign namedCampaign;
    private final Ids ids;
    private final InstantSource clock;

    CreateProposal(Transactions transactions, Proposals proposals, ProposalDoor door, NamedCampaign namedCampaign, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.door = door;
        this.namedCampaign = namedCampaign;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who makes it
     * @param team for which team; any but the actor's own is for operators
     * @param terms what it offers
     */
    public record Command(Actor actor, TeamId team, Terms terms) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It exists.
         *
         * @param proposal a draft of version 1
         */
        record Created(Proposal proposal) implements Outcome {}

        /** The team has no such campaign. */
        record UnknownCampaign() implements Outcome {}

        /** The team has {@link #MOST_OF_A_TEAM} proposals. */
        record TooMany() implements Outcome {}
    }

    /**
     * Makes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        Actor actor = LookedAtTeam.actor(command.actor(), command.team(), Permission.WRITE_PROPOSALS);
        transactions.reading(actor, () -> {
            door.require();
            return true;
        });
        if (!namedCampaign.exists(actor, command.terms())) {
            return new Outcome.UnknownCampaign();
        }
        return transactions.inTransaction(actor, "proposal.create", () -> {
            door.require();
            if (proposals.count() >= MOST_OF_A_TEAM) {
                return new Outcome.TooMany();
            }
            Proposal draft = Proposal.draft(new ProposalId(ids.next()), actor.team(), command.terms(), actor.label(), clock.instant());
            proposals.add(draft, ProposalVersion.of(draft, Proposal.Step.CREATE, "", actor.label()));
            transactions.about(Subject.of("proposal", draft.id()), draft.terms().traits().with("status", draft.status()).made());
            return new Outcome.Created(draft);
        });
    }
}
