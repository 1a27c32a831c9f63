package io.tastemaker.application.operations.out;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An outbox in memory whose letters are sent. */
public final class InMemoryOutgoingMail implements OutgoingMail, Outbox {

    /** What is remembered of a letter. */
    public record Row(Claim claim, Instant due, Optional<Instant> settledAt, Optional<String> failure) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<UUID, Row> rows;
    private final InstantSource clock;
    private final Ids ids = new InMemoryIds();

    public InMemoryOutgoingMail(InMemoryTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.rows = transactions.table();
        this.clock = clock;
    }

    @Override
    public void post(TeamId team, Letter letter, Optional<Subject> about) {
        transactions.team();
        UUID id = ids.next();
        Instant now = clock.instant();
        rows.put(id, new Row(new Claim(team, id, 0, 0, now, letter, about), now, Optional.empty(), Optional.empty()));
    }

    @Override
    public Optional<Claim> claim(Instant now, Duration lease) {
        return transactions.alone(() -> rows.rows()
                .filter(row -> row.settledAt().isEmpty() && !row.due().isAfter(now))
                .min(Comparator.comparing(Row::due).thenComparing(row -> row.claim().id().toString()))
                .map(row -> {
                    Claim old = row.claim();
                    Claim claim = new Claim(old.team(), old.id(), old.leaseToken() + 1, old.attempts() + 1, old.postedAt(), old.letter(), old.about());
                    rows.put(old.id(), new Row(claim, now.plus(lease), Optional.empty(), row.failure()));
                    return claim;
                }));
    }

    @Override
    public boolean sent(Claim claim, Instant now) {
        return change(claim, row -> new Row(released(row.claim()), row.due(), Optional.of(now), Optional.empty()));
    }

    @Override
    public boolean retry(Claim claim, String failure, Instant notBefore) {
        return change(claim, row -> new Row(released(row.claim()), notBefore, Optional.empty(), Optional.of(failure)));
    }

    @Override
    public boolean giveUp(Claim claim, String failure, Instant now) {
        return change(claim, row -> new Row(released(row.claim()), row.due(), Optional.of(now), Optional.of(failure)));
    }

    @Override
    public int forget(Instant before) {
        return transactions.alone(() -> {
            List<Row> old = rows.rows().filter(row -> row.settledAt().filter(settled -> settled.isBefore(before)).isPresent()).toList();
            old.forEach(row -> rows.remove(row.claim().id()));
            return old.size();
        });
    }

    /** All that is remembered, the oldest first. */
    public List<Row> rows() {
        return transactions.alone(() -> rows.rows().toList());
    }

    private boolean change(Claim claim, UnaryOperator<Row> change) {
        return transactions.alone(() -> {
            Optional<Row> held = rows.get(claim.id()).filter(row -> row.claim().leaseToken() == claim.leaseToken() && row.settledAt().isEmpty());
            held.map(change).ifPresent(row -> rows.put(claim.id(), row));
            return held.isPresent();
        });
    }

    private static Claim released(Claim claim) {
        return new Claim(claim.team(), claim.id(), claim.leaseToken() + 1, claim.attempts(), claim.postedAt(), claim.letter(), claim.about());
    }
}
