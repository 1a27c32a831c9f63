package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyses;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists what a job that reads posts has told about its work, in the order it was told. */
public final class ListAnalysisLog {

    private final Transactions transactions;
    private final ContentAnalyses analyses;

    ListAnalysisLog(Transactions transactions, ContentAnalyses analyses) {
        this.transactions = transactions;
        this.analyses = analyses;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param job which job
     * @param page which page
     */
    public record Query(Actor actor, JobId job, PageRequest page) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the lines
     * @throws Refusal.NotFound when the team has no such job
     */
    public Page<LogLine> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_JOBS);
        return transactions.reading(query.actor(), () -> {
            analyses.find(query.job()).orElseThrow(Refusal.NotFound::new);
            return analyses.log(query.job(), query.page());
        });
    }
}
