package io.tastemaker.application.shared.out;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Letters that lie here and are never sent. */
public final class InMemoryOutbox implements Outbox {

    private record Posted(TeamId team, Letter letter) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Integer, Posted> rows;
    private final AtomicInteger numbers = new AtomicInteger();

    public InMemoryOutbox(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void post(TeamId team, Letter letter, Optional<Subject> about) {
        transactions.team();
        rows.put(numbers.incrementAndGet(), new Posted(team, letter));
    }

    /** All letters whose transactions committed, the oldest first. */
    public List<Letter> letters() {
        return transactions.alone(() -> rows.rows().map(Posted::letter).toList());
    }

    /** Those of one team. */
    public List<Letter> letters(TeamId team) {
        return transactions.alone(() -> rows.rows().filter(row -> row.team().equals(team)).map(Posted::letter).toList());
    }

    /** Those to one address, the oldest first. */
    public List<Letter> lettersTo(String address) {
        return letters().stream().filter(letter -> letter.to().equals(address)).toList();
    }
}
