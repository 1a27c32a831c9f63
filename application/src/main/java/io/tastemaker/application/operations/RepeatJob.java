package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Takes one of the team's jobs up again that failed or was canceled, from where it had got to. */
public final class RepeatJob {

    private final Transactions transactions;
    private final Jobs jobs;
    private final Map<String, JobHandler> handlers;
    private final InstantSource clock;

    RepeatJob(Transactions transactions, Jobs jobs, Map<String, JobHandler> handlers, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.handlers = handlers;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param job which job
     */
    public record Command(Actor actor, JobId job) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It waits for a worker again.
         *
         * @param job as it is now
         */
        record Queued(Job job) implements Outcome {}

        /**
         * It has not ended, or ended well.
         *
         * @param job as it is
         */
        record NotEnded(Job job) implements Outcome {}

        /**
         * Jobs of its kind let go of what they need when they end.
         *
         * @param job as it is
         */
        record NotRepeatable(Job job) implements Outcome {}
    }

    /**
     * Takes it up again.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such job
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_JOBS);
        return transactions.inTransaction(command.actor(), "job.repeat", () -> {
            Job before = jobs.find(command.job()).orElseThrow(Refusal.NotFound::new);
            boolean isRepeatable = Optional.ofNullable(handlers.get(before.kind())).map(JobHandler::isRepeatable).orElse(false);
            if (!isRepeatable) {
                transactions.refused(Subject.of("job", before.id()));
                return new Outcome.NotRepeatable(before);
            }
            Job after = jobs.repeat(command.job(), clock.instant()).orElseThrow(Refusal.NotFound::new);
            boolean hadEnded = before.status() == Job.Status.FAILED || before.status() == Job.Status.CANCELED;
            if (!hadEnded || after.status() != Job.Status.QUEUED) {
                transactions.refused(Subject.of("job", after.id()));
                return new Outcome.NotEnded(after);
            }
            transactions.about(Subject.of("job", after.id()), before.traits().changesTo(after.traits()));
            return new Outcome.Queued(after);
        });
    }
}
