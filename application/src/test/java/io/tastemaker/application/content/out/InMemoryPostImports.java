package io.tastemaker.application.content.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Imports of posts in memory. */
public final class InMemoryPostImports implements PostImports {

    private record Row(PostImport postImport, List<RowFault> faults) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<JobId, Row> rows;

    public InMemoryPostImports(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void add(PostImport postImport) {
        if (!postImport.owner().equals(transactions.team())) {
            throw new IllegalArgumentException("an import of another team");
        }
        if (rows.get(postImport.job()).isPresent()) {
            throw new IllegalStateException("this import is there already: " + postImport.job());
        }
        rows.put(postImport.job(), new Row(postImport, List.of()));
    }

    @Override
    public Optional<PostImport> find(JobId job) {
        return own(job).map(Row::postImport);
    }

    @Override
    public void advance(PostImport postImport, List<RowFault> faults) {
        Row before = own(postImport.job()).orElseThrow(() -> new IllegalStateException("no such import: " + postImport.job()));
        rows.put(postImport.job(), new Row(postImport, Stream.concat(before.faults().stream(), faults.stream()).toList()));
    }

    @Override
    public Page<RowFault> faults(JobId job, PageRequest page) {
        return NumberedPages.of(own(job).map(Row::faults).orElse(List.of()), page);
    }

    @Override
    public Optional<Instant> firstAsOf(String sha256, String options) {
        TeamId team = transactions.team();
        return rows.rows()
                .map(Row::postImport)
                .filter(one -> one.owner().equals(team) && one.file().sha256().equals(sha256) && one.options().fingerprint().equals(options))
                .map(PostImport::asOf)
                .findFirst();
    }

    private Optional<Row> own(JobId job) {
        TeamId team = transactions.team();
        return rows.get(job).filter(row -> row.postImport().owner().equals(team));
    }
}
