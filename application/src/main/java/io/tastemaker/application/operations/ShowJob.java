package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;

/** Shows one of the team's jobs. */
public final class ShowJob {

    private final Transactions transactions;
    private final Jobs jobs;

    ShowJob(Transactions transactions, Jobs jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param job which job
     */
    public record Query(Actor actor, JobId job) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the job
     * @throws Refusal.NotFound when the team has no such job
     */
    public Job handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_JOBS);
        return transactions.reading(query.actor(), () -> jobs.find(query.job())).orElseThrow(Refusal.NotFound::new);
    }
}
