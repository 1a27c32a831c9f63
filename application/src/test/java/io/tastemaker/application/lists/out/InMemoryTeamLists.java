package io.tastemaker.application.lists.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Lists in memory. */
public final class InMemoryTeamLists implements TeamLists {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ListId, TeamList> lists;
    private final InMemoryTransactions.Table<List<Object>, ListCollaborator> shares;
    private final List<Consumer<ListId>> removals = new ArrayList<>();

    public InMemoryTeamLists(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.lists = transactions.table();
        this.shares = transactions.table();
        onRemove(removed -> shares.rows().filter(share -> share.list().equals(removed)).forEach(share -> shares.remove(key(share))));
    }

    /** What hangs on a list goes with it. */
    void onRemove(Consumer<ListId> removal) {
        removals.add(removal);
    }

    /** With whom they are shared: who lists them looks there, too. */
    InMemoryTransactions.Table<List<Object>, ListCollaborator> shares() {
        return shares;
    }

    static List<Object> key(ListCollaborator share) {
        return List.of(share.list(), share.user());
    }

    @Override
    public void add(TeamList list) {
        if (!list.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a list of another team");
        }
        lists.put(list.id(), list);
    }

    @Override
    public Optional<TeamList> find(ListId id) {
        return lists.get(id).filter(list -> list.team().equals(transactions.team()));
    }

    @Override
    public List<TeamList> all(Collection<ListId> ids) {
        return own().filter(list -> ids.contains(list.id())).toList();
    }

    @Override
    public Optional<TeamList> hold(ListId id) {
        return find(id);
    }

    @Override
    public boolean replace(TeamList list) {
        Optional<TeamList> before = find(list.id()).filter(stored -> stored.version() == list.version() - 1);
        before.ifPresent(stored -> lists.put(list.id(), arranged(list, stored.arrangement())));
        return before.isPresent();
    }

    @Override
    public void rearranged(ListId id) {
        find(id).ifPresent(list -> lists.put(id, arranged(list, list.arrangement() + 1)));
    }

    private static TeamList arranged(TeamList list, long arrangement) {
        return new TeamList(list.id(), list.team(), list.version(), list.name(), list.description(), list.visibility(), list.form(), arrangement,
                list.createdBy(), list.createdAt(), list.updatedAt());
    }

    @Override
    public boolean remove(TeamList list) {
        boolean current = find(list.id()).filter(stored -> stored.version() == list.version()).isPresent();
        if (current) {
            lists.remove(list.id());
            removals.forEach(removal -> removal.accept(list.id()));
        }
        return current;
    }

    @Override
    public Page<TeamList> list(Actor viewer, String text, PageRequest page) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Newest.first(own().filter(list -> list.name().toLowerCase(Locale.ROOT).contains(wanted)).filter(list -> mayRead(viewer, list)),
                page, TeamList::createdAt, list -> list.id().value());
    }

    private boolean mayRead(Actor viewer, TeamList list) {
        Optional<ListCollaborator> share = viewer.person().flatMap(person -> shares.get(List.of(list.id(), person.user())));
        return ListRight.of(viewer, list, share).covers(ListRight.READ);
    }

    @Override
    public int count() {
        return (int) own().count();
    }

    private Stream<TeamList> own() {
        return lists.rows().filter(list -> list.team().equals(transactions.team()));
    }
}
