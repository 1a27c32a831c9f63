package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Set;

/** Lists the subscriptions of all teams. */
public final class ListSubscriptions {

    private final Accounts accounts;

    ListSubscriptions(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param statuses with which status; empty for all
     * @param page which page
     */
    public record Query(Actor actor, Set<SubscriptionStatus> statuses, PageRequest page) {
        /** Copies the set. */
        public Query {
            statuses = Set.copyOf(statuses);
        }
    }

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the newest first
     */
    public Page<Accounts.Held> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return accounts.listSubscriptions(query.statuses(), query.page());
    }
}
