package io.tastemaker.application.operations.out;

import io.tastemaker.application.operations.JobEnding;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Endings of jobs that nobody was told of yet, over all teams. Each is kept, in the transaction that ends the job, until somebody says that
 * it was told; a job that is repeated ends again. What is seen is committed, so nothing is missed, whatever the order of commits.
 */
public interface JobNews {

    /**
     * Lists endings.
     *
     * @param most how many, at least 1
     * @return those that nobody was told of, about in the order in which they happened
     */
    List<JobEnding> list(int most);

    /**
     * Forgets endings that were told.
     *
     * @param endings their ids
     */
    void forget(Collection<UUID> endings);
}
