package io.tastemaker.application.outreach.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;

/** Links in memory. */
public final class InMemoryResponseLinks implements ResponseLinks {

    private record Row(TeamId team, Link link) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<String, Row> rows;

    public InMemoryResponseLinks(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void add(List<Link> links) {
        TeamId team = transactions.team();
        links.forEach(link -> rows.put(link.tokenHash(), new Row(team, link)));
    }

    @Override
    public Optional<Target> find(String tokenHash) {
        return transactions.apart(() -> rows.get(tokenHash).map(row -> new Target(row.team(), row.link().invitation())));
    }
}
