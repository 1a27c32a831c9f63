package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Shows what a team is subscribed to, and what plan counts. It is what we know; the provider is not asked. */
public final class ShowSubscription {

    private final Transactions transactions;
    private final Accounts accounts;
    private final ShowWallet showWallet;
    private final InstantSource clock;

    ShowSubscription(Transactions transactions, Accounts accounts, ShowWallet showWallet, InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.showWallet = showWallet;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor the owner of the team
     */
    public record Query(Actor actor) {}

    /**
     * What a team is subscribed to.
     *
     * @param plan the plan that counts
     * @param paidPlan the plan that the team is entitled to because it pays; empty when it pays for none
     * @param subscription the subscription that runs, else the last one; empty when there never was one
     */
    public record View(Plan plan, Optional<PlanId> paidPlan, Optional<Subscription> subscription) {
        /** Checks that nothing is missing. */
        public View {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(paidPlan, "paidPlan");
            Objects.requireNonNull(subscription, "subscription");
        }
    }

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return what the team is subscribed to
     */
    public View handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_BILLING);
        Account account = transactions.reading(query.actor(), () -> accounts.own(clock.instant()));
        Plan plan = showWallet.handle(new ShowWallet.Query(query.actor(), query.actor().team())).plan();
        return new View(plan, account.entitled(), account.current());
    }
}
