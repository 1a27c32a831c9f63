package io.tastemaker.domain.operations;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
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
     */
    public record Progress(long done, Optional<Long> total) {
        /** Nothing done, the whole unknown. */
        public static final Progress NONE = new Progress(0, Optional.empty());

        /** Checks that the numbers make sense. */
        public Progress {
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
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.with("kind", kind).with("status", status).with("cancel_requested", cancelRequested);
    }
}
