package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.ProposalId;
import java.util.UUID;

/**
 * Shows one of what hangs on a proposal.
 *
 * @param <T> an application or a deliverable
 */
public final class ShowProposalPart<T> {

    private final Transactions transactions;
    private final ProposalParts<T> parts;
    private final ProposalDoor door;

    ShowProposalPart(Transactions transactions, ProposalParts<T> parts, ProposalDoor door) {
        this.transactions = transactions;
        this.parts = parts;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param proposal which proposal
     * @param id which of its parts
     */
    public record Query(Actor actor, ProposalId proposal, UUID id) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the part
     * @throws Refusal.NotFound when the team has no such proposal, or that has no such part
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public T handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_PROPOSALS);
        return transactions.reading(query.actor(), () -> {
            door.find(query.proposal());
            return parts.find(query.proposal(), query.id()).orElseThrow(Refusal.NotFound::new);
        });
    }
}
