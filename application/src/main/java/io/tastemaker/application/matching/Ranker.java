package io.tastemaker.application.matching;

import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.TeamId;

/** What ranks; {@link Ranking#of(TeamId, Catalogue, SearchCriteria)}, unless somebody compares it with another engine. */
@FunctionalInterface
public interface Ranker {

    /**
     * Ranks for a team.
     *
     * @param team who asks
     * @param catalogue what the team sees
     * @param criteria the question
     * @return the ranking
     */
    Ranking rank(TeamId team, Catalogue catalogue, SearchCriteria criteria);
}
