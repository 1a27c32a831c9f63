package io.tastemaker.application.operations.out;

import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The durable queue of background jobs. The first group of methods runs inside a transaction of the caller and sees its team's jobs;
 * the second works across teams, in transactions of its own, for the workers.
 */
public interface Jobs {

    /**
     * A job in the hands of a worker.
     *
     * @param job the job
     * @param leaseToken grows with every claim of the job; whoever holds an older one has lost the job
     */
    record Claim(Job job, long leaseToken) {}

    // -- inside a transaction of the caller

    /**
     * Adds a job; it may be claimed once the transaction has committed.
     *
     * @param job queued
     */
    void add(Job job);

    /**
     * Finds a job.
     *
     * @param id the id
     * @return the job, or empty when the team has none of this id
     */
    Optional<Job> find(JobId id);

    /**
     * The team's jobs, the newest first.
     *
     * @param status only these, empty for all
     * @param kind only this kind, empty for all
     * @param page which page
     * @return the jobs
     */
    Page<Job> list(Set<Job.Status> status, Optional<String> kind, PageRequest page);

    /**
     * Asks to stop a job: one that waits is canceled at once, one that runs stops at its next checkpoint, a finished one stays as it is.
     *
     * @param id the id
     * @param now the time
     * @return the job afterwards, or empty when the team has none of this id
     */
    Optional<Job> cancel(JobId id, Instant now);

    /**
     * Takes a job up again that failed or was canceled, from its last checkpoint and with all its attempts; any other stays as it is.
     *
     * @param id the id
     * @param now the time
     * @return the job afterwards, or empty when the team has none of this id
     */
    Optional<Job> repeat(JobId id, Instant now);

    /**
     * Notes how far a claimed job is, in the same transaction as the work it stands for, and renews the lease. A job that got further
     * than ever is no poison, however often it was interrupted: its attempts are counted from this one again.
     *
     * @param claim the worker's claim
     * @param progress how far
     * @param checkpoint what to go on from after an interruption
     * @param leaseUntil the new end of the lease
     * @return false when the claim was lost, and then nothing was written: the caller must roll back
     */
    boolean checkpoint(Claim claim, Job.Progress progress, Map<String, String> checkpoint, Instant leaseUntil);

    // -- across teams, for the workers and operators

    /**
     * The jobs of all teams, the newest first.
     *
     * @param status only these, empty for all
     * @param kind only this kind, empty for all
     * @param page which page
     * @return the jobs
     */
    Page<Job> listAll(Set<Job.Status> status, Optional<String> kind, PageRequest page);

    /**
     * Takes up a job: one that waits and is due, or one whose lease ran out. Teams with fewer running jobs come first, so that a team
     * with many jobs does not hold up the others; within a team the oldest comes first. A job that was taken up
     * {@link Job#MOST_ATTEMPTS} times already is not claimed but failed.
     *
     * @param kinds the kinds this worker knows
     * @param now the time
     * @param lease how long the claim holds without a sign of life
     * @return the claim, or empty when there is nothing to do
     */
    Optional<Claim> claim(Set<String> kinds, Instant now, Duration lease);

    /**
     * A sign of life.
     *
     * @param claim the worker's claim
     * @param leaseUntil the new end of the lease
     * @return false when the claim was lost
     */
    boolean heartbeat(Claim claim, Instant leaseUntil);

    /**
     * A sign of life that tells how far the work is, and is no place to go on from.
     *
     * @param claim the worker's claim
     * @param progress how far
     * @param leaseUntil the new end of the lease
     * @return false when the claim was lost
     */
    boolean heartbeat(Claim claim, Job.Progress progress, Instant leaseUntil);

    /**
     * Whether somebody asked to stop the job.
     *
     * @param claim the worker's claim
     * @return true when asked
     */
    boolean isCancelRequested(Claim claim);

    /**
     * Ends a claimed job for good.
     *
     * @param claim the worker's claim
     * @param status succeeded, failed or canceled
     * @param failure why it failed, empty otherwise
     * @param now the time
     * @return false when the claim was lost, and then nothing was written
     */
    boolean finish(Claim claim, Job.Status status, Optional<String> failure, Instant now);

    /**
     * Gives a claimed job back to be tried again.
     *
     * @param claim the worker's claim
     * @param failure why, for people
     * @param notBefore when it is due again
     * @return false when the claim was lost, and then nothing was written
     */
    boolean retry(Claim claim, String failure, Instant notBefore);

    /**
     * Gives a claimed job back as if it had not been taken up this time; it is due at once.
     *
     * @param claim the worker's claim
     * @return false when the claim was lost, and then nothing was written
     */
    boolean giveBack(Claim claim);

    /**
     * Takes a slot of a schedule: of all nodes that ask for one slot exactly one gets it.
     *
     * @param schedule the schedule's name
     * @param slot the time it stands for
     * @return true for the one that shall do the work
     */
    boolean takeSlot(String schedule, Instant slot);
}
