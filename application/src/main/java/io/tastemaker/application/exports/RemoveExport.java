package io.tastemaker.application.exports;

import io.tastemaker.application.exports.out.ExportFiles;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.Optional;

/** Removes an export with its file. One that is being written stops, and costs nothing. */
public final class RemoveExport {

    private final Transactions transactions;
    private final Exports exports;
    private final Jobs jobs;
    private final ExportFiles files;
    private final HeldCredits heldCredits;
    private final Readers readers;
    private final InstantSource clock;

    RemoveExport(Transactions transactions, Exports exports, Jobs jobs, ExportFiles files, HeldCredits heldCredits,
            Readers readers, InstantSource clock) {
        this.transactions = transactions;
        this.exports = exports;
        this.jobs = jobs;
        this.files = files;
        this.heldCredits = heldCredits;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who wants it
     * @param export which
     */
    public record Command(Actor actor, ExportId export) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}
    }

    private record Gone(Export export, Optional<String> file) {}

    /**
     * Removes it.
     *
     * @param command what is wanted
     * @return that it is gone
     * @throws Refusal.NotFound when the team has no such export that the actor may know of
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.EXPORT_DATA);
        readers.require(command.actor(), transactions.reading(command.actor(), () -> exports.find(command.export()).orElseThrow(Refusal.NotFound::new)));
        Gone gone = transactions.inTransaction(command.actor(), "export.remove", () -> {
            Export export = exports.find(command.export()).orElseThrow(Refusal.NotFound::new);
            Gone found = new Gone(export, exports.findFile(export.id()));
            jobs.cancel(export.job(), clock.instant());
            exports.remove(export.id());
            transactions.about(Subject.of("export", export.id()), export.traits().gone());
            return found;
        });
        gone.file().ifPresent(files::delete);
        if (gone.export().state() instanceof Export.State.Preparing) {
            heldCredits.release(gone.export());
        }
        return new Outcome.Removed();
    }
}
