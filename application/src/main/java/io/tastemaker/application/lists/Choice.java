package io.tastemaker.application.lists;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Set;

/** Which creators are to be put on a list. */
public sealed interface Choice {

    /** How many creators one call may put on a list. */
    int MOST = 500;

    /**
     * Creators that were chosen one by one.
     *
     * @param ids at most {@link #MOST}, none for an empty list
     */
    record These(List<CreatorId> ids) implements Choice {
        /** Copies the ids. */
        public These {
            ids = List.copyOf(ids);
        }
    }

    /**
     * The best of a ranking.
     *
     * @param ranking of a search or of a campaign's match
     * @param first how many, 1 to {@link #MOST}; fewer when the ranking is shorter
     */
    record Best(RankingId ranking, int first) implements Choice {}

    /** Why nobody was put on the list. */
    sealed interface Declined {
        /**
         * Some do not exist for the team.
         *
         * @param creators those that do not
         */
        record UnknownCreators(Set<CreatorId> creators) implements Declined {}

        /** There is no such ranking, or not any more. */
        record UnknownRanking() implements Declined {}

        /**
         * The team has not seen so many of the ranking: they are paid for page by page.
         *
         * @param action what the pages are paid as
         * @param seen how many can be taken from it
         */
        record NotPaid(Action action, int seen) implements Declined {}

        /**
         * The list would be too long.
         *
         * @param items how many are on it
         * @param added how many would be new
         */
        record ListFull(int items, int added) implements Declined {}
    }
}
