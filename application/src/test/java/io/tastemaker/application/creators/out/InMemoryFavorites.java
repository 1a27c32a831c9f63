package io.tastemaker.application.creators.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;

/** Marks in memory. */
public final class InMemoryFavorites implements Favorites {

    private record Key(TeamId team, String holder, CreatorId creator) {}

    private record Row(Key key, Favorite favorite) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Key, Row> rows;

    public InMemoryFavorites(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void add(String holder, Favorite favorite) {
        TeamId team = transactions.team();
        if (!favorite.creatorOwner().equals(team) && !favorite.creatorOwner().equals(TeamId.CATALOGUE)) {
            throw new IllegalArgumentException("a mark points at a creator of the team or of the catalogue");
        }
        Key key = new Key(team, holder, favorite.creator());
        if (rows.get(key).isEmpty()) {
            rows.put(key, new Row(key, favorite));
        }
    }

    @Override
    public void remove(String holder, CreatorId creator) {
        rows.remove(new Key(transactions.team(), holder, creator));
    }

    @Override
    public Page<Favorite> list(String holder, PageRequest page) {
        TeamId team = transactions.team();
        return Newest.first(
                rows.rows()
                        .filter(row -> row.key().team().equals(team) && row.key().holder().equals(holder))
                        .map(Row::favorite),
                page,
                Favorite::markedAt,
                favorite -> favorite.creator().value());
    }
}
