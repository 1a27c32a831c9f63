package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.matching.Lift;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.Standing;
import io.tastemaker.domain.matching.Weights;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Optional;

/** Explains where a creator stands in a ranking: why, why not, what would lift it, and where it would stand under other weights. */
public final class ExplainRanking {

    private final Rankings rankings;

    ExplainRanking(Rankings rankings) {
        this.rankings = rankings;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param ranking which ranking
     * @param creator about whom
     * @param raiseTo the rank to be lifted to, at least 1; empty when that is not asked
     * @param reweigh other weights; empty when that is not asked
     */
    public record Query(Actor actor, RankingId ranking, CreatorId creator, Optional<Integer> raiseTo, Optional<Weights> reweigh) {}

    /**
     * What a lift takes.
     *
     * @param rank the rank to be lifted to: the one asked for, or the creator's own when that is better
     * @param ways for each factor that could do it alone, the mark it takes; empty when none could
     */
    public record Raise(int rank, List<Lift> ways) {}

    /** What is answered. */
    public sealed interface Outcome {
        /**
         * Where the creator stands, and what else was asked.
         *
         * @param standing in the ranking, or why not
         * @param raise what a lift takes; empty when not asked or the creator is not in the ranking
         * @param reweighed where it would stand under the other weights; empty when not asked
         */
        record Explained(Standing standing, Optional<Raise> raise, Optional<Standing> reweighed) implements Outcome {}

        /** The ranking is not kept any more, and what it was computed from with it. */
        record RankingExpired() implements Outcome {}
    }

    /**
     * Explains.
     *
     * @param query what is asked
     * @return the explanation
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.SEARCH_CREATORS);
        return rankings.find(query.actor().team(), query.ranking())
                .<Outcome>map(ranking -> explain(ranking, query))
                .orElseGet(Outcome.RankingExpired::new);
    }

    private static Outcome explain(Ranking ranking, Query query) {
        Standing standing = ranking.standing(query.creator());
        Optional<Raise> raise = query.raiseTo().flatMap(rank -> standing instanceof Standing.Ranked ranked
                ? Optional.of(raise(ranking, ranked.entry(), rank))
                : Optional.empty());
        return new Outcome.Explained(standing, raise, query.reweigh().map(weights -> ranking.reweighed(weights).standing(query.creator())));
    }

    private static Raise raise(Ranking ranking, Ranking.Entry entry, int rank) {
        int reachable = Math.min(rank, entry.rank());
        return new Raise(reachable, ranking.lifts(entry, reachable));
    }
}
