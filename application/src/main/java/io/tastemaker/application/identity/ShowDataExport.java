package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.DataExport;
import java.time.InstantSource;
import java.util.UUID;

/** Shows a person how far its own export is. */
public final class ShowDataExport {

    private final PlatformTransactions transactions;
    private final DataExports exports;
    private final InstantSource clock;

    ShowDataExport(PlatformTransactions transactions, DataExports exports, InstantSource clock) {
        this.transactions = transactions;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param export which
     */
    public record Query(Actor actor, UUID export) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return how far it is
     * @throws Refusal.NotFound when there is none of the person, or its time is over; that of another is as one that is not there
     */
    public DataExport handle(Query query) {
        Actor.Person person = OwnSession.of(query.actor());
        return transactions.reading(query.actor(), () -> exports.find(query.export(), person.user()))
                .filter(export -> clock.instant().isBefore(export.expiresAt()))
                .orElseThrow(Refusal.NotFound::new);
    }
}
