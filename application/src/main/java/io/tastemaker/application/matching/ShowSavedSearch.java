package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import java.util.UUID;

/** Shows a saved question. */
public final class ShowSavedSearch {

    private final Transactions transactions;
    private final Searches searches;

    ShowSavedSearch(Transactions transactions, Searches searches) {
        this.transactions = transactions;
        this.searches = searches;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param id which saved question
     */
    public record Query(Actor actor, UUID id) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the saved question
     * @throws Refusal.NotFound when the team has no such saved question
     */
    public Searches.Saved handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> searches.saved(query.id())).orElseThrow(Refusal.NotFound::new);
    }
}
