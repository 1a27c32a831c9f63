package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {

    /** What became of a token; empty while it lives. */
    private record Kept(RefreshToken token, Optional<Spent> spent) {}

    private record Spent(Instant at, String successor, String sealed) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<SessionId, Session> sessions;
    private final InMemoryTransactions.Table<String, Kept> tokens;

    public InMemorySessions(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.sessions = transactions.table();
        this.tokens = transactions.table();
    }

    @Override
    public void start(Session session, RefreshToken first) {
        transactions.team();
        sessions.put(session.id(), session);
        tokens.put(first.hash(), new Kept(first, Optional.empty()));
    }

    @Override
    public Optional<Session> find(SessionId id) {
        transactions.team();
        return sessions.get(id);
    }

    @Override
    public Optional<Session> ofToken(String hash) {
        transactions.team();
        return tokens.get(hash).flatMap(kept -> sessions.get(kept.token().session()));
    }

    @Override
    public List<Session> alive(UserId user, Instant now) {
        transactions.team();
        return sessions.rows()
                .filter(session -> session.user().equals(user) && session.isAlive(now))
                .sorted(Comparator.comparing(Session::lastUsedAt).reversed().thenComparing(session -> session.id().toString()))
                .toList();
    }

    @Override
    public boolean knows(UserId user, String address) {
        transactions.team();
        return sessions.rows().anyMatch(session -> session.user().equals(user) && session.source().address().equals(address));
    }

    @Override
    public Rotation rotate(String presentedHash, String successorHash, String sealedSuccessor, Instant now) {
        transactions.team();
        Optional<Kept> presented = tokens.get(presentedHash);
        Optional<Session> session = presented.flatMap(kept -> sessions.get(kept.token().session())).filter(owner -> owner.isAlive(now));
        if (session.isEmpty()) {
            return new Rotation.Unknown();
        }
        Optional<Spent> spent = presented.get().spent();
        if (spent.isPresent()) {
            boolean alive = tokens.get(spent.get().successor()).filter(successor -> successor.spent().isEmpty()).isPresent();
            return new Rotation.SpentBefore(session.get(), spent.get().at(), spent.get().sealed(), alive);
        }
        tokens.put(presentedHash, new Kept(presented.get().token(), Optional.of(new Spent(now, successorHash, sealedSuccessor))));
        tokens.put(successorHash, new Kept(new RefreshToken(successorHash, session.get().id(), now), Optional.empty()));
        return new Rotation.Rotated(session.get());
    }

    @Override
    public void touch(Session session) {
        find(session.id()).filter(stored -> stored.revokedAt().isEmpty()).ifPresent(stored -> sessions.put(session.id(), session));
    }

    @Override
    public boolean revoke(SessionId id, Instant now) {
        Optional<Session> alive = find(id).filter(session -> session.revokedAt().isEmpty());
        alive.ifPresent(session -> sessions.put(id, ended(session, now)));
        return alive.isPresent();
    }

    @Override
    public int revokeAll(UserId user, Optional<SessionId> except, Instant now) {
        transactions.team();
        List<Session> ending = sessions.rows()
                .filter(session -> session.user().equals(user) && session.revokedAt().isEmpty() && !except.equals(Optional.of(session.id())))
                .toList();
        ending.forEach(session -> sessions.put(session.id(), ended(session, now)));
        return ending.size();
    }

    private static Session ended(Session session, Instant now) {
        return new Session(session.id(), session.user(), session.team(), session.proofs(), session.source(), session.startedAt(),
                session.lastUsedAt(), session.expiresAt(), Optional.of(now));
    }
}
