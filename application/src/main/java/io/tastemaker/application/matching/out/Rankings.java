package io.tastemaker.application.matching.out;

import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rankings of searches, in memory for {@value #MINUTES} minutes each. Not bound to a transaction of the caller. A ranking's id follows from
 * the question, so that it is no secret: a ranking is found only once it is published, which is when it is paid for.
 */
public interface Rankings {

    /** How long a ranking is kept after it was made. */
    int MINUTES = 5;

    /**
     * Gives a ranking, published or not, or makes it; of callers that want the same one at once, one makes it and the others wait.
     *
     * @param team whose ranking
     * @param catalogue which state of the catalogue
     * @param criteria the question
     * @param make makes it
     * @return the ranking, whose id is {@link RankingId#of} these
     */
    Ranking obtain(TeamId team, CatalogueVersion catalogue, SearchCriteria criteria, Supplier<Ranking> make);

    /**
     * Lets a ranking be found for the rest of its time.
     *
     * @param team whose ranking
     * @param id the ranking's id
     */
    void publish(TeamId team, RankingId id);

    /**
     * Finds a ranking that was published.
     *
     * @param team whose ranking
     * @param id the ranking's id
     * @return the ranking, or empty when the team has none of this id, or not any more
     */
    Optional<Ranking> find(TeamId team, RankingId id);
}
