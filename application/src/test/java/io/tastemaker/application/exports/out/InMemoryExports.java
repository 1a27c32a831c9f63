package io.tastemaker.application.exports.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exports in memory. */
public final class InMemoryExports implements Exports {

    private record Row(Export export, List<CreatorId> chosen, Optional<String> file) {

        boolean isPreparing() {
            return export.state() instanceof Export.State.Preparing;
        }

        Row with(Export next) {
            return new Row(next, chosen, file);
        }
    }

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ExportId, Row> rows;

    public InMemoryExports(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void add(Export export, List<CreatorId> chosen) {
        if (!export.team().equals(transactions.team())) {
            throw new IllegalArgumentException("an export of another team");
        }
        if (rows.get(export.id()).isPresent()) {
            throw new IllegalStateException("this export is there already: " + export.id());
        }
        rows.put(export.id(), new Row(export, List.copyOf(chosen), Optional.empty()));
    }

    @Override
    public Optional<Export> find(ExportId id) {
        return own(id).map(Row::export);
    }

    @Override
    public Optional<Export> findByHold(String hold) {
        return own().map(Row::export).filter(export -> export.hold().equals(Optional.of(hold))).findFirst();
    }

    @Override
    public List<CreatorId> chosen(ExportId id) {
        return own(id).map(Row::chosen).orElse(List.of());
    }

    @Override
    public Set<ListId> lists() {
        return own().flatMap(row -> row.export().scope().list().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Page<Export> list(Set<ListId> readable, PageRequest page) {
        return Newest.first(own().map(Row::export).filter(export -> export.scope().list().map(readable::contains).orElse(true)), page,
                Export::requestedAt, export -> export.id().value());
    }

    @Override
    public Optional<Taken> take(ExportId id, String file) {
        return own(id).filter(Row::isPreparing).map(row -> {
            rows.put(id, new Row(row.export(), row.chosen(), Optional.of(file)));
            return new Taken(row.export(), row.file());
        });
    }

    @Override
    public boolean settle(Export export, String file) {
        Optional<Row> held = own(export.id()).filter(Row::isPreparing).filter(row -> row.file().equals(Optional.of(file)));
        held.ifPresent(row -> rows.put(export.id(), row.with(export)));
        return held.isPresent();
    }

    @Override
    public Optional<Export> giveUp(ExportId id, String reason) {
        Optional<Row> given = own(id).filter(Row::isPreparing);
        given.ifPresent(row -> rows.put(id, row.with(row.export().with(new Export.State.Failed(reason), row.export().expiresAt()))));
        return given.map(Row::export);
    }

    @Override
    public Optional<String> findFile(ExportId id) {
        return own(id).flatMap(Row::file);
    }

    @Override
    public boolean remove(ExportId id) {
        boolean isThere = own(id).isPresent();
        if (isThere) {
            rows.remove(id);
        }
        return isThere;
    }

    @Override
    public List<Expired> listExpired(Instant now, int most) {
        return transactions.alone(() -> rows.rows().map(Row::export).filter(export -> !now.isBefore(export.expiresAt()))
                .sorted(Comparator.comparing(Export::expiresAt)).limit(most).map(export -> new Expired(export.team(), export.id())).toList());
    }

    private Stream<Row> own() {
        TeamId team = transactions.team();
        return rows.rows().filter(row -> row.export().team().equals(team));
    }

    private Optional<Row> own(ExportId id) {
        TeamId team = transactions.team();
        return rows.get(id).filter(row -> row.export().team().equals(team));
    }
}
