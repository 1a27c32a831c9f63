package io.tastemaker.application.proposals;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;

/** Shows a proposal as it is. */
public final class ShowProposal {

    private final Transactions transactions;
    private final ProposalDoor door;

    ShowProposal(Transactions transactions, ProposalDoor door) {
        this.transactions = transactions;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team of which team; any but the actor's own is for operators
     * @param proposal which proposal
     */
    public record Query(Actor actor, TeamId team, ProposalId proposal) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the proposal
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Proposal handle(Query query) {
        Actor actor = LookedAtTeam.actor(query.actor(), query.team(), Permission.READ_PROPOSALS);
        return transactions.reading(actor, () -> door.find(query.proposal()));
    }
}
