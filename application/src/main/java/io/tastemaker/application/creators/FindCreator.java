package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Optional;

/** Looks whether there is a creator, by id or by handle. */
public final class FindCreator {

    private final Transactions transactions;
    private final Creators creators;

    FindCreator(Transactions transactions, Creators creators) {
        this.transactions = transactions;
        this.creators = creators;
    }

    /** Which creator. */
    public sealed interface Which {
        /**
         * The one of an id.
         *
         * @param id the id
         */
        record ById(CreatorId id) implements Which {}

        /**
         * The one of a handle; the team's own record comes before the catalogue's.
         *
         * @param handle the handle
         */
        record ByHandle(Handle handle) implements Which {}
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param which by id or by handle
     */
    public record Query(Actor actor, Which which) {}

    /**
     * Looks for the creator.
     *
     * @param query what is asked
     * @return the creator, or empty when there is none that the team may see
     */
    public Optional<Creator> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> switch (query.which()) {
            case Which.ById(var id) -> creators.find(id);
            case Which.ByHandle(var handle) -> creators.find(handle);
        });
    }
}
