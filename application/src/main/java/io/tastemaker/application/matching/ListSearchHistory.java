package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the questions the caller put, the newest first. */
public final class ListSearchHistory {

    private final SearchHistory history;

    ListSearchHistory(SearchHistory history) {
        this.history = history;
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
    public Page<SearchHistory.Past> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return history.of(query.actor().team(), query.actor().label(), query.page());
    }
}
