package io.tastemaker.application.matching.out;

import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.function.Supplier;

/** Rankings of searches, in memory for {@value #MINUTES} minutes each. Not bound to a transaction of the caller. */
public interface Rankings {

    /** How long a ranking is kept after it was made. */
    int MINUTES = 5;

    /**
     * Finds a ranking, or makes it; of callers that want the same one at once, one makes it and the others wait.
     *
     * @param team whose ranking
     * @param id the ranking's id
     * @param make makes it
     * @return the ranking
     */
    Ranking obtain(TeamId team, RankingId id, Supplier<Ranking> make);

    /**
     * Finds a ranking.
     *
     * @param team whose ranking
     * @param id the ranking's id
     * @return the ranking, or empty when the team has none of this id any more
     */
    Optional<Ranking> find(TeamId team, RankingId id);
}
