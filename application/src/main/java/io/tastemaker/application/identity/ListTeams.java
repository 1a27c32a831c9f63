package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.Team;
import java.util.List;

/** Lists all teams, for operators. */
public final class ListTeams {

    private final PlatformTransactions platform;
    private final Teams teams;

    ListTeams(PlatformTransactions platform, Teams teams) {
        this.platform = platform;
        this.teams = teams;
    }

    /**
     * What is asked.
     *
     * @param actor an operator or the program itself
     */
    public record Query(Actor actor) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the teams, the oldest first
     */
    public List<Team> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return platform.reading(query.actor(), teams::all);
    }
}
