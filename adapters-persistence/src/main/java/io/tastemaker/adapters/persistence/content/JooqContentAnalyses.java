package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.adapters.persistence.generated.content.Tables.ANALYSIS_JOB;
import static io.tastemaker.adapters.persistence.generated.content.Tables.ANALYSIS_LOG;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.content.out.ContentAnalyses;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Jobs that read posts, in PostgreSQL. */
public final class JooqContentAnalyses implements ContentAnalyses {

    private record Numbered(long number, LogLine line) {}

    private final JooqTransactions transactions;

    public JooqContentAnalyses(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ContentAnalysis analysis) {
        if (!analysis.owner().equals(transactions.team())) {
            throw new IllegalArgumentException("a job of another team");
        }
        transactions.sql().insertInto(ANALYSIS_JOB)
                .set(ANALYSIS_JOB.TEAM_ID, analysis.owner())
                .set(ANALYSIS_JOB.JOB_ID, analysis.job())
                .set(ANALYSIS_JOB.OPTIONS, AnalysisJson.write(analysis.options()))
                .set(ANALYSIS_JOB.REPORT, AnalysisJson.write(analysis.report()))
                .execute();
    }

    @Override
    public Optional<ContentAnalysis> find(JobId job) {
        return transactions.sql().select(ANALYSIS_JOB.TEAM_ID, ANALYSIS_JOB.OPTIONS, ANALYSIS_JOB.REPORT).from(ANALYSIS_JOB).where(own(job))
                .fetchOptional(row -> new ContentAnalysis(job, row.value1(), AnalysisJson.options(row.value2()),
                        AnalysisJson.report(row.value3())));
    }

    @Override
    public void advance(ContentAnalysis analysis, List<LogLine> lines) {
        int written = transactions.sql().update(ANALYSIS_JOB)
                .set(ANALYSIS_JOB.REPORT, AnalysisJson.write(analysis.report()))
                .where(own(analysis.job()))
                .execute();
        if (written != 1) {
            throw new IllegalStateException("no such job: " + analysis.job());
        }
        if (!lines.isEmpty()) {
            add(analysis.job(), lines);
        }
    }

    private void add(JobId job, List<LogLine> lines) {
        long number = transactions.sql().select(coalesce(max(ANALYSIS_LOG.NUMBER), inline(0L))).from(ANALYSIS_LOG).where(ofJob(job))
                .fetchSingle().value1();
        for (LogLine line : lines) {
            number++;
            transactions.sql().insertInto(ANALYSIS_LOG)
                    .set(ANALYSIS_LOG.TEAM_ID, transactions.team())
                    .set(ANALYSIS_LOG.JOB_ID, job)
                    .set(ANALYSIS_LOG.NUMBER, number)
                    .set(ANALYSIS_LOG.AT, line.at())
                    .set(ANALYSIS_LOG.LEVEL, line.level())
                    .set(ANALYSIS_LOG.MESSAGE, line.message())
                    .execute();
        }
    }

    @Override
    public Page<LogLine> log(JobId job, PageRequest page) {
        List<Numbered> lines = transactions.sql()
                .select(ANALYSIS_LOG.NUMBER, ANALYSIS_LOG.AT, ANALYSIS_LOG.LEVEL, ANALYSIS_LOG.MESSAGE)
                .from(ANALYSIS_LOG)
                .where(ofJob(job).and(ANALYSIS_LOG.NUMBER.gt(page.after().map(Long::parseLong).orElse(0L))))
                .orderBy(ANALYSIS_LOG.NUMBER)
                .limit(page.limit() + 1)
                .fetch(row -> new Numbered(row.value1(), new LogLine(row.value2(), row.value3(), row.value4())));
        return Page.of(lines, page.limit(), last -> Long.toString(last.number())).map(Numbered::line);
    }

    private Condition own(JobId job) {
        return ANALYSIS_JOB.TEAM_ID.eq(transactions.team()).and(ANALYSIS_JOB.JOB_ID.eq(job));
    }

    private Condition ofJob(JobId job) {
        return ANALYSIS_LOG.TEAM_ID.eq(transactions.team()).and(ANALYSIS_LOG.JOB_ID.eq(job));
    }
}
