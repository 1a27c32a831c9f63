package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The notices of the payment provider in memory. */
public final class InMemoryInbox implements Inbox {

    private record Row(StoredNotice stored, Instant notBefore, Instant leaseUntil, long token) {
        boolean isWaiting() {
            return stored.state() == Notice.State.RECEIVED;
        }

        Instant due() {
            return notBefore.isAfter(leaseUntil) ? notBefore : leaseUntil;
        }
    }

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<String, Row> rows;

    public InMemoryInbox(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public boolean add(Notice notice, Instant now) {
        return transactions.alone(() -> {
            boolean isNew = rows.get(notice.id()).isEmpty();
            if (isNew) {
                rows.put(notice.id(), new Row(told(notice, now, now), now, Instant.MIN, 0));
            }
            return isNew;
        });
    }

    private static StoredNotice told(Notice notice, Instant receivedAt, Instant now) {
        return new StoredNotice(notice, notice.firstState(), 0, Optional.empty(), notice.fault(), receivedAt,
                notice.firstState() == Notice.State.RECEIVED ? Optional.empty() : Optional.of(now));
    }

    @Override
    public Optional<Claim> claim(Instant now, Duration lease) {
        return transactions.alone(() -> rows.rows()
                .filter(row -> row.isWaiting() && !row.due().isAfter(now))
                .min(Comparator.comparing(Row::due).thenComparing(row -> row.stored().notice().createdAt())
                        .thenComparing(row -> row.stored().notice().id()))
                .map(row -> {
                    StoredNotice old = row.stored();
                    StoredNotice taken = new StoredNotice(old.notice(), old.state(), old.attempts() + 1, old.team(), old.fault(), old.receivedAt(),
                            old.settledAt());
                    rows.put(old.notice().id(), new Row(taken, row.notBefore(), now.plus(lease), row.token() + 1));
                    return new Claim(old.notice(), taken.attempts(), row.token() + 1);
                }));
    }

    @Override
    public boolean settle(Claim claim, Notice.State state, Optional<TeamId> team, Optional<String> fault, Instant now) {
        if (state == Notice.State.RECEIVED) {
            throw new IllegalArgumentException("a notice does not end as " + state);
        }
        return transactions.joined(() -> {
            Optional<Row> held = held(claim);
            held.ifPresent(row -> rows.put(claim.notice().id(), new Row(new StoredNotice(row.stored().notice(), state, row.stored().attempts(),
                    team, fault, row.stored().receivedAt(), Optional.of(now)), row.notBefore(), row.leaseUntil(), row.token())));
            return held.isPresent();
        });
    }

    @Override
    public void putBack(Claim claim, Instant notBefore, String fault, boolean counts) {
        transactions.alone(() -> {
            held(claim).ifPresent(row -> {
                StoredNotice old = row.stored();
                StoredNotice waiting = new StoredNotice(old.notice(), old.state(), old.attempts() - (counts ? 0 : 1), old.team(), Optional.of(fault),
                        old.receivedAt(), old.settledAt());
                rows.put(claim.notice().id(), new Row(waiting, notBefore, Instant.MIN, row.token() + 1));
            });
            return claim;
        });
    }

    @Override
    public boolean renew(Notice notice, Instant now) {
        return transactions.alone(() -> {
            Optional<Row> free = rows.get(notice.id()).filter(row -> !row.isWaiting() || !row.leaseUntil().isAfter(now));
            free.ifPresent(row -> rows.put(notice.id(),
                    new Row(told(notice, row.stored().receivedAt(), now), now, Instant.MIN, row.token() + 1)));
            return free.isPresent();
        });
    }

    @Override
    public Optional<StoredNotice> find(String id) {
        return transactions.alone(() -> rows.get(id).map(Row::stored));
    }

    @Override
    public Page<StoredNotice> list(Set<Notice.State> states, PageRequest page) {
        return transactions.alone(() -> NewestTexts.first(
                rows.rows().map(Row::stored).filter(stored -> states.isEmpty() || states.contains(stored.state())),
                page, StoredNotice::receivedAt, stored -> stored.notice().id()));
    }

    @Override
    public int forget(Instant before) {
        return transactions.alone(() -> {
            List<StoredNotice> old = rows.rows().map(Row::stored)
                    .filter(stored -> stored.state() == Notice.State.APPLIED || stored.state() == Notice.State.IGNORED)
                    .filter(stored -> stored.settledAt().filter(settled -> settled.isBefore(before)).isPresent())
                    .toList();
            old.forEach(stored -> rows.remove(stored.notice().id()));
            return old.size();
        });
    }

    @Override
    public long count(Notice.State state) {
        return transactions.alone(() -> rows.rows().filter(row -> row.stored().state() == state).count());
    }

    private Optional<Row> held(Claim claim) {
        return rows.get(claim.notice().id()).filter(row -> row.isWaiting() && row.token() == claim.token());
    }
}
