package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;

/** Lists the invitations of the actor's team. */
public final class ListInvitations {

    private final Transactions transactions;
    private final TeamInvitations invitations;

    ListInvitations(Transactions transactions, TeamInvitations invitations) {
        this.transactions = transactions;
        this.invitations = invitations;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team which team
     * @param page which page
     */
    public record Query(Actor actor, TeamId team, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the invitations, the newest first, answered ones too
     * @throws Refusal.NotFound when it is not the actor's team
     */
    public Page<TeamInvitation> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_MEMBERS);
        CurrentTeam.require(query.actor(), query.team());
        return transactions.reading(query.actor(), () -> invitations.list(query.page()));
    }
}
