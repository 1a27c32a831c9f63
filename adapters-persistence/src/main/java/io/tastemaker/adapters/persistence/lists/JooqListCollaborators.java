package io.tastemaker.adapters.persistence.lists;

import static io.tastemaker.adapters.persistence.generated.lists.Tables.COLLABORATOR;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.lists.out.ListCollaborators;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Those with whom lists are shared, in PostgreSQL. They go with the membership. */
public final class JooqListCollaborators implements ListCollaborators {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(COLLABORATOR.LIST_ID, COLLABORATOR.USER_ID, COLLABORATOR.ACCESS,
            COLLABORATOR.ADDED_BY, COLLABORATOR.ADDED_AT, COLLABORATOR.VERSION);

    private final JooqTransactions transactions;

    public JooqListCollaborators(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(ListCollaborator collaborator) {
        return transactions.sql().insertInto(COLLABORATOR)
                .set(COLLABORATOR.TEAM_ID, transactions.team())
                .set(COLLABORATOR.LIST_ID, collaborator.list())
                .set(COLLABORATOR.USER_ID, collaborator.user())
                .set(COLLABORATOR.ACCESS, collaborator.right())
                .set(COLLABORATOR.ADDED_BY, collaborator.addedBy())
                .set(COLLABORATOR.ADDED_AT, collaborator.addedAt())
                .set(COLLABORATOR.VERSION, collaborator.version())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public Optional<ListCollaborator> find(ListId list, UserId user) {
        return transactions.sql().select(COLUMNS).from(COLLABORATOR).where(one(list, user)).fetchOptional(JooqListCollaborators::collaborator);
    }

    @Override
    public boolean replace(ListCollaborator collaborator) {
        return transactions.sql().update(COLLABORATOR)
                .set(COLLABORATOR.ACCESS, collaborator.right())
                .set(COLLABORATOR.VERSION, collaborator.version())
                .where(one(collaborator.list(), collaborator.user()).and(COLLABORATOR.VERSION.eq(collaborator.version() - 1)))
                .execute() == 1;
    }

    @Override
    public boolean remove(ListId list, UserId user) {
        return transactions.sql().deleteFrom(COLLABORATOR).where(one(list, user)).execute() == 1;
    }

    @Override
    public Page<ListCollaborator> list(ListId list, PageRequest page) {
        Condition wanted = of(list);
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(COLLABORATOR.ADDED_AT, COLLABORATOR.USER_ID).gt(after.time(), new UserId(after.id())));
        }
        List<ListCollaborator> found = transactions.sql().select(COLUMNS)
                .from(COLLABORATOR)
                .where(wanted)
                .orderBy(COLLABORATOR.ADDED_AT, COLLABORATOR.USER_ID)
                .limit(page.limit() + 1)
                .fetch(JooqListCollaborators::collaborator);
        return Page.of(found, page.limit(), last -> new Position(last.addedAt(), last.user().value()).toString());
    }

    @Override
    public int count(ListId list) {
        return transactions.sql().fetchCount(COLLABORATOR, of(list));
    }

    @Override
    public List<ListCollaborator> of(UserId user, Collection<ListId> lists) {
        return transactions.sql().select(COLUMNS)
                .from(COLLABORATOR)
                .where(COLLABORATOR.TEAM_ID.eq(transactions.team())).and(COLLABORATOR.USER_ID.eq(user)).and(COLLABORATOR.LIST_ID.in(lists))
                .fetch(JooqListCollaborators::collaborator);
    }

    private Condition of(ListId list) {
        return COLLABORATOR.TEAM_ID.eq(transactions.team()).and(COLLABORATOR.LIST_ID.eq(list));
    }

    private Condition one(ListId list, UserId user) {
        return of(list).and(COLLABORATOR.USER_ID.eq(user));
    }

    private static ListCollaborator collaborator(Record row) {
        return new ListCollaborator(
                row.get(COLLABORATOR.LIST_ID),
                row.get(COLLABORATOR.USER_ID),
                row.get(COLLABORATOR.ACCESS),
                row.get(COLLABORATOR.ADDED_BY),
                row.get(COLLABORATOR.ADDED_AT),
                row.get(COLLABORATOR.VERSION));
    }
}
