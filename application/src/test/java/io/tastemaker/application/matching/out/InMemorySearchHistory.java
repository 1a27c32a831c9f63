package io.tastemaker.application.matching.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The history in memory. */
public final class InMemorySearchHistory implements SearchHistory {

    private record Row(TeamId team, String holder, Past past) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<UUID, Row> rows;

    public InMemorySearchHistory(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void note(TeamId team, String holder, Past past) {
        transactions.alone(() -> {
            rows.put(past.id(), new Row(team, holder, past));
            return past;
        });
    }

    @Override
    public Page<Past> of(TeamId team, String holder, PageRequest page) {
        List<Past> own = transactions.alone(() -> rows.rows().filter(of(team, holder)).map(Row::past).toList());
        return Newest.first(own.stream(), page, Past::at, Past::id);
    }

    @Override
    public void forget(String holder) {
        rows.rows().filter(of(transactions.team(), holder)).forEach(row -> rows.remove(row.past().id()));
    }

    private static Predicate<Row> of(TeamId team, String holder) {
        return row -> row.team().equals(team) && row.holder().equals(holder);
    }
}
