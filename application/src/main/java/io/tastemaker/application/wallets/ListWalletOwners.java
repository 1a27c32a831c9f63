package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.AllWallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;

/** Lists the owners of wallets, for whoever goes through all of them. */
public final class ListWalletOwners {

    private static final int PAGE = 1_000;

    private final AllWallets all;

    ListWalletOwners(AllWallets all) {
        this.all = all;
    }

    /**
     * What is asked.
     *
     * @param actor the operator, or the program itself
     * @param after the id behind which the page begins; empty for the first
     */
    public record Query(Actor actor, Optional<TeamId> after) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return up to 1,000 in the order of their ids; none behind the last
     */
    public List<TeamId> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return all.list(query.after(), PAGE);
    }
}
