package io.tastemaker.application.shared.out;

import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Events that are remembered and told to nobody. */
public final class InMemoryEvents implements Events {

    private record Told(TeamId team, Event event) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Integer, Told> rows;
    private final AtomicInteger numbers = new AtomicInteger();

    public InMemoryEvents(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void tell(Event event) {
        rows.put(numbers.incrementAndGet(), new Told(transactions.team(), event));
    }

    /** Those of one team whose transactions committed, the oldest first. */
    public List<Event> told(TeamId team) {
        return transactions.alone(() -> rows.rows().filter(row -> row.team().equals(team)).map(Told::event).toList());
    }
}
