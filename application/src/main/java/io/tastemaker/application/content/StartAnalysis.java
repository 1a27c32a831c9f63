package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyses;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.InstantSource;
import java.util.Map;

/** Queues a job that reads the team's posts, or the catalogue's, in the background. */
public final class StartAnalysis {

    private final Transactions transactions;
    private final Jobs jobs;
    private final ContentAnalyses analyses;
    private final ShowCreator showCreator;
    private final Ids ids;
    private final InstantSource clock;

    StartAnalysis(Transactions transactions, Jobs jobs, ContentAnalyses analyses, ShowCreator showCreator, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.analyses = analyses;
        this.showCreator = showCreator;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who wants it, for the team whose posts are read
     * @param options which posts
     */
    public record Command(Actor actor, ContentAnalysis.Options options) {}

    /**
     * Queues the job.
     *
     * @param command what is wanted
     * @return the job
     * @throws Refusal.NotFound when there is no such creator that the team may see
     */
    public Job handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.toWriteCreatorsOf(actor.team()));
        command.options().creator().ifPresent(
                creator -> showCreator.handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(creator))));
        Job job = Job.queued(new JobId(ids.next()), actor.team(), AnalysisJob.KIND, actor.label(), Map.of(), clock.instant());
        return transactions.inTransaction(actor, "content.analysis", () -> {
            jobs.add(job);
            analyses.add(new ContentAnalysis(job.id(), actor.team(), command.options(), ContentAnalysis.Report.NONE));
            transactions.about(Subject.of("job", job.id()), Traits.NONE.with("kind", job.kind())
                    .with("creator", command.options().creator()).with("again", command.options().again()).made());
            return job;
        });
    }
}
