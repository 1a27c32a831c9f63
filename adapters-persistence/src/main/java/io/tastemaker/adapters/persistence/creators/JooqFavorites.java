package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.FAVORITE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.creators.out.Favorites;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import org.jooq.Condition;

/** Marks in PostgreSQL. */
public final class JooqFavorites implements Favorites {

    private final JooqTransactions transactions;

    public JooqFavorites(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(String holder, Favorite favorite) {
        transactions.sql().insertInto(FAVORITE)
                .set(FAVORITE.TEAM_ID, transactions.team())
                .set(FAVORITE.HOLDER, holder)
                .set(FAVORITE.CREATOR_TEAM_ID, favorite.creatorOwner())
                .set(FAVORITE.CREATOR_ID, favorite.creator())
                .set(FAVORITE.MARKED_AT, favorite.markedAt())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void remove(String holder, CreatorId creator) {
        transactions.sql().deleteFrom(FAVORITE).where(of(holder).and(FAVORITE.CREATOR_ID.eq(creator))).execute();
    }

    @Override
    public Page<Favorite> list(String holder, PageRequest page) {
        Condition wanted = of(holder);
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(FAVORITE.MARKED_AT, FAVORITE.CREATOR_ID).lt(after.time(), new CreatorId(after.id())));
        }
        List<Favorite> favorites = transactions.sql()
                .select(FAVORITE.CREATOR_ID, FAVORITE.CREATOR_TEAM_ID, FAVORITE.MARKED_AT)
                .from(FAVORITE)
                .where(wanted)
                .orderBy(FAVORITE.MARKED_AT.desc(), FAVORITE.CREATOR_ID.desc())
                .limit(page.limit() + 1)
                .fetch(mapping(Favorite::new));
        return Page.of(favorites, page.limit(), last -> new Position(last.markedAt(), last.creator().value()).toString());
    }

    private Condition of(String holder) {
        return FAVORITE.TEAM_ID.eq(transactions.team()).and(FAVORITE.HOLDER.eq(holder));
    }
}
