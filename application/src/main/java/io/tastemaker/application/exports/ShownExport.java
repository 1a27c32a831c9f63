package io.tastemaker.application.exports;

import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.operations.Job;
import java.time.Instant;
import java.util.Optional;

/**
 * An export with the job that writes it.
 *
 * @param export what is wanted
 * @param job how far it is
 * @param link opens the file to whoever has it; empty unless the file is whole and its reader may read what is in it
 */
public record ShownExport(Export export, Job job, Optional<FileLink> link) {

    /**
     * A signed link.
     *
     * @param signed stands behind {@code /files/}
     * @param until when it closes
     */
    public record FileLink(String signed, Instant until) {
        /** Says nothing that opens anything. */
        @Override
        public String toString() {
            return "FileLink[until=" + until + "]";
        }
    }

    /**
     * How far it is, in one word.
     *
     * @return {@code queued}, {@code running}, {@code ready}, {@code failed} or {@code canceled}
     */
    public String status() {
        return switch (export.state()) {
            case Export.State.Ready ready -> "ready";
            case Export.State.Failed failed -> job.status() == Job.Status.CANCELED ? Job.Status.CANCELED.code() : Job.Status.FAILED.code();
            case Export.State.Preparing preparing -> switch (job.status()) {
                case QUEUED -> "queued";
                case RUNNING, SUCCEEDED -> "running";
                case FAILED -> "failed";
                case CANCELED -> "canceled";
            };
        };
    }

    /**
     * Why there is no file.
     *
     * @return the reason, for people; empty unless there will be none
     */
    public Optional<String> failure() {
        return export.state() instanceof Export.State.Failed(String reason) ? Optional.of(reason) : job.failure();
    }
}
