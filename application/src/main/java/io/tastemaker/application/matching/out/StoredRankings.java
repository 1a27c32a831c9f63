package io.tastemaker.application.matching.out;

import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.StoredRanking;
import java.util.Optional;

/** Rankings that are kept for good. Runs inside a transaction of the caller. */
public interface StoredRankings {

    /**
     * Keeps a ranking; one that is kept already stays as it is.
     *
     * @param ranking the ranking, of the bound team
     */
    void add(StoredRanking ranking);

    /**
     * Finds a ranking, with all its rows.
     *
     * @param id the ranking's id
     * @return the ranking, or empty
     */
    Optional<StoredRanking> find(RankingId id);
}
