package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.operations.Job;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A job being worked on: what its handler reads, and how it reports. Used by one thread. */
public final class JobRun {

    private final Jobs jobs;
    private final Jobs.Claim claim;
    private final BooleanSupplier stopping;
    private final InstantSource clock;
    private final Duration lease;
    private Instant lastSign;
    private long furthest;
    private int attempts;

    JobRun(Jobs jobs, Jobs.Claim claim, BooleanSupplier stopping, InstantSource clock, Duration lease) {
        this.jobs = jobs;
        this.claim = claim;
        this.stopping = stopping;
        this.clock = clock;
        this.lease = lease;
        this.lastSign = clock.instant();
        this.furthest = claim.job().progress().done();
        this.attempts = claim.job().attempts();
    }

    /** Thrown to a handler when the program is being stopped. */
    public static final class Stopped extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private Stopped() {
            super("the program is being stopped", null, false, false);
        }
    }

    /**
     * The job as it was taken up, with its last checkpoint.
     *
     * @return the job
     */
    public Job job() {
        return claim.job();
    }

    /**
     * Who does the work.
     *
     * @return the program itself, for the job's team
     */
    public Actor actor() {
        return new Actor.System("jobs", claim.job().team());
    }

    /**
     * Notes how far the work is. Must be called inside the transaction that does the work, so that both are kept or neither is.
     *
     * @param progress how far
     * @param checkpoint what to go on from
     * @throws JobLost when another worker has the job
     */
    public void checkpoint(Job.Progress progress, Map<String, String> checkpoint) {
        Instant now = clock.instant();
        Job.Progress noted = new Job.Progress(progress.done(), progress.total(), Optional.of(now));
        if (!jobs.checkpoint(claim, noted, checkpoint, now.plus(lease))) {
            throw new JobLost(claim.job().id().toString());
        }
        lastSign = now;
        if (progress.done() > furthest) {
            furthest = progress.done();
            attempts = 1;
        }
    }

    /** How often the job was taken up since it last got on, this time included. */
    int attempts() {
        return attempts;
    }

    /**
     * How long a piece of work may take that gives no sign of life meanwhile, so that nobody else takes the job up.
     *
     * @param wanted how long it would take at most
     * @return that, or half the lease when that is shorter
     */
    public Duration within(Duration wanted) {
        Duration half = lease.dividedBy(2);
        return wanted.compareTo(half) < 0 ? wanted : half;
    }

    /**
     * Gives a sign of life when one is due (a third of the lease has passed), and asks whether to go on. To be called between
     * batches, outside a transaction.
     *
     * @return false when somebody asked to stop
     * @throws JobLost when another worker has the job
     * @throws Stopped when the program is being stopped; the handler lets it pass, and the job goes on elsewhere from its last checkpoint
     */
    public boolean mayContinue() {
        if (stopping.getAsBoolean()) {
            throw new Stopped();
        }
        Instant now = clock.instant();
        if (Duration.between(lastSign, now).compareTo(lease.dividedBy(3)) >= 0) {
            if (!jobs.heartbeat(claim, now.plus(lease))) {
                throw new JobLost(claim.job().id().toString());
            }
            lastSign = now;
        }
        return !jobs.isCancelRequested(claim);
    }

    /**
     * The same for work that cannot be taken up in its middle, and yet tells how far it is: a checkpoint would say that it can. May be called
     * inside a transaction that only reads.
     *
     * @param progress how far
     * @return false when somebody asked to stop
     * @throws JobLost when another worker has the job
     * @throws Stopped when the program is being stopped; the handler lets it pass, and the job begins anew elsewhere
     */
    public boolean mayContinue(Job.Progress progress) {
        if (stopping.getAsBoolean()) {
            throw new Stopped();
        }
        Instant now = clock.instant();
        if (!jobs.heartbeat(claim, new Job.Progress(progress.done(), progress.total(), Optional.of(now)), now.plus(lease))) {
            throw new JobLost(claim.job().id().toString());
        }
        lastSign = now;
        return !jobs.isCancelRequested(claim);
    }
}
