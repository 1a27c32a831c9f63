package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;

/** Shows the actor's team. */
public final class ShowTeam {

    private final Transactions transactions;
    private final OwnTeam ownTeam;

    ShowTeam(Transactions transactions, OwnTeam ownTeam) {
        this.transactions = transactions;
        this.ownTeam = ownTeam;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team which team
     */
    public record Query(Actor actor, TeamId team) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the team
     * @throws Refusal.NotFound when it is not the actor's
     */
    public Team handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_TEAM);
        CurrentTeam.require(query.actor(), query.team());
        return transactions.reading(query.actor(), ownTeam::find).orElseThrow(Refusal.NotFound::new);
    }
}
