package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record of reconciliations in memory. */
public final class InMemoryReconciliations implements Reconciliations {

    private final InMemoryTransactions transactions;
    private final List<Reconciliation> rows = new ArrayList<>();

    public InMemoryReconciliations(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Reconciliation> begin(Instant now, Duration pause, Duration patience, Instant since) {
        return transactions.alone(() -> {
            rows.replaceAll(row -> row.endedAt().isEmpty() && !row.startedAt().isAfter(now.minus(patience)) ? givenUp(row, now) : row);
            boolean mustWait = rows.stream().anyMatch(row -> row.endedAt().isEmpty()
                    || !pause.isZero() && row.startedAt().isAfter(now.minus(pause)));
            if (mustWait) {
                return Optional.empty();
            }
            Instant from = rows.reversed().stream().filter(row -> row.endedAt().isPresent() && row.fault().isEmpty()).findFirst()
                    .map(Reconciliation::startedAt).orElse(since);
            Reconciliation begun = new Reconciliation(rows.size() + 1L, now, Optional.empty(), from, 0, 0, 0, 0, 0, 0, 0, List.of(),
                    Optional.empty());
            rows.add(begun);
            return Optional.of(begun);
        });
    }

    private static Reconciliation givenUp(Reconciliation row, Instant now) {
        return new Reconciliation(row.number(), row.startedAt(), Optional.of(now), row.since(), 0, 0, 0, 0, 0, 0, 0, List.of(),
                Optional.of("it did not come to its end"));
    }

    @Override
    public void end(Reconciliation done) {
        if (done.endedAt().isEmpty()) {
            throw new IllegalArgumentException("it has not ended: " + done);
        }
        transactions.alone(() -> {
            rows.replaceAll(row -> row.number() == done.number() && row.endedAt().isEmpty() ? done : row);
            return done;
        });
    }

    @Override
    public Page<Reconciliation> list(PageRequest page) {
        return transactions.alone(() -> Page.of(
                rows.reversed().stream()
                        .filter(row -> page.after().map(Long::valueOf).map(last -> row.number() < last).orElse(true))
                        .limit(page.limit() + 1L)
                        .toList(),
                page.limit(), last -> Long.toString(last.number())));
    }
}
