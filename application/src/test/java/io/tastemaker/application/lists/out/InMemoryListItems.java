package io.tastemaker.application.lists.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Items of lists in memory. */
public final class InMemoryListItems implements ListItems {

    private record Key(ListId list, CreatorId creator) {
        static Key of(ListItem item) {
            return new Key(item.list(), item.creator());
        }
    }

    private final InMemoryTransactions transactions;
    private final InMemoryTeamLists lists;
    private final InMemoryTransactions.Table<Key, ListItem> items;

    public InMemoryListItems(InMemoryTransactions transactions, InMemoryTeamLists lists) {
        this.transactions = transactions;
        this.lists = lists;
        this.items = transactions.table();
        lists.onRemove(removed -> items.rows().filter(item -> item.list().equals(removed)).forEach(item -> items.remove(Key.of(item))));
    }

    @Override
    public List<ListItem> add(List<ListItem> added) {
        List<ListItem> fresh = new ArrayList<>();
        for (ListItem item : added) {
            if (lists.find(item.list()).isEmpty()) {
                throw new IllegalStateException("no such list: " + item.list());
            }
            TeamId owner = item.creatorOwner();
            if (!owner.equals(transactions.team()) && !owner.equals(TeamId.CATALOGUE)) {
                throw new IllegalArgumentException("an item points at a creator of the team or of the catalogue");
            }
            if (items.get(Key.of(item)).isEmpty()) {
                items.put(Key.of(item), item);
                fresh.add(item);
            }
        }
        return List.copyOf(fresh);
    }

    @Override
    public int copy(ListId from, ListId to, String by, Instant now) {
        return add(of(from).map(item -> item.copiedTo(to, by, now)).toList()).size();
    }

    @Override
    public Optional<ListItem> find(ListId list, CreatorId creator) {
        return lists.find(list).flatMap(found -> items.get(new Key(list, creator)));
    }

    @Override
    public boolean replace(ListItem item) {
        Optional<ListItem> before = find(item.list(), item.creator()).filter(stored -> stored.version() == item.version() - 1);
        before.ifPresent(stored -> items.put(Key.of(item), item.movedTo(stored.place())));
        return before.isPresent();
    }

    @Override
    public void move(ListId list, Map<CreatorId, OrderKey> places) {
        places.forEach((creator, place) -> find(list, creator).ifPresent(item -> items.put(Key.of(item), item.movedTo(place))));
    }

    @Override
    public boolean remove(ListId list, CreatorId creator) {
        boolean there = find(list, creator).isPresent();
        if (there) {
            items.remove(new Key(list, creator));
        }
        return there;
    }

    @Override
    public List<ListItem> list(ListId list, Optional<OrderKey> after, int limit) {
        return of(list).filter(item -> after.map(place -> item.place().compareTo(place) > 0).orElse(true)).limit(limit).toList();
    }

    @Override
    public List<CreatorId> creators(ListId list) {
        return of(list).map(ListItem::creator).toList();
    }

    @Override
    public Optional<OrderKey> before(ListId list, Optional<OrderKey> place) {
        return of(list).map(ListItem::place).filter(other -> place.map(end -> other.compareTo(end) < 0).orElse(true)).reduce((one, next) -> next);
    }

    @Override
    public Optional<OrderKey> after(ListId list, OrderKey place) {
        return of(list).map(ListItem::place).filter(other -> other.compareTo(place) > 0).findFirst();
    }

    @Override
    public Map<ListId, Integer> counts(Collection<ListId> some) {
        return some.stream().flatMap(this::of).collect(Collectors.toMap(ListItem::list, item -> 1, Integer::sum));
    }

    private Stream<ListItem> of(ListId list) {
        return lists.find(list).isEmpty()
                ? Stream.empty()
                : items.rows().filter(item -> item.list().equals(list)).sorted(Comparator.comparing(ListItem::place));
    }
}
