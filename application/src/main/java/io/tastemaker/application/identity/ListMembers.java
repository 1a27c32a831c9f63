package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.Memberships.Member;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;

/** Lists the members of the actor's team. */
public final class ListMembers {

    private final Transactions transactions;
    private final Memberships memberships;

    ListMembers(Transactions transactions, Memberships memberships) {
        this.transactions = transactions;
        this.memberships = memberships;
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
     * @return the members, the oldest first
     * @throws Refusal.NotFound when it is not the actor's team
     */
    public Page<Member> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_TEAM);
        CurrentTeam.require(query.actor(), query.team());
        return transactions.reading(query.actor(), () -> memberships.list(query.page()));
    }
}
