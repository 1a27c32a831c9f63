package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;

/**
 * Lists what hangs on a proposal, the newest first.
 *
 * @param <T> invitations, applications, collaborators or deliverables
 */
public final class ListProposalParts<T> {

    private final Transactions transactions;
    private final ProposalParts<T> parts;
    private final ProposalDoor door;

    ListProposalParts(Transactions transactions, ProposalParts<T> parts, ProposalDoor door) {
        this.transactions = transactions;
        this.parts = parts;
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
     * What was found.
     *
     * @param proposal the proposal as it is now
     * @param page what hangs on it
     * @param <T> as above
     */
    public record Listed<T>(Proposal proposal, Page<T> page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return what was found
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Listed<T> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_PROPOSALS);
        return transactions.reading(query.actor(), () ->
                new Listed<>(door.find(query.proposal()), parts.list(query.proposal(), query.page())));
    }
}
