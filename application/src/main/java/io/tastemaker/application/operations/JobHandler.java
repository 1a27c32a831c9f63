package io.tastemaker.application.operations;

import io.tastemaker.domain.operations.Job;

/** Does the work of one kind of job. Stands on its checkpoints: it may be stopped at any point and called again. */
public interface JobHandler {

    /**
     * The kind of job it does.
     *
     * @return such as {@code creator_import}
     */
    String kind();

    /**
     * Does the work, from the last checkpoint on.
     *
     * @param run the job, and the way to report on it
     * @return how it ended; whatever it throws is a fault, after which the job is tried again
     */
    Ending run(JobRun run);

    /**
     * Whether a job that failed or was canceled can be taken up again from its last checkpoint.
     *
     * @return false when what it needs is let go of
     */
    default boolean isRepeatable() {
        return false;
    }

    /**
     * Lets go of what a job held that will not run (again): it was canceled while it waited, or given up.
     *
     * @param job the job
     */
    void abandoned(Job job);

    /** How a job ended. */
    sealed interface Ending {
        /** All done. */
        record Done() implements Ending {}

        /** Stopped on request, at a checkpoint. */
        record Canceled() implements Ending {}

        /**
         * Cannot be done, now or later.
         *
         * @param reason why, for people
         */
        record Failed(String reason) implements Ending {}
    }
}
