package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Mailed tokens in memory: only those that can still be used. */
public final class InMemoryMailedTokens implements MailedTokens {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<String, MailedToken> living;

    public InMemoryMailedTokens(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.living = transactions.table();
    }

    @Override
    public void issue(MailedToken token) {
        kill(older -> older.purpose() == token.purpose() && older.email().equals(token.email()));
        living.put(token.hash(), token);
    }

    @Override
    public Optional<MailedToken> find(String hash, Purpose purpose, Instant now) {
        transactions.team();
        return living.get(hash).filter(token -> token.purpose() == purpose && now.isBefore(token.expiresAt()));
    }

    @Override
    public Optional<MailedToken> use(String hash, Purpose purpose, Instant now) {
        Optional<MailedToken> usable = find(hash, purpose, now);
        usable.ifPresent(token -> living.remove(hash));
        return usable;
    }

    @Override
    public Optional<MailedToken> alive(Purpose purpose, EmailAddress email, Instant now) {
        transactions.team();
        return living.rows()
                .filter(token -> token.purpose() == purpose && token.email().equals(email) && now.isBefore(token.expiresAt()))
                .findFirst();
    }

    @Override
    public int purge(Instant before) {
        int held = living.size();
        kill(token -> !token.expiresAt().isAfter(before));
        return held - living.size();
    }

    @Override
    public void forget(UserId user) {
        kill(token -> token.user().equals(Optional.of(user)));
    }

    private void kill(Predicate<MailedToken> which) {
        transactions.team();
        List<MailedToken> dying = living.rows().filter(which).toList();
        dying.forEach(token -> living.remove(token.hash()));
    }
}
