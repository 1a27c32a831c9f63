package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.JobNews;
import jakarta.inject.Inject;

/**
 * What is done with news of jobs.
 *
 * @param listEndedJobs lists what nobody was told of
 * @param forgetEndedJobs forgets what was told
 */
public record JobNewsUseCases(ListEndedJobs listEndedJobs, ForgetEndedJobs forgetEndedJobs) {

    /** Builds them from the driven port. */
    @Inject
    public JobNewsUseCases(JobNews news) {
        this(new ListEndedJobs(news), new ForgetEndedJobs(news));
    }
}
