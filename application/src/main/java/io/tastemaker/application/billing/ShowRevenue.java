package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.RevenueReport;
import java.time.Instant;
import java.time.InstantSource;

/** Shows subscriptions and money, added up over all teams. */
public final class ShowRevenue {

    private final Accounts accounts;
    private final InstantSource clock;

    ShowRevenue(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param since from when on money counts
     */
    public record Query(Actor actor, Instant since) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the figures
     */
    public RevenueReport handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return accounts.report(query.since(), clock.instant());
    }
}
