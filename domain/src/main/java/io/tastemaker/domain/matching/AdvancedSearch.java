package io.tastemaker.domain.matching;

import java.util.List;
import java.util.Set;

/**
 * What makes a search an advanced one, which the price list may price: a filter beyond the plain ones, or weights of the caller's own.
 * Said once, here: the gate, the vocabulary and the documentation all read it.
 */
public final class AdvancedSearch {

    /** The filters that anybody may use. A filter that is not among them is advanced, so that a new one is never free by accident. */
    public static final List<String> PLAIN_FILTERS = List.of("platforms", "locations", "categories", "languages", "followers",
            "engagement_rate", "verified", "last_post_within_days", "unlocked", "exclude");

    /** The plain filters by the names that criteria give them where those differ. */
    private static final Set<String> PLAIN_CODES =
            Set.of("last_post_since", "exclude.creator_ids", "exclude.handles", "exclude.categories");

    private AdvancedSearch() {}

    /**
     * Whether a filter makes a search an advanced one.
     *
     * @param name as in a search, such as {@code has_email}, or as in criteria, such as {@code last_post_since}
     * @return whether it does
     */
    public static boolean isAdvanced(String name) {
        return !PLAIN_FILTERS.contains(name) && !PLAIN_CODES.contains(name);
    }

    /**
     * Whether a question is an advanced one.
     *
     * @param criteria the question
     * @return whether any of its filters is advanced, or the weights are not the usual ones
     */
    public static boolean isAdvanced(SearchCriteria criteria) {
        if (!criteria.weights().equals(Weights.DEFAULT)) {
            return true;
        }
        for (HardFilter filter : criteria.filters()) {
            if (isAdvanced(filter.code())) {
                return true;
            }
        }
        return false;
    }
}
