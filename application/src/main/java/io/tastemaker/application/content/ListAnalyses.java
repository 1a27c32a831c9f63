package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyses;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;
import java.util.Set;

/** Lists the team's jobs that read posts, the newest first. */
public final class ListAnalyses {

    private final Transactions transactions;
    private final Jobs jobs;
    private final ContentAnalyses analyses;

    ListAnalyses(Transactions transactions, Jobs jobs, ContentAnalyses analyses) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.analyses = analyses;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the jobs with what they did so far
     */
    public Page<ShowAnalysis.Shown> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_JOBS);
        return transactions.reading(query.actor(), () -> jobs.list(Set.of(), Optional.of(AnalysisJob.KIND), query.page())
                .map(job -> new ShowAnalysis.Shown(job, analyses.find(job.id()).orElseThrow())));
    }
}
