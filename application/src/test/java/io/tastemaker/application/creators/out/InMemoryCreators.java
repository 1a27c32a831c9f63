package io.tastemaker.application.creators.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Creators in memory. */
public final class InMemoryCreators implements Creators {

    private record Name(TeamId owner, Handle handle) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<CreatorId, Creator> creators;
    private final InMemoryTransactions.Table<Name, CreatorId> names;

    public InMemoryCreators(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.creators = transactions.table();
        this.names = transactions.table();
    }

    /** Every creator of every team, for a catalogue in memory. */
    public Stream<Creator> everything() {
        return transactions.alone(creators::rows);
    }

    @Override
    public Optional<Creator> find(CreatorId id) {
        TeamId team = transactions.team();
        return creators.get(id).filter(creator -> creator.owner().equals(team) || creator.inCatalogue());
    }

    @Override
    public Optional<Creator> find(Handle handle) {
        return names.get(new Name(transactions.team(), handle))
                .or(() -> names.get(new Name(TeamId.CATALOGUE, handle)))
                .flatMap(creators::get);
    }

    @Override
    public List<Creator> all(Collection<CreatorId> ids) {
        return Set.copyOf(ids).stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public List<Creator> next(Optional<CreatorId> after, int most) {
        TeamId team = transactions.team();
        return creators.rows()
                .filter(creator -> creator.owner().equals(team))
                .filter(creator -> after.map(last -> creator.id().toString().compareTo(last.toString()) > 0).orElse(true))
                .sorted(Comparator.comparing(creator -> creator.id().toString())) // as PostgreSQL orders them, which Java's UUIDs do not
                .limit(most)
                .toList();
    }

    @Override
    public List<Creator> lock(TeamId owner, Collection<Handle> handles) {
        requireBound(owner);
        return Set.copyOf(handles).stream()
                .flatMap(handle -> names.get(new Name(owner, handle)).flatMap(creators::get).stream())
                .toList();
    }

    @Override
    public void add(Collection<Creator> added) {
        for (Creator creator : added) {
            requireBound(creator.owner());
            Name name = new Name(creator.owner(), creator.handle());
            if (creators.get(creator.id()).isPresent() || names.get(name).isPresent()) {
                throw new IllegalStateException("this creator is there already: " + creator.handle());
            }
            creators.put(creator.id(), creator);
            names.put(name, creator.id());
        }
    }

    @Override
    public void replace(Collection<Creator> replaced) {
        for (Creator creator : replaced) {
            requireBound(creator.owner());
            Creator before = stored(creator);
            names.remove(new Name(before.owner(), before.handle()));
            Name name = new Name(creator.owner(), creator.handle());
            if (names.get(name).isPresent()) {
                throw new IllegalStateException("this handle is there already: " + creator.handle());
            }
            creators.put(creator.id(), creator);
            names.put(name, creator.id());
        }
    }

    @Override
    public void remove(Creator creator) {
        requireBound(creator.owner());
        Creator before = stored(creator);
        creators.remove(before.id());
        names.remove(new Name(before.owner(), before.handle()));
    }

    private Creator stored(Creator creator) {
        return creators.get(creator.id())
                .filter(before -> before.owner().equals(creator.owner()))
                .orElseThrow(() -> new IllegalStateException("this creator is not there: " + creator.id()));
    }

    private void requireBound(TeamId owner) {
        if (!transactions.team().equals(owner)) {
            throw new IllegalArgumentException("only the owner's transactions may write its creators");
        }
    }
}
