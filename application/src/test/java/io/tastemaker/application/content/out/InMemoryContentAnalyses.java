package io.tastemaker.application.content.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs that read posts, in memory. */
public final class InMemoryContentAnalyses implements ContentAnalyses {

    private record Row(ContentAnalysis analysis, List<LogLine> log) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<JobId, Row> rows;

    public InMemoryContentAnalyses(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void add(ContentAnalysis analysis) {
        if (!analysis.owner().equals(transactions.team())) {
            throw new IllegalArgumentException("a job of another team");
        }
        if (rows.get(analysis.job()).isPresent()) {
            throw new IllegalStateException("this job is there already: " + analysis.job());
        }
        rows.put(analysis.job(), new Row(analysis, List.of()));
    }

    @Override
    public Optional<ContentAnalysis> find(JobId job) {
        return own(job).map(Row::analysis);
    }

    @Override
    public void advance(ContentAnalysis analysis, List<LogLine> lines) {
        Row before = own(analysis.job()).orElseThrow(() -> new IllegalStateException("no such job: " + analysis.job()));
        rows.put(analysis.job(), new Row(analysis, Stream.concat(before.log().stream(), lines.stream()).toList()));
    }

    @Override
    public Page<LogLine> log(JobId job, PageRequest page) {
        return NumberedPages.of(own(job).map(Row::log).orElse(List.of()), page);
    }

    private Optional<Row> own(JobId job) {
        TeamId team = transactions.team();
        return rows.get(job).filter(row -> row.analysis().owner().equals(team));
    }
}
