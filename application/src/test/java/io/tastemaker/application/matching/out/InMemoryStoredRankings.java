package io.tastemaker.application.matching.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;

/** Stored rankings in memory. */
public final class InMemoryStoredRankings implements StoredRankings {

    private record Key(TeamId team, RankingId id) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Key, StoredRanking> rows;

    public InMemoryStoredRankings(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void add(StoredRanking ranking) {
        if (!ranking.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a ranking of another team");
        }
        Key key = new Key(ranking.team(), ranking.id());
        if (rows.get(key).isEmpty()) {
            rows.put(key, ranking);
        }
    }

    @Override
    public Optional<StoredRanking> find(RankingId id) {
        return rows.get(new Key(transactions.team(), id));
    }
}
