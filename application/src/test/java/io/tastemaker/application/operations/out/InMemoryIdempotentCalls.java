package io.tastemaker.application.operations.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers by idempotency key, in memory. */
public final class InMemoryIdempotentCalls implements IdempotentCalls {

    private record Row(CallKey call, String fingerprint, long token, Instant leaseUntil, Instant keepUntil, Optional<Answer> answer) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<CallKey, Row> rows;
    private long lastToken;

    public InMemoryIdempotentCalls(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public Entry begin(CallKey call, String fingerprint, Instant now, Duration lease, Duration keep) {
        return transactions.alone(() -> {
            Optional<Row> known = rows.get(call).filter(row -> row.keepUntil().isAfter(now));
            if (known.isPresent()) {
                Row row = known.get();
                if (!row.fingerprint().equals(fingerprint)) {
                    return new Entry.Reused();
                }
                if (row.answer().isPresent()) {
                    return new Entry.Answered(copy(row.answer().get()));
                }
                if (row.leaseUntil().isAfter(now)) {
                    return new Entry.Running(Duration.between(now, row.leaseUntil()));
                }
            }
            lastToken++;
            rows.put(call, new Row(call, fingerprint, lastToken, now.plus(lease), now.plus(keep), Optional.empty()));
            return new Entry.Started(lastToken);
        });
    }

    @Override
    public void complete(CallKey call, long token, Answer answer) {
        transactions.alone(() -> {
            started(call, token).ifPresent(row -> rows.put(call, new Row(
                    call, row.fingerprint(), token, row.leaseUntil(), row.keepUntil(), Optional.of(copy(answer)))));
            return true;
        });
    }

    @Override
    public void release(CallKey call, long token) {
        transactions.alone(() -> {
            started(call, token).ifPresent(row -> rows.remove(call));
            return true;
        });
    }

    @Override
    public int purge(Instant now) {
        return transactions.alone(() -> {
            List<Row> old = rows.rows().filter(row -> !row.keepUntil().isAfter(now)).toList();
            old.forEach(row -> rows.remove(row.call()));
            return old.size();
        });
    }

    private Optional<Row> started(CallKey call, long token) {
        return rows.get(call).filter(row -> row.token() == token && row.answer().isEmpty());
    }

    private static Answer copy(Answer answer) {
        return new Answer(answer.status(), answer.headers(), answer.body().clone());
    }
}
