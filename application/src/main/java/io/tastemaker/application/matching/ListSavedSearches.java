package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the team's saved questions, the newest first. */
public final class ListSavedSearches {

    private final Transactions transactions;
    private final Searches searches;

    ListSavedSearches(Transactions transactions, Searches searches) {
        this.transactions = transactions;
        this.searches = searches;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the saved questions
     */
    public Page<Searches.Saved> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> searches.allSaved(query.page()));
    }
}
