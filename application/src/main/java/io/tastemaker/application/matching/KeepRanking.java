package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.StoredRankings;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.InstantSource;

/** Keeps the beginning of a ranking for good. */
public final class KeepRanking {

    private final Transactions transactions;
    private final Rankings rankings;
    private final StoredRankings storedRankings;
    private final InstantSource clock;

    KeepRanking(Transactions transactions, Rankings rankings, StoredRankings storedRankings, InstantSource clock) {
        this.transactions = transactions;
        this.rankings = rankings;
        this.storedRankings = storedRankings;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who keeps it
     * @param ranking the ranking, of the actor's team
     */
    public record Command(Actor actor, Ranking ranking) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is kept, now or before.
         *
         * @param ranking what is kept of it
         */
        record Kept(StoredRanking ranking) implements Outcome {}
    }

    /**
     * Keeps it.
     *
     * @param command what is wanted
     * @return what is kept
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.SEARCH_CREATORS);
        StoredRanking stored = StoredRanking.of(command.ranking(), clock.instant());
        rankings.publish(command.actor().team(), stored.id());
        return transactions.inTransaction(command.actor(), "ranking.keep", () -> {
            storedRankings.add(stored);
            transactions.about(Subject.of("ranking", stored.id()), Traits.NONE.with("total", stored.total()).made());
            return new Outcome.Kept(storedRankings.find(stored.id()).orElseThrow());
        });
    }
}
