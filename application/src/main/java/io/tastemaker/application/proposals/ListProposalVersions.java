package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;

/** Lists the versions of a proposal, the newest first. */
public final class ListProposalVersions {

    private final Transactions transactions;
    private final Proposals proposals;
    private final ProposalDoor door;

    ListProposalVersions(Transactions transactions, Proposals proposals, ProposalDoor door) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param proposal which proposal
     * @param page which page
     */
    public record Query(Actor actor, ProposalId proposal, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the versions
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Page<ProposalVersion> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_PROPOSALS);
        return transactions.reading(query.actor(), () -> {
            door.find(query.proposal());
            return proposals.versions(query.proposal(), query.page());
        });
    }
}
