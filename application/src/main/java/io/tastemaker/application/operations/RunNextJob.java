package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.operations.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Takes up one job and does it; what a worker calls over and over. */
public final class RunNextJob {

    /** How long a claim holds without a sign of life, unless said otherwise. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private final Jobs jobs;
    private final Map<String, JobHandler> handlers;
    private final InstantSource clock;
    private final Duration lease;

    RunNextJob(Jobs jobs, Map<String, JobHandler> handlers, InstantSource clock, Duration lease) {
        this.jobs = jobs;
        this.handlers = handlers;
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     * @param stopping tells whether the program is being stopped; then the job is given back at its next checkpoint
     */
    public record Command(Actor actor, BooleanSupplier stopping) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** There was nothing to do. */
        record Idle() implements Outcome {}

        /**
         * A job reached its end.
         *
         * @param job as it was taken up
         * @param status succeeded, failed or canceled
         */
        record Finished(Job job, Job.Status status) implements Outcome {}

        /**
         * A job met a fault and will be tried again, or was given up after too many attempts.
         *
         * @param job as it was taken up
         * @param fault what happened
         * @param givenUp whether it was the last attempt
         */
        record Faulted(Job job, RuntimeException fault, boolean givenUp) implements Outcome {}

        /**
         * The program is being stopped; the job waits for another worker and goes on from its last checkpoint.
         *
         * @param job as it was taken up
         */
        record GivenBack(Job job) implements Outcome {}

        /**
         * Another worker has the job now.
         *
         * @param job as it was taken up
         */
        record Lost(Job job) implements Outcome {}
    }

    /**
     * Does one job.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        return jobs.claim(handlers.keySet(), clock.instant(), lease)
                .map(claim -> work(claim, command.stopping()))
                .orElseGet(Outcome.Idle::new);
    }

    private Outcome work(Jobs.Claim claim, BooleanSupplier stopping) {
        Job job = claim.job();
        JobRun run = new JobRun(jobs, claim, stopping, clock, lease);
        try {
            return switch (handlers.get(job.kind()).run(run)) {
                case JobHandler.Ending.Done done -> finish(claim, Job.Status.SUCCEEDED, Optional.empty());
                case JobHandler.Ending.Canceled canceled -> finish(claim, Job.Status.CANCELED, Optional.empty());
                case JobHandler.Ending.Failed failed -> finish(claim, Job.Status.FAILED, Optional.of(failed.reason()));
            };
        } catch (JobRun.Stopped stopped) {
            return jobs.giveBack(claim) ? new Outcome.GivenBack(job) : new Outcome.Lost(job);
        } catch (JobLost lost) {
            return new Outcome.Lost(job);
        } catch (RuntimeException fault) {
            return faulted(claim, run.attempts(), fault);
        }
    }

    private Outcome finish(Jobs.Claim claim, Job.Status status, Optional<String> failure) {
        boolean mine = jobs.finish(claim, status, failure, clock.instant());
        return mine ? new Outcome.Finished(claim.job(), status) : new Outcome.Lost(claim.job());
    }

    private Outcome faulted(Jobs.Claim claim, int attempts, RuntimeException fault) {
        Job job = claim.job();
        boolean givenUp = attempts >= Job.MOST_ATTEMPTS;
        Instant now = clock.instant();
        boolean mine = givenUp
                ? jobs.finish(claim, Job.Status.FAILED, Optional.of("given up after " + attempts + " attempts"), now)
                : jobs.retry(claim, "attempt " + attempts + " met a fault and will be repeated", now.plus(pause(attempts)));
        if (mine && givenUp) {
            handlers.get(job.kind()).abandoned(job);
        }
        return mine ? new Outcome.Faulted(job, fault, givenUp) : new Outcome.Lost(job);
    }

    private static Duration pause(int attempts) {
        return Duration.ofSeconds(1L << Math.min(attempts, 6));
    }
}
