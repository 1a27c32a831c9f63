package io.tastemaker.adapters.persistence.lists;

import static io.tastemaker.adapters.persistence.generated.lists.Tables.ITEM;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Items of lists in PostgreSQL. Places stand in the collation "C", which compares bytes. */
public final class JooqListItems implements ListItems {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            ITEM.LIST_ID, ITEM.CREATOR_ID, ITEM.CREATOR_TEAM_ID, ITEM.PLACE, ITEM.NOTE, ITEM.COLUMN_VALUES, ITEM.RANKING_ID, ITEM.ADDED_BY,
            ITEM.ADDED_AT, ITEM.VERSION);

    private final JooqTransactions transactions;

    public JooqListItems(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<ListItem> add(List<ListItem> items) {
        return items.stream().filter(this::isAdded).toList();
    }

    private boolean isAdded(ListItem item) {
        return transactions.sql().insertInto(ITEM)
                .set(ITEM.TEAM_ID, transactions.team())
                .set(ITEM.LIST_ID, item.list())
                .set(ITEM.CREATOR_TEAM_ID, item.creatorOwner())
                .set(ITEM.CREATOR_ID, item.creator())
                .set(ITEM.PLACE, item.place().text())
                .set(ITEM.NOTE, item.note())
                .set(ITEM.COLUMN_VALUES, Json.write(item.values()))
                .set(ITEM.RANKING_ID, item.rankingId().orElse(null))
                .set(ITEM.ADDED_BY, item.addedBy())
                .set(ITEM.ADDED_AT, item.addedAt())
                .set(ITEM.VERSION, item.version())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public int copy(ListId from, ListId to, String by, Instant now) {
        return transactions.sql().insertInto(ITEM, ITEM.TEAM_ID, ITEM.LIST_ID, ITEM.CREATOR_TEAM_ID, ITEM.CREATOR_ID, ITEM.PLACE, ITEM.NOTE,
                        ITEM.COLUMN_VALUES, ITEM.RANKING_ID, ITEM.ADDED_BY, ITEM.ADDED_AT, ITEM.VERSION)
                .select(transactions.sql().select(ITEM.TEAM_ID, val(to, ITEM.LIST_ID), ITEM.CREATOR_TEAM_ID, ITEM.CREATOR_ID, ITEM.PLACE, ITEM.NOTE,
                                ITEM.COLUMN_VALUES, ITEM.RANKING_ID, val(by), val(now, ITEM.ADDED_AT), val(1L))
                        .from(ITEM)
                        .where(of(from)))
                .execute();
    }

    @Override
    public Optional<ListItem> find(ListId list, CreatorId creator) {
        return transactions.sql().select(COLUMNS).from(ITEM).where(item(list, creator)).fetchOptional(JooqListItems::item);
    }

    @Override
    public boolean replace(ListItem item) {
        return transactions.sql().update(ITEM)
                .set(ITEM.NOTE, item.note())
                .set(ITEM.COLUMN_VALUES, Json.write(item.values()))
                .set(ITEM.VERSION, item.version())
                .where(item(item.list(), item.creator()).and(ITEM.VERSION.eq(item.version() - 1)))
                .execute() == 1;
    }

    @Override
    public void move(ListId list, Map<CreatorId, OrderKey> places) {
        places.forEach((creator, place) -> transactions.sql().update(ITEM)
                .set(ITEM.PLACE, place.text())
                .where(item(list, creator))
                .execute());
    }

    @Override
    public boolean remove(ListId list, CreatorId creator) {
        return transactions.sql().deleteFrom(ITEM).where(item(list, creator)).execute() == 1;
    }

    @Override
    public List<ListItem> list(ListId list, Optional<OrderKey> after, int limit) {
        return transactions.sql().select(COLUMNS)
                .from(ITEM)
                .where(after.map(place -> of(list).and(ITEM.PLACE.gt(place.text()))).orElseGet(() -> of(list)))
                .orderBy(ITEM.PLACE)
                .limit(limit)
                .fetch(JooqListItems::item);
    }

    @Override
    public List<CreatorId> creators(ListId list) {
        return transactions.sql().select(ITEM.CREATOR_ID).from(ITEM).where(of(list)).orderBy(ITEM.PLACE).fetch(ITEM.CREATOR_ID);
    }

    @Override
    public Optional<OrderKey> before(ListId list, Optional<OrderKey> place) {
        Condition less = place.map(end -> of(list).and(ITEM.PLACE.lt(end.text()))).orElseGet(() -> of(list));
        return transactions.sql().select(max(ITEM.PLACE)).from(ITEM).where(less).fetchOptional(found -> found.value1()).map(OrderKey::new);
    }

    @Override
    public Optional<OrderKey> after(ListId list, OrderKey place) {
        return transactions.sql().select(min(ITEM.PLACE)).from(ITEM).where(of(list).and(ITEM.PLACE.gt(place.text())))
                .fetchOptional(found -> found.value1()).map(OrderKey::new);
    }

    @Override
    public Map<ListId, Integer> counts(Collection<ListId> lists) {
        return transactions.sql().select(ITEM.LIST_ID, count())
                .from(ITEM)
                .where(ITEM.TEAM_ID.eq(transactions.team()).and(ITEM.LIST_ID.in(lists)))
                .groupBy(ITEM.LIST_ID)
                .fetchMap(ITEM.LIST_ID, count());
    }

    private Condition of(ListId list) {
        return ITEM.TEAM_ID.eq(transactions.team()).and(ITEM.LIST_ID.eq(list));
    }

    private Condition item(ListId list, CreatorId creator) {
        return of(list).and(ITEM.CREATOR_ID.eq(creator));
    }

    private static ListItem item(Record row) {
        return new ListItem(
                row.get(ITEM.LIST_ID),
                row.get(ITEM.CREATOR_ID),
                row.get(ITEM.CREATOR_TEAM_ID),
                new OrderKey(row.get(ITEM.PLACE)),
                row.get(ITEM.NOTE),
                Json.read(row.get(ITEM.COLUMN_VALUES)),
                Optional.ofNullable(row.get(ITEM.RANKING_ID)),
                row.get(ITEM.ADDED_BY),
                row.get(ITEM.ADDED_AT),
                row.get(ITEM.VERSION));
    }
}
