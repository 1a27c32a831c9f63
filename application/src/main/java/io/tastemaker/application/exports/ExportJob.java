package io.tastemaker.application.exports;

import io.tastemaker.application.exports.out.ExportFiles;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.JobRun;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the file of an export. All rows are read in one transaction, on one state of the store, some at a time, and go to the disk at once.
 * After a kill it is written again from the start, on the state of then: rows of two moments are never in one file. It is paid once the file
 * is whole, under a key that takes nothing twice; what fails or is stopped costs nothing.
 */
final class ExportJob implements JobHandler {

    static final String KIND = "export";

    private final Transactions transactions;
    private final Exports exports;
    private final ExportFiles files;
    private final Map<ExportKind, RowSource> sources;
    private final HeldCredits heldCredits;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration kept;

    ExportJob(Transactions transactions, Exports exports, ExportFiles files, Map<ExportKind, RowSource> sources, HeldCredits heldCredits,
            Ids ids, InstantSource clock, Duration kept) {
        this.transactions = transactions;
        this.exports = exports;
        this.files = files;
        this.sources = Map.copyOf(sources);
        this.heldCredits = heldCredits;
        this.ids = ids;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What came of reading the rows. */
    private sealed interface Written {
        record Whole(long rows, ExportFiles.Whole file) implements Written {}

        record Canceled() implements Written {}

        record TooLong(String reason) implements Written {}
    }

    @Override
    public Ending run(JobRun run) {
        ExportId id = new ExportId(run.job().id().value());
        String file = ids.next().toString().replace("-", "");
        Optional<Exports.Taken> taken = transactions.inTransaction(run.actor(), "export.begin", () -> {
            Optional<Exports.Taken> wanted = exports.take(id, file);
            wanted.ifPresent(export -> transactions.about(Subject.of("export", id), List.of()));
            return wanted;
        });
        if (taken.isEmpty()) {
            return isReady(run.actor(), id) ? new Ending.Done() : new Ending.Canceled();
        }
        taken.get().left().ifPresent(files::delete);
        return switch (write(run, taken.get().export(), file)) {
            case Written.Whole(long rows, ExportFiles.Whole whole) -> finish(run.actor(), taken.get().export(), file, rows, whole);
            case Written.Canceled canceled -> {
                giveUp(run.actor(), id, "It was canceled.");
                yield new Ending.Canceled();
            }
            case Written.TooLong(String reason) -> {
                giveUp(run.actor(), id, reason);
                yield new Ending.Failed(reason);
            }
        };
    }

    /** It was settled by an earlier run, which was stopped before it could say so. */
    private boolean isReady(Actor actor, ExportId id) {
        return transactions.reading(actor, () -> exports.find(id)).filter(export -> export.state() instanceof Export.State.Ready).isPresent();
    }

    private Written write(JobRun run, Export export, String file) {
        RowSource source = sources.get(export.scope().kind());
        ExportFiles.Layout layout = new ExportFiles.Layout(export.format(), export.byteOrderMark(), export.columns());
        return transactions.reading(run.actor(), () -> {
            Instant begun = clock.instant();
            Optional<Long> total = source.total(export);
            RowSource.Rows rows = source.open(export, begun);
            try (ExportFiles.Draft draft = files.begin(file, layout)) {
                long count = 0;
                for (Optional<List<List<Cell>>> some = rows.next(); some.isPresent(); some = rows.next()) {
                    some.get().forEach(draft::add);
                    count += some.get().size();
                    if (!run.mayContinue(new Job.Progress(count, total))) {
                        return new Written.Canceled();
                    }
                    Optional<Written> tooLong = tooLong(count, draft.bytes(), Duration.between(begun, clock.instant()));
                    if (tooLong.isPresent()) {
                        return tooLong.get();
                    }
                }
                boolean isWanted = run.mayContinue(new Job.Progress(count, Optional.of(count))); // which was not known before
                return isWanted ? new Written.Whole(count, draft.finish()) : new Written.Canceled();
            }
        });
    }

    private static Optional<Written> tooLong(long rows, long bytes, Duration time) {
        if (rows > Export.MOST_ROWS) {
            return Optional.of(new Written.TooLong("There are more than " + Export.MOST_ROWS + " rows. Ask for fewer."));
        }
        if (bytes > Export.MOST_BYTES) {
            return Optional.of(new Written.TooLong("The file would have more than " + Export.MOST_BYTES + " bytes. Ask for fewer rows or columns."));
        }
        return time.compareTo(Export.LONGEST) <= 0 ? Optional.empty()
                : Optional.of(new Written.TooLong("It took longer than " + Export.LONGEST.toMinutes() + " minutes. Ask for fewer rows."));
    }

    private Ending finish(Actor actor, Export export, String file, long rows, ExportFiles.Whole whole) {
        if (!heldCredits.take(export)) {
            giveUp(actor, export.id(), "It was given up, and what it costs was given back.");
            files.delete(file); // also where the export is gone, and with it the key of its file
            return new Ending.Canceled();
        }
        Instant now = clock.instant();
        Export ready = export.with(new Export.State.Ready(now, rows, whole.bytes(), whole.sha256()), now.plus(kept));
        boolean isSettled = transactions.inTransaction(actor, "export.write", () -> {
            boolean settled = exports.settle(ready, file);
            if (settled) {
                transactions.about(Subject.of("export", export.id()), export.traits().changesTo(ready.traits()));
            }
            return settled;
        });
        if (!isSettled) {
            files.delete(file);
        }
        return isSettled ? new Ending.Done() : new Ending.Canceled();
    }

    @Override
    public void abandoned(Job job) {
        giveUp(new Actor.System("jobs", job.team()), new ExportId(job.id().value()),
                job.status() == Job.Status.CANCELED ? "It was canceled." : "It could not be written.");
    }

    private void giveUp(Actor actor, ExportId id, String reason) {
        Optional<Export> given = transactions.inTransaction(actor, "export.give_up", () -> {
            Optional<Export> before = exports.giveUp(id, reason);
            before.ifPresent(export -> transactions.about(Subject.of("export", id), export.traits()
                    .changesTo(export.with(new Export.State.Failed(reason), export.expiresAt()).traits())));
            return before;
        });
        given.ifPresent(heldCredits::release);
        transactions.reading(actor, () -> exports.findFile(id)).ifPresent(files::delete);
    }
}
