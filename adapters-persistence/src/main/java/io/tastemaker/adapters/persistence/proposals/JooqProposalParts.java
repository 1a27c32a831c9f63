package io.tastemaker.adapters.persistence.proposals;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.domain.proposals.KnownCreator;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** What hangs on proposals, of one kind, in a table of its own in PostgreSQL. */
abstract class JooqProposalParts<T> implements ProposalParts<T> {

    private final JooqTransactions transactions;
    private final Columns columns;
    private final Field<UUID> plainId;
    private final Function<T, UUID> id;
    private final Function<T, Instant> time;

    /**
     * What all these tables have.
     *
     * @param table the table
     * @param team whose
     * @param id which
     * @param proposal of which proposal
     * @param createdAt since when
     */
    record Columns(Table<?> table, TableField<Record, TeamId> team, TableField<Record, ?> id, TableField<Record, ProposalId> proposal,
            TableField<Record, Instant> createdAt) {}

    JooqProposalParts(JooqTransactions transactions, Columns columns, Function<T, UUID> id, Function<T, Instant> time) {
        this.transactions = transactions;
        this.columns = columns;
        this.plainId = field(columns.id().getQualifiedName(), UUID.class); // whatever type it has, it is a UUID underneath
        this.id = id;
        this.time = time;
    }

    final JooqTransactions transactions() {
        return transactions;
    }

    /** All columns but the team's. */
    abstract Map<Field<?>, Object> values(T part);

    abstract T part(Record row);

    @Override
    public void add(T part) {
        transactions.sql().insertInto(columns.table()).set(columns.team(), transactions.team()).set(values(part)).execute();
    }

    @Override
    public void replace(T part) {
        transactions.sql().update(columns.table()).set(values(part)).where(own(part)).execute();
    }

    @Override
    public void remove(T part) {
        transactions.sql().deleteFrom(columns.table()).where(own(part)).execute();
    }

    @Override
    public Optional<T> find(ProposalId proposal, UUID wanted) {
        return transactions.sql().selectFrom(columns.table()).where(of(proposal).and(plainId.eq(wanted))).fetchOptional(this::part);
    }

    @Override
    public Page<T> list(ProposalId proposal, PageRequest page) {
        Condition wanted = page.after().map(Position::of).map(after -> of(proposal).and(row(columns.createdAt(), plainId).lt(after.time(), after.id())))
                .orElseGet(() -> of(proposal));
        List<T> found = transactions.sql().selectFrom(columns.table())
                .where(wanted)
                .orderBy(columns.createdAt().desc(), plainId.desc())
                .limit(page.limit() + 1)
                .fetch(this::part);
        return Page.of(found, page.limit(), last -> new Position(time.apply(last), id.apply(last)).toString());
    }

    @Override
    public List<T> all(ProposalId proposal) {
        return transactions.sql().selectFrom(columns.table()).where(of(proposal)).orderBy(columns.createdAt().desc(), plainId.desc())
                .fetch(this::part);
    }

    @Override
    public int count(ProposalId proposal) {
        return transactions.sql().fetchCount(columns.table(), of(proposal));
    }

    private Condition own() {
        return columns.team().eq(transactions.team());
    }

    private Condition own(T part) {
        return own().and(plainId.eq(id.apply(part)));
    }

    private Condition of(ProposalId proposal) {
        return own().and(columns.proposal().eq(proposal));
    }

    static Optional<KnownCreator> creator(TeamId owner, CreatorId creator) {
        return Optional.ofNullable(creator).map(known -> new KnownCreator(owner, known));
    }
}
