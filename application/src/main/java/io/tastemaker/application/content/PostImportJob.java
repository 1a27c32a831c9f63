package io.tastemaker.application.content;

import io.tastemaker.application.content.out.PostImports;
import io.tastemaker.application.creators.FindOrEnterCreator;
import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.JobRun;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.content.PostListSurvey;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Does an import of posts in two passes over the file: the first finds out what the columns mean, the second saves the rows in batches.
 * Each batch is one transaction with its posts, its faults, the report and the checkpoint; after a kill the file is read again from its start
 * and saving goes on behind the last batch that was committed, so that nothing is counted twice. At the end the profiles are computed anew.
 */
final class PostImportJob implements JobHandler {

    static final String KIND = "post_import";

    private static final String ROWS = "rows";
    private static final String FINISHED = "finished";
    private static final int ROWS_BETWEEN_SIGNS = 10_000;
    private static final int MOST_KNOWN_CREATORS = 10_000;

    private final Transactions transactions;
    private final PostImports imports;
    private final Uploads uploads;
    private final ListFiles files;
    private final FindOrEnterCreator findOrEnterCreator;
    private final PostKeeper postKeeper;
    private final ProfileKeeper profiles;
    private final InstantSource clock;

    PostImportJob(Transactions transactions, PostImports imports, Uploads uploads, ListFiles files, FindOrEnterCreator findOrEnterCreator,
            PostKeeper postKeeper, ProfileKeeper profiles, InstantSource clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.uploads = uploads;
        this.files = files;
        this.findOrEnterCreator = findOrEnterCreator;
        this.postKeeper = postKeeper;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ending run(JobRun run) {
        JobId id = run.job().id();
        PostImport postImport = transactions.reading(run.actor(), () -> imports.find(id)).orElseThrow();
        Ending ending = run.job().checkpoint().containsKey(FINISHED) ? new Ending.Done() : survey(run, postImport);
        uploads.delete(postImport.file().key());
        while (ending instanceof Ending.Done && run.mayContinue() && !profiles.computeSome(run.actor(), Optional.empty(), run::mayContinue).isEmpty()) {
            continue;
        }
        return ending;
    }

    @Override
    public void abandoned(Job job) {
        transactions.reading(new Actor.System("jobs", job.team()), () -> imports.find(job.id()))
                .ifPresent(postImport -> uploads.delete(postImport.file().key()));
    }

    private Ending survey(JobRun run, PostImport postImport) {
        PostImport.Options options = postImport.options();
        return switch (files.open(postImport.file().key())) {
            case ListFiles.Opened.Refused refused -> new Ending.Failed(refused.reason());
            case ListFiles.Opened.Readable readable -> {
                PostListSurvey survey = new PostListSurvey(options.platform(), options.creator(), options.columns());
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
                yield switch (survey.result()) {
                    case PostListSurvey.Result.Unrecognized unrecognized -> new Ending.Failed(unrecognized.why());
                    case PostListSurvey.Result.Recognized recognized -> read(run, postImport, recognized, Math.max(0, rows - 1));
                };
            }
        };
    }

    private Ending read(JobRun run, PostImport postImport, PostListSurvey.Result.Recognized recognized, long rows) {
        return switch (files.open(postImport.file().key())) {
            case ListFiles.Opened.Refused refused -> new Ending.Failed(refused.reason());
            case ListFiles.Opened.Readable readable -> {
                try (ListFiles.Table table = readable.table()) {
                    yield save(run, postImport, new PostListReading(table, postImport, recognized), rows);
                }
            }
        };
    }

    private Ending save(JobRun run, PostImport begun, PostListReading reading, long total) {
        long done = Long.parseLong(run.job().checkpoint().getOrDefault(ROWS, "0"));
        while (reading.rowsRead() < done && reading.skip()) {
            if (reading.rowsRead() % ROWS_BETWEEN_SIGNS == 0 && !run.mayContinue()) {
                return new Ending.Canceled();
            }
        }
        Map<Handle, Creator> known = new HashMap<>();
        PostImport current = begun;
        while (run.mayContinue()) {
            PostListReading.Batch batch = reading.next();
            if (known.size() > MOST_KNOWN_CREATORS) {
                known.clear();
            }
            batch.entries().forEach(entry -> known.computeIfAbsent(entry.draft().creator(),
                    handle -> findOrEnterCreator.handle(new FindOrEnterCreator.Command(run.actor(), handle))));
            current = save(run, current, reading, batch, known, total);
            if (batch.isLast()) {
                return new Ending.Done();
            }
        }
        return new Ending.Canceled();
    }

    private PostImport save(JobRun run, PostImport before, PostListReading reading, PostListReading.Batch batch, Map<Handle, Creator> known,
            long total) {
        Map<String, String> checkpoint = new HashMap<>(Map.of(ROWS, Long.toString(reading.rowsRead())));
        if (batch.isLast()) {
            checkpoint.put(FINISHED, "true");
        }
        return transactions.inTransaction(run.actor(), "post.import.batch", () -> {
            Merge merge = new Merge(before, batch.rejected());
            byCreator(batch, known).forEach(merge::take);
            List<RowFault> faults = batch.faults(merge.faults);
            PostImport after = before.with(reading.report(before.report(), merge.rows(), faults.size()));
            imports.advance(after, faults);
            run.checkpoint(new Job.Progress(reading.rowsRead(), Optional.of(total)), checkpoint);
            transactions.about(Subject.of("job", after.job()), traits(before).changesTo(traits(after)));
            return after;
        });
    }

    /** In the order of their ids, so that two imports at once do not wait for each other in a circle. */
    private static Map<Creator, List<PostListReading.Entry>> byCreator(PostListReading.Batch batch, Map<Handle, Creator> known) {
        Map<Creator, List<PostListReading.Entry>> byCreator = new TreeMap<>(Comparator.comparing(creator -> creator.id().value()));
        batch.entries().forEach(entry ->
                byCreator.computeIfAbsent(known.get(entry.draft().creator()), first -> new ArrayList<>()).add(entry));
        return byCreator;
    }

    /** Merges the posts of one batch with those that are there. */
    private final class Merge {
        private final PostImport postImport;
        private final long rejected;
        private final Instant now = clock.instant();
        private final Map<PostKeeper.Effect, Long> effects = new EnumMap<>(PostKeeper.Effect.class);
        private final List<RowFault> faults = new ArrayList<>();
        private long duplicate;

        Merge(PostImport postImport, long rejected) {
            this.postImport = postImport;
            this.rejected = rejected;
        }

        void take(Creator creator, List<PostListReading.Entry> entries) {
            PostKeeper.Origin origin = new PostKeeper.Origin(postImport.owner(), creator.owner(), creator.id(), postImport.source(),
                    postImport.asOf());
            PostKeeper.Merged merged = postKeeper.merge(origin, entries.stream().map(entry -> entry.draft().post()).toList(), now);
            for (PostListReading.Entry entry : entries) {
                PostDraft post = entry.draft().post();
                if (entry.isFirst()) {
                    effects.merge(merged.effects().get(post.key()), 1L, Long::sum);
                    continue;
                }
                duplicate++;
                if (merged.contradicted().contains(post)) {
                    faults.add(new RowFault(entry.row(), entry.line(), "", post.key(), RowFault.Code.DISAGREEMENT,
                            "an earlier row says something else of this post, which was kept"));
                }
            }
        }

        CreatorImport.Rows rows() {
            return new CreatorImport.Rows(count(PostKeeper.Effect.CREATED), count(PostKeeper.Effect.UPDATED),
                    count(PostKeeper.Effect.UNCHANGED), duplicate, rejected);
        }

        private long count(PostKeeper.Effect effect) {
            return effects.getOrDefault(effect, 0L);
        }
    }

    private static Traits traits(PostImport postImport) {
        CreatorImport.Rows rows = postImport.report().rows();
        return Traits.NONE.with("created", rows.created()).with("updated", rows.updated()).with("unchanged", rows.unchanged())
                .with("duplicate", rows.duplicate()).with("rejected", rows.rejected());
    }
}
