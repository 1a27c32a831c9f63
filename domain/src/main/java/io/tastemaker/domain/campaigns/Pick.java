package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.ScoreReceipt;
import java.util.Objects;

/**
 * Where a creator stood when a team took it from a ranking. It stays as it was, whatever becomes of the creator or of the ranking.
 *
 * @param ranking the ranking
 * @param rank 1 for the best
 * @param score why the creator stood there; among others the followers and the engagement rate of that day
 */
public record Pick(RankingId ranking, int rank, ScoreReceipt score) {

    /** Checks that nothing is missing. */
    public Pick {
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(score, "score");
        if (rank < 1) {
            throw new IllegalArgumentException("ranks begin at 1: " + rank);
        }
    }
}
