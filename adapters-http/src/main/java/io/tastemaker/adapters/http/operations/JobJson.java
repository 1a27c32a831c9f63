package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.domain.operations.Job;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as the API shows it.
 *
 * @param jobId its id
 * @param kind what it does
 * @param status how far it is
 * @param progress in the kind's own unit
 * @param resultUrl where its product is
 * @param failure why it failed, for people
 * @param cancelRequested whether somebody asked to stop it
 * @param createdBy who started it
 * @param createdAt when
 * @param startedAt when work began
 * @param finishedAt when it ended
 */
public record JobJson(
        UUID jobId,
        @About("What it does, such as creator_import") String kind,
        @About("queued, running, succeeded, failed or canceled") String status,
        ProgressJson progress,
        @About("Where the product is") Optional<String> resultUrl,
        @About("Why it failed") Optional<String> failure,
        boolean cancelRequested,
        String createdBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    private static final Map<String, String> RESULTS = Map.of("creator_import", Route.BASE + "/creators/imports/");

    /**
     * How far a job is.
     *
     * @param done units done
     * @param total units in all, when they are known
     */
    public record ProgressJson(long done, Optional<Long> total) {}

    /**
     * Shows a job.
     *
     * @param job the job
     * @return its record
     */
    public static JobJson of(Job job) {
        String id = job.id().toString();
        return new JobJson(
                job.id().value(), job.kind(), job.status().code(), new ProgressJson(job.progress().done(), job.progress().total()),
                Optional.ofNullable(RESULTS.get(job.kind())).map(base -> base + id), job.failure(), job.cancelRequested(),
                job.createdBy(), job.createdAt(), job.startedAt(), job.finishedAt());
    }
}
