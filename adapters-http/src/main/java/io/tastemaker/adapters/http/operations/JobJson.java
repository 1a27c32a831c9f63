package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.domain.operations.Job;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    private static final Map<String, String> RESULTS = Map.of("creator_import", Route.BASE + "/creators/imports/",
            "post_import", Route.BASE + "/posts/imports/", "content_analysis", Route.BASE + "/content/analyses/",
            "export", Route.BASE + "/exports/");

    /**
     * How far a job is.
     *
     * @param done units done
     * @param total units in all, when they are known
     * @param percent of the whole
     * @param perSecond how fast it gets on
     * @param expectedEnd when it is done if it goes on like this
     */
    public record ProgressJson(
            long done,
            Optional<Long> total,
            @About("Of the whole, 0 to 100; null while that is unknown") Optional<BigDecimal> percent,
            @About("Units a second since it was first taken up; null until something is done") Optional<BigDecimal> perSecond,
            @About("When it is done if it goes on like this; null once it has ended") Optional<Instant> expectedEnd) {

        /**
         * Shows how far a job is.
         *
         * @param job the job
         * @return its record
         */
        public static ProgressJson of(Job job) {
            Job.Progress progress = job.progress();
            Optional<Job.Pace> pace = job.pace();
            return new ProgressJson(progress.done(), progress.total(),
                    progress.total().map(total -> total == 0 ? BigDecimal.valueOf(100) : BigDecimal.valueOf(100 * progress.done())
                            .divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN)),
                    pace.map(known -> BigDecimal.valueOf(known.perSecond()).setScale(2, RoundingMode.HALF_UP)),
                    pace.filter(known -> !job.status().isFinal()).flatMap(Job.Pace::endsAt));
        }
    }

    /**
     * Shows a job.
     *
     * @param job the job
     * @return its record
     */
    public static JobJson of(Job job) {
        return new JobJson(
                job.id().value(), job.kind(), job.status().code(), ProgressJson.of(job),
                result(job), job.failure(), job.cancelRequested(),
                job.createdBy(), job.createdAt(), job.startedAt(), job.finishedAt());
    }

    /** What was fetched is found by its handle, whether or not there was a creator of it before. */
    private static Optional<String> result(Job job) {
        if (job.kind().equals("creator_fetch")) {
            return Optional.of(Route.BASE + "/creators/by-handle/" + job.input().get("platform") + "/"
                    + URLEncoder.encode(job.input().get("handle"), StandardCharsets.UTF_8));
        }
        return Optional.ofNullable(RESULTS.get(job.kind())).map(base -> base + job.id());
    }
}
