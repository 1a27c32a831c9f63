package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.Favorites;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists the caller's favourites, the newest first. */
public final class ListFavorites {

    private final Transactions transactions;
    private final Creators creators;
    private final Favorites favorites;

    ListFavorites(Transactions transactions, Creators creators, Favorites favorites) {
        this.transactions = transactions;
        this.creators = creators;
        this.favorites = favorites;
    }

    /**
     * What is asked.
     *
     * @param actor whose favourites
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * A favourite.
     *
     * @param creator the creator as it is now
     * @param markedAt when it was marked
     */
    public record Entry(Creator creator, Instant markedAt) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the favourites
     */
    public Page<Entry> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> {
            Page<Favorites.Favorite> page = favorites.list(query.actor().label(), query.page());
            Map<CreatorId, Creator> byId = creators.all(page.items().stream().map(Favorites.Favorite::creator).toList()).stream()
                    .collect(Collectors.toMap(Creator::id, Function.identity()));
            return page.map(mark -> new Entry(byId.get(mark.creator()), mark.markedAt()));
        });
    }
}
