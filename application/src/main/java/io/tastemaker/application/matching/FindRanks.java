package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.StoredRankings;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds where creators stand in a ranking, and why. */
public final class FindRanks {

    private final Transactions transactions;
    private final Rankings rankings;
    private final StoredRankings storedRankings;

    FindRanks(Transactions transactions, Rankings rankings, StoredRankings storedRankings) {
        this.transactions = transactions;
        this.rankings = rankings;
        this.storedRankings = storedRankings;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param ranking of a search, for as long as it lives, or of a campaign's match
     * @param creators whom
     */
    public record Query(Actor actor, RankingId ranking, Set<CreatorId> creators) {}

    /**
     * Where a creator stands.
     *
     * @param creator who
     * @param rank 1 for the best
     * @param score why
     */
    public record Rank(CreatorId creator, int rank, ScoreReceipt score) {}

    /** What is answered. */
    public sealed interface Outcome {
        /**
         * There is such a ranking.
         *
         * @param ranks where the creators stand; those are missing that it does not have among its first {@link StoredRanking#MOST_ROWS}
         */
        record Found(Map<CreatorId, Rank> ranks) implements Outcome {}

        /** The team has no such ranking, or not any more. */
        record Gone() implements Outcome {}
    }

    /**
     * Finds the ranks.
     *
     * @param query what is asked
     * @return where the creators stand
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.SEARCH_CREATORS);
        return transactions.reading(query.actor(), () -> storedRankings.find(query.ranking()))
                .map(stored -> stored.rows().stream().map(row -> new Rank(row.creator(), row.rank(), row.score())))
                .or(() -> rankings.find(query.actor().team(), query.ranking()).map(ranking -> ranking.page(0, StoredRanking.MOST_ROWS).stream()
                        .map(entry -> new Rank(entry.candidate().id(), entry.rank(), entry.score()))))
                .<Outcome>map(ranks -> new Outcome.Found(wanted(ranks, query.creators())))
                .orElseGet(Outcome.Gone::new);
    }

    private static Map<CreatorId, Rank> wanted(Stream<Rank> ranks, Set<CreatorId> creators) {
        return ranks.filter(rank -> creators.contains(rank.creator())).collect(Collectors.toMap(Rank::creator, Function.identity()));
    }
}
