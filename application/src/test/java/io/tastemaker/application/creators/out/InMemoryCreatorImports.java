package io.tastemaker.application.creators.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Imports in memory. */
public final class InMemoryCreatorImports implements CreatorImports {

    private record Row(CreatorImport creatorImport, List<RowFault> faults) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<JobId, Row> rows;

    public InMemoryCreatorImports(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void add(CreatorImport creatorImport) {
        requireBound(creatorImport.owner());
        if (rows.get(creatorImport.job()).isPresent()) {
            throw new IllegalStateException("this import is there already: " + creatorImport.job());
        }
        rows.put(creatorImport.job(), new Row(creatorImport, List.of()));
    }

    @Override
    public Optional<CreatorImport> find(JobId job) {
        return own(job).map(Row::creatorImport);
    }

    @Override
    public void advance(CreatorImport creatorImport, List<RowFault> faults) {
        Row before = own(creatorImport.job()).orElseThrow(() -> new IllegalStateException("no such import: " + creatorImport.job()));
        List<RowFault> all = new ArrayList<>(before.faults());
        all.addAll(faults);
        rows.put(creatorImport.job(), new Row(creatorImport, List.copyOf(all)));
    }

    @Override
    public Page<RowFault> faults(JobId job, PageRequest page) {
        List<RowFault> all = own(job).map(Row::faults).orElse(List.of());
        int from = page.after().map(Integer::parseInt).orElse(0);
        record Placed(int place, RowFault fault) {}
        List<Placed> placed = IntStream.range(from, Math.min(all.size(), from + page.limit() + 1))
                .mapToObj(i -> new Placed(i + 1, all.get(i)))
                .toList();
        return Page.of(placed, page.limit(), last -> Integer.toString(last.place())).map(Placed::fault);
    }

    @Override
    public Optional<Instant> firstAsOf(TeamId owner, String sha256, String options) {
        requireBound(owner);
        return rows.rows()
                .map(Row::creatorImport)
                .filter(one -> one.owner().equals(owner) && one.file().sha256().equals(sha256) && one.options().fingerprint()
                        .equals(options))
                .map(CreatorImport::asOf)
                .findFirst();
    }

    private Optional<Row> own(JobId job) {
        TeamId team = transactions.team();
        return rows.get(job).filter(row -> row.creatorImport().owner().equals(team));
    }

    private void requireBound(TeamId owner) {
        if (!transactions.team().equals(owner)) {
            throw new IllegalArgumentException("an import of another team");
        }
    }
}
