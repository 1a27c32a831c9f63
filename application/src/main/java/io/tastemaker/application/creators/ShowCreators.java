package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Collection;
import java.util.List;

/** Shows several creators at once: the cards of a page. */
public final class ShowCreators {

    private final Transactions transactions;
    private final Creators creators;

    ShowCreators(Transactions transactions, Creators creators) {
        this.transactions = transactions;
        this.creators = creators;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param ids which creators
     */
    public record Query(Actor actor, Collection<CreatorId> ids) {
        /** Copies the ids. */
        public Query {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Shows them.
     *
     * @param query what is asked
     * @return those of them that the team may see, in no particular order
     */
    public List<Creator> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> creators.all(query.ids()));
    }
}
