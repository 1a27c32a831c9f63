package io.tastemaker.application.exports;

import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Set;

/** Lists the team's exports, the newest first. */
public final class ListExports {

    private final Transactions transactions;
    private final Exports exports;
    private final Showing showing;
    private final Readers readers;

    ListExports(Transactions transactions, Exports exports, Showing showing, Readers readers) {
        this.transactions = transactions;
        this.exports = exports;
        this.showing = showing;
        this.readers = readers;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the exports, of lists only those whose list the actor may read; those whose time is over go within some minutes
     */
    public Page<ShownExport> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_EXPORTS);
        Set<ListId> readable = readers.readable(query.actor(), transactions.reading(query.actor(), exports::lists));
        return transactions.reading(query.actor(), () -> exports.list(readable, query.page()).map(export -> showing.show(query.actor(), export)));
    }
}
