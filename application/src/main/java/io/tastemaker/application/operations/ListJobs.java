package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;
import java.util.Set;

/** Lists the team's jobs, the newest first. */
public final class ListJobs {

    private final Transactions transactions;
    private final Jobs jobs;

    ListJobs(Transactions transactions, Jobs jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param status only these, empty for all
     * @param kind only this kind, empty for all
     * @param page which page
     */
    public record Query(Actor actor, Set<Job.Status> status, Optional<String> kind, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the jobs
     */
    public Page<Job> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_JOBS);
        return transactions.reading(query.actor(), () -> jobs.list(query.status(), query.kind(), query.page()));
    }
}
