package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.WalletNews;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Operation;
import java.util.List;

/** Lists what happened in a wallet, for whoever tells others of it. */
public final class ListWalletNews {

    private final WalletNews news;

    ListWalletNews(WalletNews news) {
        this.news = news;
    }

    /**
     * What is asked.
     *
     * @param actor the program itself
     * @param team whose wallet
     * @param from the version on which the first of it was decided
     * @param to the version on which nothing of it was decided any more
     */
    public record Query(Actor actor, TeamId team, long from, long to) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the operations in their order
     */
    public List<Operation> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return news.between(query.team(), query.from(), query.to());
    }
}
