package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hands a person the file of its own export; that it was handed out is recorded. */
public final class FetchDataExport {

    private final PlatformTransactions transactions;
    private final DataExports exports;
    private final InstantSource clock;

    FetchDataExport(PlatformTransactions transactions, DataExports exports, InstantSource clock) {
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

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Here it is.
         *
         * @param export of how many bytes
         * @param file the text
         */
        record Handed(DataExport export, File file) implements Outcome {}

        /**
         * There is no file, or not yet.
         *
         * @param export how far it is
         */
        record NotReady(DataExport export) implements Outcome {}
    }

    /** A file, read piece by piece, so that however long it is little of it is in memory. */
    @FunctionalInterface
    public interface File {
        /**
         * Reads a piece, outside of any transaction.
         *
         * @param number 0, 1, 2 and so on
         * @return its text; empty behind the last, and when the file was removed meanwhile
         */
        Optional<String> piece(int number);
    }

    /**
     * Hands it out.
     *
     * @param query what is asked
     * @return the file, if it is whole
     * @throws Refusal.NotFound when there is none of the person, or its time is over; that of another is as one that is not there
     */
    public Outcome handle(Query query) {
        Actor.Person person = OwnSession.of(query.actor());
        DataExport export = transactions.reading(query.actor(), () -> exports.find(query.export(), person.user()))
                .filter(found -> clock.instant().isBefore(found.expiresAt()))
                .orElseThrow(Refusal.NotFound::new);
        if (!(export.state() instanceof DataExport.State.Ready)) {
            return new Outcome.NotReady(export);
        }
        transactions.run(query.actor(), "account.export.fetch", () -> transactions.about(Subject.of("user", person.user()), List.of()));
        return new Outcome.Handed(export, number -> exports.findPiece(export.id(), number));
    }
}
