package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;

/** Lists a team's proposals, the newest first. */
public final class ListProposals {

    private final Transactions transactions;
    private final Proposals proposals;
    private final ProposalDoor door;

    ListProposals(Transactions transactions, Proposals proposals, ProposalDoor door) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team of which team; any but the actor's own is for operators
     * @param status only this status, empty for all
     * @param page which page
     */
    public record Query(Actor actor, TeamId team, Optional<Proposal.Status> status, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the proposals
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Page<Proposal> handle(Query query) {
        Actor actor = LookedAtTeam.actor(query.actor(), query.team(), Permission.READ_PROPOSALS);
        return transactions.reading(actor, () -> {
            door.require();
            return proposals.list(query.status(), query.page());
        });
    }
}
