package io.tastemaker.application.content;

import io.tastemaker.application.content.out.PostImports;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.content.PostListSurvey;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Takes in a list of posts, for the actor's team or for the catalogue, and queues the job that imports it. */
public final class ImportPosts {

    private final Transactions transactions;
    private final Jobs jobs;
    private final PostImports imports;
    private final Uploads uploads;
    private final Ids ids;
    private final InstantSource clock;

    ImportPosts(Transactions transactions, Jobs jobs, PostImports imports, Uploads uploads, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.imports = imports;
        this.uploads = uploads;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who imports, for the team whose posts they become
     * @param fileName what the file is called
     * @param content the file's bytes; the caller closes it
     * @param mostBytes the greatest size allowed
     * @param options how it is imported
     */
    public record Command(Actor actor, String fileName, InputStream content, long mostBytes, PostImport.Options options) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The import is queued.
         *
         * @param job the job that does it
         */
        record Queued(Job job) implements Outcome {}

        /**
         * The file is larger than allowed.
         *
         * @param mostBytes the greatest size allowed
         */
        record TooLarge(long mostBytes) implements Outcome {}

        /**
         * The list is said to be true at a time that has not come, which would keep every later list from saying anything.
         *
         * @param latest the latest time allowed: one day ahead, for clocks and zones that differ
         */
        record AsOfAhead(Instant latest) implements Outcome {}

        /**
         * The options name what no column can mean.
         *
         * @param codes the unknown codes
         */
        record UnknownColumnCodes(Set<String> codes) implements Outcome {}
    }

    /**
     * Keeps the file and queues the job.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.toWriteCreatorsOf(command.actor().team()));
        Set<String> unknown = PostListSurvey.unknownCodes(command.options().columns().keySet());
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownColumnCodes(unknown);
        }
        Instant latest = clock.instant().plus(Duration.ofDays(1));
        if (command.options().asOf().map(latest::isBefore).orElse(false)) {
            return new Outcome.AsOfAhead(latest);
        }
        return switch (uploads.keep(command.content(), command.mostBytes())) {
            case Uploads.Kept.TooLarge tooLarge -> new Outcome.TooLarge(tooLarge.mostBytes());
            case Uploads.Kept.Whole kept -> new Outcome.Queued(queue(command, kept));
        };
    }

    private Job queue(Command command, Uploads.Kept.Whole kept) {
        Actor actor = command.actor();
        Instant now = clock.instant();
        Job job = Job.queued(new JobId(ids.next()), actor.team(), PostImportJob.KIND, actor.label(), Map.of(), now);
        CreatorImport.ListFile file = new CreatorImport.ListFile(kept.key(), CreatorImport.ListFile.nameOf(command.fileName()), kept.bytes(),
                kept.sha256());
        boolean queued = false;
        try {
            transactions.run(actor, "post.import", () -> {
                Instant asOf = command.options().asOf()
                        .or(() -> imports.firstAsOf(kept.sha256(), command.options().fingerprint()))
                        .orElse(now);
                jobs.add(job);
                imports.add(new PostImport(job.id(), actor.team(), file, command.options(), asOf, CreatorImport.Report.NONE));
                transactions.about(Subject.of("job", job.id()), Traits.NONE.with("kind", job.kind()).with("sha256", kept.sha256())
                        .with("bytes", kept.bytes()).with("platform", command.options().platform()).with("as_of", asOf).made());
            });
            queued = true;
            return job;
        } finally {
            if (!queued) {
                uploads.delete(kept.key());
            }
        }
    }
}
