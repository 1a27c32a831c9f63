package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.CreatorImports;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.JobRun;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.CreatorListRow;
import io.tastemaker.domain.creators.CreatorListSurvey;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does an import in two passes over the file: the first finds out what the columns mean, the second saves the rows in batches.
 * Each batch is one transaction with its creators, its faults, the report and the checkpoint; while it is saved the next is read. After a
 * kill the file is read again from its start, which restores what depends on the file alone (the layout, the handles seen, the labels
 * counted), and saving goes on behind the last batch that was committed; so nothing is counted twice.
 */
final class CreatorImportJob implements JobHandler {

    static final String KIND = "creator_import";

    private static final String ROWS = "rows";
    private static final String FINISHED = "finished";
    private static final int ROWS_BETWEEN_SIGNS = 10_000;

    private final Transactions transactions;
    private final Creators creators;
    private final CreatorImports imports;
    private final Uploads uploads;
    private final ListFiles files;
    private final Ids ids;

    CreatorImportJob(Transactions transactions, Creators creators, CreatorImports imports, Uploads uploads, ListFiles files, Ids ids) {
        this.transactions = transactions;
        this.creators = creators;
        this.imports = imports;
        this.uploads = uploads;
        this.files = files;
        this.ids = ids;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ending run(JobRun run) {
        JobId id = run.job().id();
        CreatorImport creatorImport = transactions.reading(run.actor(), () -> imports.find(id)).orElseThrow();
        Ending ending = run.job().checkpoint().containsKey(FINISHED) ? new Ending.Done() : survey(run, creatorImport);
        uploads.delete(creatorImport.file().key());
        return ending;
    }

    @Override
    public void abandoned(Job job) {
        transactions.reading(new Actor.System("jobs", job.team()), () -> imports.find(job.id()))
                .ifPresent(creatorImport -> uploads.delete(creatorImport.file().key()));
    }

    private Ending survey(JobRun run, CreatorImport creatorImport) {
        return switch (files.open(creatorImport.file().key())) {
            case ListFiles.Opened.Refused refused -> new Ending.Failed(refused.reason());
            case ListFiles.Opened.Readable readable -> {
                CreatorListSurvey survey = new CreatorListSurvey(creatorImport.options().platform(), creatorImport.options().columns());
                long rows = 0;
                try (ListFiles.Table table = readable.table()) {
                    for (Optional<ListFiles.Row> row = table.next(); row.isPresent(); row = table.next()) {
                        survey.feed(row.get().cells());
                        rows++;
                        if (rows % ROWS_BETWEEN_SIGNS == 0 && !run.mayContinue()) {
                            yield new Ending.Canceled();
                        }
                    }
                }
                yield switch (survey.layout()) {
                    case CreatorListSurvey.Result.Unrecognized unrecognized -> new Ending.Failed(reason(unrecognized));
                    case CreatorListSurvey.Result.Recognized recognized -> read(run, creatorImport, recognized, rows);
                };
            }
        };
    }

    private static String reason(CreatorListSurvey.Result.Unrecognized unrecognized) {
        String headers = String.join(" | ", unrecognized.headers());
        String shown = headers.length() > 500 ? headers.substring(0, headers.offsetByCodePoints(0, 250)) + "…" : headers;
        return "The list cannot be read: " + unrecognized.why() + (shown.isEmpty() ? "" : ". Its first row is: " + shown);
    }

    private Ending read(JobRun run, CreatorImport creatorImport, CreatorListSurvey.Result.Recognized recognized, long rows) {
        return switch (files.open(creatorImport.file().key())) {
            case ListFiles.Opened.Refused refused -> new Ending.Failed(refused.reason());
            case ListFiles.Opened.Readable readable -> {
                try (ListFiles.Table table = readable.table()) {
                    yield save(run, creatorImport, new ListReading(table, creatorImport, recognized), rows);
                }
            }
        };
    }

    private Ending save(JobRun run, CreatorImport begun, ListReading reading, long rowsInFile) {
        long done = Long.parseLong(run.job().checkpoint().getOrDefault(ROWS, "0"));
        long total = Math.max(0, rowsInFile - reading.rowsAboveFirst());
        while (reading.rowsRead() < done && reading.skip()) {
            if (reading.rowsRead() % ROWS_BETWEEN_SIGNS == 0 && !run.mayContinue()) {
                return new Ending.Canceled();
            }
        }
        try (ReadAhead<ListReading.Batch> batches = new ReadAhead<>(reading::next, ListReading.Batch::isLast)) {
            CreatorImport current = begun;
            while (run.mayContinue()) {
                ListReading.Batch batch = batches.next();
                current = save(run, current, reading, batch, total);
                if (batch.isLast()) {
                    return new Ending.Done();
                }
            }
            return new Ending.Canceled();
        }
    }

    private CreatorImport save(JobRun run, CreatorImport before, ListReading reading, ListReading.Batch batch, long total) {
        Map<String, String> checkpoint = new HashMap<>(Map.of(ROWS, Long.toString(batch.rowsRead())));
        if (batch.isLast()) {
            checkpoint.put(FINISHED, "true");
        }
        return transactions.inTransaction(run.actor(), "creator.import.batch", () -> {
            BatchMerge merge = new BatchMerge(before, creators.lock(before.owner(), batch.handles()), ids);
            batch.entries().forEach(entry -> merge.take(entry, reading.columnOf()));
            creators.add(merge.created());
            creators.replace(merge.changed());
            CreatorImport after = before.with(reading.report(before.report(), merge.rows(), batch, merge.faults().size()));
            List<RowFault> faults = batch.faults(merge.faults());
            imports.advance(after, faults);
            run.checkpoint(new Job.Progress(batch.rowsRead(), Optional.of(total)), checkpoint);
            transactions.about(Subject.of("job", after.job()), traits(before).changesTo(traits(after)));
            return after;
        });
    }

    private static Traits traits(CreatorImport creatorImport) {
        CreatorImport.Rows rows = creatorImport.report().rows();
        return Traits.NONE.with("created", rows.created()).with("updated", rows.updated()).with("unchanged", rows.unchanged())
                .with("duplicate", rows.duplicate()).with("rejected", rows.rejected());
    }

    /** A creator of the list, and where it stands. */
    record Entry(long row, long line, CreatorListRow.Draft draft, boolean firstInList) {}
}
