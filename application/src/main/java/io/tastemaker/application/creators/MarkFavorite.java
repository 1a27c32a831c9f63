package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.Favorites;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.InstantSource;

/** Marks a creator as one of the caller's favourites, or takes the mark away. */
public final class MarkFavorite {

    private final Transactions transactions;
    private final Creators creators;
    private final Favorites favorites;
    private final InstantSource clock;

    MarkFavorite(Transactions transactions, Creators creators, Favorites favorites, InstantSource clock) {
        this.transactions = transactions;
        this.creators = creators;
        this.favorites = favorites;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor whose favourite
     * @param creator which creator
     * @param marked true to mark, false to take the mark away
     */
    public record Command(Actor actor, CreatorId creator, boolean marked) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is as wanted, now or before. */
        record Settled() implements Outcome {}
    }

    /**
     * Marks or unmarks.
     *
     * @param command what is wanted
     * @return that it is as wanted
     * @throws Refusal.NotFound when there is no creator that the team may see
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.SEARCH_CREATORS);
        return transactions.inTransaction(actor, "creator.favorite", () -> {
            Creator creator = creators.find(command.creator()).orElseThrow(Refusal.NotFound::new);
            if (command.marked()) {
                favorites.add(actor.label(), new Favorites.Favorite(creator.id(), creator.owner(), clock.instant()));
            } else {
                favorites.remove(actor.label(), creator.id());
            }
            transactions.about(Subject.of("creator", creator.id()), Traits.NONE.with("favorite", command.marked()).made());
            return new Outcome.Settled();
        });
    }
}
