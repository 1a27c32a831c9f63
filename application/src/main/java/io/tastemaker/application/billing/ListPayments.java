package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Set;

/** Lists what a team paid and is asked for. */
public final class ListPayments {

    private final Transactions transactions;
    private final Accounts accounts;

    ListPayments(Transactions transactions, Accounts accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /**
     * What is asked.
     *
     * @param actor the owner of the team
     * @param kinds of which kinds; empty for all
     * @param page which page
     */
    public record Query(Actor actor, Set<Payment.Kind> kinds, PageRequest page) {
        /** Copies the set. */
        public Query {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the newest first
     */
    public Page<Payment> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_BILLING);
        return transactions.reading(query.actor(), () -> accounts.listPayments(query.kinds(), query.page()));
    }
}
