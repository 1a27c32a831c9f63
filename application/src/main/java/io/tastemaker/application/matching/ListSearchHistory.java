package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the questions the caller put, the newest first. */
public final class ListSearchHistory {

    private final Transactions transactions;
    private final Searches searches;

    ListSearchHistory(Transactions transactions, Searches searches) {
        this.transactions = transactions;
        this.searches = searches;
    }

    /**
     * What is asked.
     *
     * @param actor whose questions
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the questions
     */
    public Page<Searches.Past> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> searches.history(query.actor().label(), query.page()));
    }
}
