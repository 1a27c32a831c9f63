package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyses;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;

/** Shows a job that reads posts: where it stands, and what it did so far. */
public final class ShowAnalysis {

    private final Transactions transactions;
    private final Jobs jobs;
    private final ContentAnalyses analyses;

    ShowAnalysis(Transactions transactions, Jobs jobs, ContentAnalyses analyses) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.analyses = analyses;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param job which job
     */
    public record Query(Actor actor, JobId job) {}

    /**
     * A job that reads posts.
     *
     * @param job where it stands
     * @param analysis what it did so far
     */
    public record Shown(Job job, ContentAnalysis analysis) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the job
     * @throws Refusal.NotFound when the team has no such job
     */
    public Shown handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_JOBS);
        return transactions.reading(query.actor(), () -> new Shown(
                jobs.find(query.job()).orElseThrow(Refusal.NotFound::new),
                analyses.find(query.job()).orElseThrow(Refusal.NotFound::new)));
    }
}
