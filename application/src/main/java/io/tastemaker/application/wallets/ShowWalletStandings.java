package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.WalletNews;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Set;

/** Shows where wallets stand, for whoever tells others of what happens in them. */
public final class ShowWalletStandings {

    private final WalletNews news;

    ShowWalletStandings(WalletNews news) {
        this.news = news;
    }

    /**
     * What is asked.
     *
     * @param actor the program itself
     * @param teams whose wallets
     */
    public record Query(Actor actor, Set<TeamId> teams) {
        /** Copies the teams. */
        public Query {
            teams = Set.copyOf(teams);
        }
    }

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return one for each wallet that there is
     */
    public List<WalletStanding> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return query.teams().isEmpty() ? List.of() : news.standings(query.teams());
    }
}
