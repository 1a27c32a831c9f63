package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.adapters.persistence.generated.matching.Tables.SAVED_SEARCH;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;

/** Saved questions in PostgreSQL. */
public final class JooqSearches implements Searches {

    private final JooqTransactions transactions;

    public JooqSearches(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(Saved saved) {
        transactions.sql().insertInto(SAVED_SEARCH)
                .set(SAVED_SEARCH.TEAM_ID, transactions.team())
                .set(SAVED_SEARCH.ID, saved.id())
                .set(SAVED_SEARCH.VERSION, saved.version())
                .set(SAVED_SEARCH.NAME, saved.name())
                .set(SAVED_SEARCH.QUESTION, saved.question())
                .set(SAVED_SEARCH.SAVED_BY, saved.savedBy())
                .set(SAVED_SEARCH.AT, saved.at())
                .execute();
    }

    @Override
    public Optional<Saved> saved(UUID id) {
        return found(own().and(SAVED_SEARCH.ID.eq(id)), 1).stream().findFirst();
    }

    @Override
    public boolean replace(Saved saved) {
        return transactions.sql().update(SAVED_SEARCH)
                .set(SAVED_SEARCH.VERSION, saved.version())
                .set(SAVED_SEARCH.NAME, saved.name())
                .set(SAVED_SEARCH.QUESTION, saved.question())
                .set(SAVED_SEARCH.SAVED_BY, saved.savedBy())
                .set(SAVED_SEARCH.AT, saved.at())
                .where(own().and(SAVED_SEARCH.ID.eq(saved.id())).and(SAVED_SEARCH.VERSION.eq(saved.version() - 1)))
                .execute() == 1;
    }

    @Override
    public boolean remove(UUID id) {
        return transactions.sql().deleteFrom(SAVED_SEARCH).where(own().and(SAVED_SEARCH.ID.eq(id))).execute() == 1;
    }

    @Override
    public Page<Saved> allSaved(PageRequest page) {
        Condition wanted = own();
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(SAVED_SEARCH.AT, SAVED_SEARCH.ID).lt(after.time(), after.id()));
        }
        return Page.of(found(wanted, page.limit() + 1), page.limit(), last -> new Position(last.at(), last.id()).toString());
    }

    private List<Saved> found(Condition wanted, int limit) {
        return transactions.sql()
                .select(SAVED_SEARCH.ID, SAVED_SEARCH.VERSION, SAVED_SEARCH.NAME, SAVED_SEARCH.QUESTION, SAVED_SEARCH.SAVED_BY,
                        SAVED_SEARCH.AT)
                .from(SAVED_SEARCH)
                .where(wanted)
                .orderBy(SAVED_SEARCH.AT.desc(), SAVED_SEARCH.ID.desc())
                .limit(limit)
                .fetch(mapping(Saved::new));
    }

    private Condition own() {
        return SAVED_SEARCH.TEAM_ID.eq(transactions.team());
    }
}
