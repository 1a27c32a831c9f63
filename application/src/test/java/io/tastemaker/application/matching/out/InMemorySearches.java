package io.tastemaker.application.matching.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.UUID;

/** Saved questions in memory. */
public final class InMemorySearches implements Searches {

    private record SavedRow(TeamId team, Saved saved) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<UUID, SavedRow> saved;

    public InMemorySearches(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.saved = transactions.table();
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
