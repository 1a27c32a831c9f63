package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.shared.ChallengeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sign-ins that wait, in memory. */
public final class InMemoryChallenges implements Challenges {

    private record Row(Challenge challenge, int tries, boolean used) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ChallengeId, Row> rows;

    public InMemoryChallenges(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void open(Challenge challenge) {
        transactions.team();
        rows.put(challenge.id(), new Row(challenge, 0, false));
    }

    @Override
    public Optional<Challenge> find(ChallengeId id) {
        transactions.team();
        return rows.get(id).map(Row::challenge);
    }

    @Override
    public Optional<Challenge> attempt(ChallengeId id, String tokenHash, String address, Instant now) {
        transactions.team();
        Optional<Row> open = rows.get(id).filter(row -> row.challenge().tokenHash().equals(tokenHash)
                && row.challenge().address().equals(address) && !row.used() && row.tries() < MOST_TRIES
                && now.isBefore(row.challenge().expiresAt()));
        open.ifPresent(row -> rows.put(id, new Row(row.challenge(), row.tries() + 1, false)));
        return open.map(Row::challenge);
    }

    @Override
    public boolean use(ChallengeId id, Instant now) {
        transactions.team();
        Optional<Row> open = rows.get(id).filter(row -> !row.used());
        open.ifPresent(row -> rows.put(id, new Row(row.challenge(), row.tries(), true)));
        return open.isPresent();
    }

    @Override
    public int purge(Instant before) {
        transactions.team();
        List<Row> old = rows.rows().filter(row -> row.challenge().expiresAt().isBefore(before)).toList();
        old.forEach(row -> rows.remove(row.challenge().id()));
        return old.size();
    }
}
