package io.tastemaker.adapters.persistence.lists;

import static io.tastemaker.adapters.persistence.generated.lists.Tables.COLLABORATOR;
import static io.tastemaker.adapters.persistence.generated.lists.Tables.TEAM_LIST;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Lists in PostgreSQL. */
public final class JooqTeamLists implements TeamLists {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            TEAM_LIST.ID, TEAM_LIST.TEAM_ID, TEAM_LIST.VERSION, TEAM_LIST.NAME, TEAM_LIST.DESCRIPTION, TEAM_LIST.VISIBILITY, TEAM_LIST.COLUMNS,
            TEAM_LIST.DEFAULT_NOTE, TEAM_LIST.CRITERIA, TEAM_LIST.ARRANGEMENT, TEAM_LIST.CREATED_BY, TEAM_LIST.CREATED_AT, TEAM_LIST.UPDATED_AT);

    private final JooqTransactions transactions;

    public JooqTeamLists(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(TeamList list) {
        if (!list.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a list of another team");
        }
        transactions.sql().insertInto(TEAM_LIST)
                .set(TEAM_LIST.TEAM_ID, list.team())
                .set(TEAM_LIST.ID, list.id())
                .set(TEAM_LIST.ARRANGEMENT, list.arrangement())
                .set(TEAM_LIST.CREATED_BY, list.createdBy())
                .set(TEAM_LIST.CREATED_AT, list.createdAt())
                .set(changeable(list))
                .execute();
    }

    @Override
    public Optional<TeamList> find(ListId id) {
        return transactions.sql().select(COLUMNS).from(TEAM_LIST).where(own().and(TEAM_LIST.ID.eq(id))).fetchOptional(JooqTeamLists::list);
    }

    @Override
    public List<TeamList> all(Collection<ListId> ids) {
        return transactions.sql().select(COLUMNS).from(TEAM_LIST).where(own().and(TEAM_LIST.ID.in(ids))).fetch(JooqTeamLists::list);
    }

    @Override
    public Optional<TeamList> hold(ListId id) {
        return transactions.sql().select(COLUMNS).from(TEAM_LIST).where(own().and(TEAM_LIST.ID.eq(id))).forUpdate().fetchOptional(JooqTeamLists::list);
    }

    @Override
    public boolean replace(TeamList list) {
        return transactions.sql().update(TEAM_LIST)
                .set(changeable(list))
                .where(own().and(TEAM_LIST.ID.eq(list.id())).and(TEAM_LIST.VERSION.eq(list.version() - 1)))
                .execute() == 1;
    }

    @Override
    public void rearranged(ListId id) {
        transactions.sql().update(TEAM_LIST)
                .set(TEAM_LIST.ARRANGEMENT, TEAM_LIST.ARRANGEMENT.plus(1))
                .where(own().and(TEAM_LIST.ID.eq(id)))
                .execute();
    }

    @Override
    public boolean remove(TeamList list) {
        return transactions.sql().deleteFrom(TEAM_LIST)
                .where(own().and(TEAM_LIST.ID.eq(list.id())).and(TEAM_LIST.VERSION.eq(list.version())))
                .execute() == 1;
    }

    @Override
    public Page<TeamList> list(Actor viewer, String text, PageRequest page) {
        Condition wanted = own().and(seenBy(viewer));
        if (!text.isBlank()) {
            wanted = wanted.and(TEAM_LIST.NAME.containsIgnoreCase(text.strip()));
        }
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(TEAM_LIST.CREATED_AT, TEAM_LIST.ID).lt(after.time(), new ListId(after.id())));
        }
        List<TeamList> lists = transactions.sql().select(COLUMNS)
                .from(TEAM_LIST)
                .where(wanted)
                .orderBy(TEAM_LIST.CREATED_AT.desc(), TEAM_LIST.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqTeamLists::list);
        return Page.of(lists, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    private static Condition seenBy(Actor viewer) {
        if (ListRight.seesAll(viewer)) {
            return DSL.noCondition();
        }
        Condition seen = TEAM_LIST.VISIBILITY.eq(TeamList.Visibility.TEAM).or(TEAM_LIST.CREATED_BY.eq(viewer.label()));
        return viewer.person().map(person -> seen.or(exists(selectOne().from(COLLABORATOR)
                        .where(COLLABORATOR.TEAM_ID.eq(TEAM_LIST.TEAM_ID))
                        .and(COLLABORATOR.LIST_ID.eq(TEAM_LIST.ID))
                        .and(COLLABORATOR.USER_ID.eq(person.user())))))
                .orElse(seen);
    }

    @Override
    public int count() {
        return transactions.sql().fetchCount(TEAM_LIST, own());
    }

    private Condition own() {
        return TEAM_LIST.TEAM_ID.eq(transactions.team());
    }

    private static Map<Field<?>, Object> changeable(TeamList list) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(TEAM_LIST.VERSION, list.version());
        values.put(TEAM_LIST.NAME, list.name());
        values.put(TEAM_LIST.DESCRIPTION, list.description());
        values.put(TEAM_LIST.VISIBILITY, list.visibility());
        values.put(TEAM_LIST.COLUMNS, list.form().columns().toArray(String[]::new));
        values.put(TEAM_LIST.DEFAULT_NOTE, list.form().defaultNote());
        values.put(TEAM_LIST.CRITERIA, list.form().criteria());
        values.put(TEAM_LIST.UPDATED_AT, list.updatedAt());
        return values;
    }

    private static TeamList list(Record row) {
        return new TeamList(
                row.get(TEAM_LIST.ID),
                row.get(TEAM_LIST.TEAM_ID),
                row.get(TEAM_LIST.VERSION),
                row.get(TEAM_LIST.NAME),
                row.get(TEAM_LIST.DESCRIPTION),
                row.get(TEAM_LIST.VISIBILITY),
                new ListForm(List.of(row.get(TEAM_LIST.COLUMNS)), row.get(TEAM_LIST.DEFAULT_NOTE), row.get(TEAM_LIST.CRITERIA)),
                row.get(TEAM_LIST.ARRANGEMENT),
                row.get(TEAM_LIST.CREATED_BY),
                row.get(TEAM_LIST.CREATED_AT),
                row.get(TEAM_LIST.UPDATED_AT));
    }
}
