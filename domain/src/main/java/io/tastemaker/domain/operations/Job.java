package io.tastemaker.domain.operations;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of work that runs in the background and survives a restart.
 *
 * @param id the job's id
 * @param team for which team it runs
 * @param kind what kind of work, such as {@code creator_import}; one handler per kind
 * @param createdBy the label of the actor who asked for it
 * @param input what the handler needs to know, as plain text by name
 * @param status where it stands
 * @param progress how far it is
 * @param checkpoint what the handler noted to go on from after an interruption
 * @param attempts how often a worker took it up since it last got on, counted when it is taken up
 * @param failure why it failed, for people; empty unless it did or is being tried again
 * @param cancelRequested whether somebody asked to stop it
 * @param createdAt when it was asked for
 * @param startedAt when a worker first took it up
 * @param finishedAt when it reached its last status
 */
public record Job(
        JobId id,
        TeamId team,
        String kind,
        String createdBy,
        Map<String, String> input,
        Status status,
        Progress progress,
        Map<String, String> checkpoint,
        int attempts,
        Optional<String> failure,
        boolean cancelRequested,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /** How often a job is taken up without getting on before it is given up as failed. */
    public static final int MOST_ATTEMPTS = 5;

    /** Where a job stands. */
    public enum Status implements Coded {
        /** Waits for a worker. */
        QUEUED,
        /** A worker has it. */
        RUNNING,
        /** Done. */
        SUCCEEDED,
        /** Given up. */
        FAILED,
        /** Stopped on request. */
        CANCELED;

        /**
         * Whether nothing more will happen.
         *
         * @return true for succeeded, failed and canceled
         */
        public boolean isFinal() {
            return this == SUCCEEDED || this == FAILED || this == CANCELED;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How far a job is, in units of its kind (rows of a file, say).
     *
     * @param done finished units, at least 0
     * @param total all units, empty while unknown
     * @param at when it was noted, empty before the first time
     */
    public record Progress(long done, Optional<Long> total, Optional<Instant> at) {
        /** Nothing done, the whole unknown. */
        public static final Progress NONE = new Progress(0, Optional.empty());

        /**
         * How far, before it is noted.
         *
         * @param done finished units, at least 0
         * @param total all units, empty while unknown
         */
        public Progress(long done, Optional<Long> total) {
            this(done, total, Optional.empty());
        }

        /** Checks that the numbers make sense. */
        public Progress {
            Objects.requireNonNull(at, "at");
            if (done < 0 || total.map(all -> all < 0).orElse(false)) {
                throw new IllegalArgumentException("progress is never negative");
            }
        }
    }

    /** Copies the maps and checks that nothing is missing. */
    public Job {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(createdAt, "createdAt");
        input = Map.copyOf(input);
        checkpoint = Map.copyOf(checkpoint);
    }

    /**
     * A new job.
     *
     * @param id its id
     * @param team for which team
     * @param kind what kind of work
     * @param createdBy the label of the actor who asks
     * @param input what the handler needs to know
     * @param now the time
     * @return the job, queued
     */
    public static Job queued(JobId id, TeamId team, String kind, String createdBy, Map<String, String> input, Instant now) {
        return new Job(id, team, kind, createdBy, input, Status.QUEUED, Progress.NONE, Map.of(), 0, Optional.empty(), false, now,
                Optional.empty(), Optional.empty());
    }

    /**
     * How fast a job gets on.
     *
     * @param perSecond finished units a second since it was first taken up, interruptions included
     * @param endsAt when it is done if it goes on like this; empty while the whole is unknown
     */
    public record Pace(double perSecond, Optional<Instant> endsAt) {}

    /**
     * How fast it gets on.
     *
     * @return empty until something is done
     */
    public Optional<Pace> pace() {
        if (startedAt.isEmpty() || progress.at().isEmpty() || progress.done() == 0) {
            return Optional.empty();
        }
        double seconds = Duration.between(startedAt.get(), progress.at().get()).toNanos() / 1e9;
        if (seconds <= 0) {
            return Optional.empty();
        }
        double perSecond = progress.done() / seconds;
        return Optional.of(new Pace(perSecond, progress.total().map(total ->
                progress.at().get().plusMillis(Math.round(1_000 * Math.max(0, total - progress.done()) / perSecond)))));
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.with("kind", kind).with("status", status).with("cancel_requested", cancelRequested);
    }
}
