package io.tastemaker.application.exports;

import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.ExportId;
import java.time.InstantSource;

/** Shows how far an export is, and where its file can be fetched. */
public final class ShowExport {

    private final Transactions transactions;
    private final Exports exports;
    private final Showing showing;
    private final Readers readers;
    private final InstantSource clock;

    ShowExport(Transactions transactions, Exports exports, Showing showing, Readers readers, InstantSource clock) {
        this.transactions = transactions;
        this.exports = exports;
        this.showing = showing;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param export which
     */
    public record Query(Actor actor, ExportId export) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the export as it is now
     * @throws Refusal.NotFound when the team has no such export that the actor may know of, or its time is over
     */
    public ShownExport handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_EXPORTS);
        ShownExport shown = transactions.reading(query.actor(), () -> exports.find(query.export())
                .filter(export -> clock.instant().isBefore(export.expiresAt()))
                .map(export -> showing.show(query.actor(), export))
                .orElseThrow(Refusal.NotFound::new));
        readers.require(query.actor(), shown.export());
        return shown;
    }
}
