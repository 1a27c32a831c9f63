package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.AllWallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.time.InstantSource;

/** Shows figures over the wallets of all teams, for operators. */
public final class ShowCreditStats {

    private final AllWallets all;
    private final InstantSource clock;

    ShowCreditStats(AllWallets all, InstantSource clock) {
        this.all = all;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor the operator
     */
    public record Query(Actor actor) {}

    /**
     * Adds them up.
     *
     * @param query what is asked
     * @return the figures
     */
    public AllWallets.Stats handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return all.stats(clock.instant());
    }
}
