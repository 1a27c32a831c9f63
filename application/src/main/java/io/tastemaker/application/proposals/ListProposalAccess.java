package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalAccesses;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.proposals.ProposalAccess;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the teams to which proposals are open, the newest first. */
public final class ListProposalAccess {

    private final ProposalAccesses accesses;

    ListProposalAccess(ProposalAccesses accesses) {
        this.accesses = accesses;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return one for each team
     */
    public Page<ProposalAccess> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return accesses.list(query.page());
    }
}
