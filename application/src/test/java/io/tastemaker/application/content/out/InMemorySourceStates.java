package io.tastemaker.application.content.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When creators were last fetched, in memory. */
public final class InMemorySourceStates implements SourceStates {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<CreatorId, SourceState> rows;

    public InMemorySourceStates(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public Optional<SourceState> find(CreatorId creator) {
        TeamId team = transactions.team();
        return rows.get(creator).filter(state -> state.owner().equals(team) || state.owner().equals(TeamId.CATALOGUE));
    }

    @Override
    public void save(SourceState state) {
        if (!state.owner().equals(transactions.team())) {
            throw new IllegalArgumentException("a creator of another team");
        }
        rows.put(state.creator(), state);
    }

    @Override
    public List<Due> due(Instant fetchedBefore, Instant wantedSince, Instant now, int most) {
        return transactions.alone(() -> rows.rows()
                .filter(state -> state.fetchedAt().map(at -> at.isBefore(fetchedBefore)).orElse(true))
                .filter(state -> !state.wantedAt().isBefore(wantedSince))
                .filter(state -> state.failure().map(failure -> !failure.retryAt().isAfter(now)).orElse(true))
                .sorted(Comparator.comparing((SourceState state) -> state.fetchedAt().orElse(Instant.MIN))
                        .thenComparing(state -> state.creator().toString()))
                .limit(most)
                .map(state -> new Due(state.owner(), state.creator()))
                .toList());
    }
}
