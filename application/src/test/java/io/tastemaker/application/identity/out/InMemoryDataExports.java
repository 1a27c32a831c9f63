package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files with the data of people, in memory. They go with the account. */
public final class InMemoryDataExports implements DataExports {

    private record Row(DataExport export, int attempt, Instant touchedAt, List<String> pieces) {

        Row with(DataExport changed, List<String> now) {
            return new Row(changed, attempt, touchedAt, now);
        }

        boolean isUnderWay() {
            return export.state() instanceof DataExport.State.Preparing;
        }
    }

    private final InMemoryTransactions transactions;
    private final InMemoryUsers users;
    private final InMemoryTransactions.Table<UUID, Row> rows;

    public InMemoryDataExports(InMemoryTransactions transactions, InMemoryUsers users) {
        this.transactions = transactions;
        this.users = users;
        this.rows = transactions.table();
    }

    @Override
    public DataExport begin(DataExport wanted, Instant stuckSince) {
        Optional<Row> standing = rows.rows().filter(row -> row.export.user().equals(wanted.user())).findFirst();
        if (standing.filter(row -> row.isUnderWay() && !row.touchedAt.isBefore(stuckSince)).isPresent()) {
            return standing.get().export;
        }
        standing.ifPresent(row -> rows.remove(row.export.id()));
        rows.put(wanted.id(), new Row(wanted, 0, wanted.requestedAt(), List.of()));
        return wanted;
    }

    @Override
    public Optional<DataExport> find(UUID id, UserId user) {
        transactions.team();
        return stored(id).map(Row::export).filter(export -> export.user().equals(user));
    }

    @Override
    public Optional<Taken> take(UUID id, Instant now) {
        return transactions.alone(() -> stored(id).filter(Row::isUnderWay).map(row -> {
            Row taken = new Row(changed(row.export, 0, 0, row.export.state(), row.export.expiresAt()), row.attempt + 1, now, List.of());
            rows.put(id, taken);
            return new Taken(taken.export, taken.attempt);
        }));
    }

    @Override
    public boolean append(Taken taken, int number, String content, long count, Instant now) {
        return transactions.alone(() -> held(taken).map(row -> {
            List<String> pieces = new ArrayList<>(row.pieces);
            pieces.add(number, content);
            DataExport longer = changed(row.export, row.export.rows() + count,
                    row.export.bytes() + content.getBytes(StandardCharsets.UTF_8).length, row.export.state(), row.export.expiresAt());
            rows.put(longer.id(), new Row(longer, row.attempt, now, pieces));
            return true;
        }).orElse(false));
    }

    @Override
    public boolean finish(Taken taken, Instant now, Instant expiresAt) {
        return transactions.alone(() -> held(taken).map(row -> {
            DataExport whole = changed(row.export, row.export.rows(), row.export.bytes(), new DataExport.State.Ready(now), expiresAt);
            rows.put(whole.id(), row.with(whole, row.pieces));
            return true;
        }).orElse(false));
    }

    @Override
    public void giveUp(UUID id, String reason) {
        transactions.alone(() -> {
            stored(id).filter(Row::isUnderWay).ifPresent(row -> rows.put(id, row.with(
                    changed(row.export, 0, 0, new DataExport.State.Failed(reason), row.export.expiresAt()), List.of())));
            return id;
        });
    }

    @Override
    public Optional<String> findPiece(UUID id, int number) {
        return transactions.alone(() -> stored(id).filter(row -> row.export.state() instanceof DataExport.State.Ready)
                .map(Row::pieces).filter(pieces -> number < pieces.size()).map(pieces -> pieces.get(number)));
    }

    @Override
    public int forget(Instant now) {
        return transactions.alone(() -> {
            List<UUID> old = rows.rows().map(Row::export).filter(export -> !export.expiresAt().isAfter(now)).map(DataExport::id).toList();
            old.forEach(rows::remove);
            return old.size();
        });
    }

    private Optional<Row> stored(UUID id) {
        return rows.get(id).filter(row -> users.allUsers().anyMatch(user -> user.id().equals(row.export.user())));
    }

    private Optional<Row> held(Taken taken) {
        return stored(taken.export().id()).filter(row -> row.isUnderWay() && row.attempt == taken.attempt());
    }

    private static DataExport changed(DataExport export, long rows, long bytes, DataExport.State state, Instant expiresAt) {
        return new DataExport(export.id(), export.user(), export.requestedAt(), rows, bytes, state, expiresAt);
    }
}
