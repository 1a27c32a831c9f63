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

/** Asks to stop one of the team's jobs. */
public final class CancelJob {

    private final Transactions transactions;
    private final Jobs jobs;
    private final Map<String, JobHandler> handlers;
    private final InstantSource clock;

    CancelJob(Transactions transactions, Jobs jobs, Map<String, JobHandler> handlers, InstantSource clock) {
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
         * It is canceled, or will stop at its next checkpoint.
         *
         * @param job as it is now
         */
        record Accepted(Job job) implements Outcome {}

        /**
         * It had ended before.
         *
         * @param job as it is
         */
        record TooLate(Job job) implements Outcome {}
    }

    /**
     * Asks to stop it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such job
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_JOBS);
        Outcome outcome = transactions.inTransaction(command.actor(), "job.cancel", () -> {
            Job before = jobs.find(command.job()).orElseThrow(Refusal.NotFound::new);
            Job after = jobs.cancel(command.job(), clock.instant()).orElseThrow(Refusal.NotFound::new);
            boolean tooLate = before.status().isFinal() || (after.status().isFinal() && after.status() != Job.Status.CANCELED);
            if (tooLate) {
                transactions.refused(Subject.of("job", after.id()));
                return new Outcome.TooLate(after);
            }
            transactions.about(Subject.of("job", after.id()), before.traits().changesTo(after.traits()));
            return new Outcome.Accepted(after);
        });
        if (outcome instanceof Outcome.Accepted accepted && accepted.job().status() == Job.Status.CANCELED) {
            Optional.ofNullable(handlers.get(accepted.job().kind())).ifPresent(handler -> handler.abandoned(accepted.job()));
        }
        return outcome;
    }
}
