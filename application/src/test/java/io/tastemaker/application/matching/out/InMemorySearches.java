package io.tastemaker.application.matching.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.UUID;

/** Questions in memory. */
public final class InMemorySearches implements Searches {

    private record PastRow(TeamId team, String holder, Past past) {}

    private record SavedRow(TeamId team, Saved saved) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<UUID, PastRow> history;
    private final InMemoryTransactions.Table<UUID, SavedRow> saved;

    public InMemorySearches(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.history = transactions.table();
        this.saved = transactions.table();
    }

    @Override
    public void note(String holder, Past past) {
        history.put(past.id(), new PastRow(transactions.team(), holder, past));
    }

    @Override
    public Page<Past> history(String holder, PageRequest page) {
        TeamId team = transactions.team();
        return Newest.first(history.rows().filter(row -> row.team().equals(team) && row.holder().equals(holder)).map(PastRow::past),
                page, Past::at, Past::id);
    }

    @Override
    public void forget(String holder) {
        TeamId team = transactions.team();
        history.rows().filter(row -> row.team().equals(team) && row.holder().equals(holder))
                .forEach(row -> history.remove(row.past().id()));
    }

    @Override
    public void save(Saved added) {
        saved.put(added.id(), new SavedRow(transactions.team(), added));
    }

    @Override
    public Optional<Saved> saved(UUID id) {
        TeamId team = transactions.team();
        return saved.get(id).filter(row -> row.team().equals(team)).map(SavedRow::saved);
    }

    @Override
    public boolean replace(Saved changed) {
        boolean current = saved(changed.id()).map(stored -> stored.version() == changed.version() - 1).orElse(false);
        if (current) {
            saved.put(changed.id(), new SavedRow(transactions.team(), changed));
        }
        return current;
    }

    @Override
    public boolean remove(UUID id) {
        boolean there = saved(id).isPresent();
        if (there) {
            saved.remove(id);
        }
        return there;
    }

    @Override
    public Page<Saved> allSaved(PageRequest page) {
        TeamId team = transactions.team();
        return Newest.first(saved.rows().filter(row -> row.team().equals(team)).map(SavedRow::saved), page, Saved::at, Saved::id);
    }
}
