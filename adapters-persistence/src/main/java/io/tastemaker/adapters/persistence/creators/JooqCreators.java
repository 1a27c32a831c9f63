package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.CREATOR;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Creators in PostgreSQL. */
public final class JooqCreators implements Creators {

    private interface Batch {
        int run(Connection connection, List<Creator> creators) throws SQLException;
    }

    private final JooqTransactions transactions;

    public JooqCreators(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Creator> find(CreatorId id) {
        return select(visible().and(CREATOR.ID.eq(id))).stream().findFirst();
    }

    @Override
    public Optional<Creator> find(Handle handle) {
        TeamId team = transactions.team();
        List<Creator> found = select(visible().and(CREATOR.PLATFORM.eq(handle.platform())).and(CREATOR.HANDLE.eq(handle.name())));
        return found.stream().filter(creator -> creator.owner().equals(team)).findFirst().or(() -> found.stream().findFirst());
    }

    @Override
    public List<Creator> all(Collection<CreatorId> ids) {
        return select(visible().and(CREATOR.ID.eq(DSL.any(ids.stream().distinct().toArray(CreatorId[]::new)))));
    }

    @Override
    public List<Creator> next(Optional<CreatorId> after, int most) {
        Condition behind = after.map(CREATOR.ID::gt).orElseGet(DSL::noCondition);
        return transactions.sql().select(CreatorRow.WHOLE.columns()).from(CREATOR)
                .where(CREATOR.TEAM_ID.eq(transactions.team()).and(behind))
                .orderBy(CREATOR.ID)
                .limit(most)
                .fetch(CreatorRow.WHOLE::read);
    }

    /**
     * One look into the index for each, whatever the table is thought to hold: while a long list is imported the statistics say that it is
     * small, and a plain join would read all of it again for every batch.
     */
    @Override
    public List<Creator> lock(TeamId owner, Collection<Handle> handles) {
        requireBound(owner);
        transactions.sql().execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("creators of " + owner));
        String[] platforms = handles.stream().map(handle -> handle.platform().code()).toArray(String[]::new);
        String[] names = handles.stream().map(Handle::name).toArray(String[]::new);
        Table<Record> found = DSL.lateral(DSL.select(CreatorRow.WHOLE.columns()).from(CREATOR)
                .where(CREATOR.TEAM_ID.eq(owner).and("{0} = wanted.platform and {1} = wanted.handle", CREATOR.PLATFORM, CREATOR.HANDLE))
                .limit(DSL.inline(1))).as("found");
        return transactions.sql().select(found.fields())
                .from("unnest({0}, {1}) as wanted (platform, handle)", DSL.val(platforms), DSL.val(names))
                .crossJoin(found)
                .coerce(CreatorRow.WHOLE.columns())
                .fetch(CreatorRow.WHOLE::read);
    }

    @Override
    public void add(Collection<Creator> creators) {
        inBatches(creators, CreatorBatch::insert);
    }

    @Override
    public void replace(Collection<Creator> creators) {
        inBatches(creators, CreatorBatch::update);
    }

    @Override
    public void remove(Creator creator) {
        requireBound(creator.owner());
        int removed = transactions.sql().deleteFrom(CREATOR)
                .where(CREATOR.TEAM_ID.eq(creator.owner()).and(CREATOR.ID.eq(creator.id())))
                .execute();
        requireAll(1, removed);
    }

    private List<Creator> select(Condition wanted) {
        return transactions.sql().select(CreatorRow.WHOLE.columns()).from(CREATOR).where(wanted).fetch(CreatorRow.WHOLE::read);
    }

    private Condition visible() {
        return CREATOR.TEAM_ID.in(transactions.team(), TeamId.CATALOGUE);
    }

    private void inBatches(Collection<Creator> creators, Batch batch) {
        List<Creator> all = List.copyOf(creators);
        all.forEach(creator -> requireBound(creator.owner()));
        transactions.sql().connection(connection -> {
            for (int from = 0; from < all.size(); from += CreatorBatch.MOST) {
                List<Creator> part = all.subList(from, Math.min(all.size(), from + CreatorBatch.MOST));
                requireAll(part.size(), batch.run(connection, part));
            }
        });
    }

    private static void requireAll(int wanted, int written) {
        if (written != wanted) {
            throw new IllegalStateException("of " + wanted + " creators only " + written + " are there");
        }
    }

    private void requireBound(TeamId owner) {
        if (!transactions.team().equals(owner)) {
            throw new IllegalArgumentException("only the owner's transactions may write its creators");
        }
    }
}
