package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.REFRESH_TOKEN;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.SESSION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Sessions in PostgreSQL. */
public final class JooqSessions implements Sessions {

    private static final List<Field<?>> COLUMNS = List.of(SESSION.SESSION_ID, SESSION.USER_ID, SESSION.TEAM_ID, SESSION.PROOFS,
            SESSION.ADDRESS, SESSION.USER_AGENT, SESSION.STARTED_AT, SESSION.LAST_USED_AT, SESSION.EXPIRES_AT, SESSION.REVOKED_AT);
    private static final io.tastemaker.adapters.persistence.generated.identity.tables.RefreshToken SUCCESSOR =
            REFRESH_TOKEN.as("successor");
    private static final Field<Boolean> SUCCESSOR_IS_ALIVE = field(exists(selectOne().from(SUCCESSOR)
            .where(SUCCESSOR.HASH.eq(REFRESH_TOKEN.SUCCESSOR_HASH).and(SUCCESSOR.SPENT_AT.isNull())))).as("successor_is_alive");

    private final JooqPlatformTransactions transactions;

    public JooqSessions(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void start(Session session, Sessions.RefreshToken first) {
        transactions.sql().insertInto(SESSION)
                .set(SESSION.SESSION_ID, session.id())
                .set(SESSION.USER_ID, session.user())
                .set(SESSION.TEAM_ID, session.team())
                .set(SESSION.PROOFS, Codes.write(session.proofs()))
                .set(SESSION.ADDRESS, session.source().address())
                .set(SESSION.USER_AGENT, session.source().userAgent())
                .set(SESSION.STARTED_AT, session.startedAt())
                .set(SESSION.LAST_USED_AT, session.lastUsedAt())
                .set(SESSION.EXPIRES_AT, session.expiresAt())
                .set(SESSION.REVOKED_AT, session.revokedAt().orElse(null))
                .execute();
        handOut(first.hash(), first.session(), first.issuedAt());
    }

    private void handOut(String hash, SessionId session, Instant at) {
        transactions.sql().insertInto(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.HASH, hash)
                .set(REFRESH_TOKEN.SESSION_ID, session)
                .set(REFRESH_TOKEN.ISSUED_AT, at)
                .execute();
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return transactions.sql().select(COLUMNS).from(SESSION).where(SESSION.SESSION_ID.eq(id)).fetchOptional(JooqSessions::session);
    }

    @Override
    public Optional<Session> ofToken(String hash) {
        return transactions.sql().select(COLUMNS)
                .from(SESSION).join(REFRESH_TOKEN).on(REFRESH_TOKEN.SESSION_ID.eq(SESSION.SESSION_ID))
                .where(REFRESH_TOKEN.HASH.eq(hash))
                .fetchOptional(JooqSessions::session);
    }

    @Override
    public List<Session> alive(UserId user, Instant now) {
        return transactions.sql().select(COLUMNS)
                .from(SESSION)
                .where(SESSION.USER_ID.eq(user).and(isAlive(now)))
                .orderBy(SESSION.LAST_USED_AT.desc(), SESSION.SESSION_ID)
                .fetch(JooqSessions::session);
    }

    @Override
    public boolean knows(UserId user, String address) {
        return transactions.sql().fetchExists(
                selectOne().from(SESSION).where(SESSION.USER_ID.eq(user).and(SESSION.ADDRESS.eq(address))));
    }

    /** Who comes second waits for the row, finds it spent, and reads what the first has written. */
    @Override
    public Rotation rotate(String presentedHash, String successorHash, String sealedSuccessor, Instant now) {
        Optional<Session> rotated = transactions.sql().update(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.SPENT_AT, now)
                .set(REFRESH_TOKEN.SUCCESSOR_HASH, successorHash)
                .set(REFRESH_TOKEN.SEALED_SUCCESSOR, sealedSuccessor)
                .from(SESSION)
                .where(REFRESH_TOKEN.HASH.eq(presentedHash).and(REFRESH_TOKEN.SPENT_AT.isNull()))
                .and(SESSION.SESSION_ID.eq(REFRESH_TOKEN.SESSION_ID).and(isAlive(now)))
                .returningResult(COLUMNS)
                .fetchOptional(JooqSessions::session);
        rotated.ifPresent(session -> handOut(successorHash, session.id(), now));
        return rotated.<Rotation>map(Rotation.Rotated::new).orElseGet(() -> spentBefore(presentedHash, now));
    }

    private Rotation spentBefore(String hash, Instant now) {
        return transactions.sql().select(COLUMNS)
                .select(REFRESH_TOKEN.SPENT_AT, REFRESH_TOKEN.SEALED_SUCCESSOR, SUCCESSOR_IS_ALIVE)
                .from(REFRESH_TOKEN).join(SESSION).on(SESSION.SESSION_ID.eq(REFRESH_TOKEN.SESSION_ID))
                .where(REFRESH_TOKEN.HASH.eq(hash).and(REFRESH_TOKEN.SPENT_AT.isNotNull()).and(isAlive(now)))
                .fetchOptional()
                .<Rotation>map(row -> new Rotation.SpentBefore(session(row), row.get(REFRESH_TOKEN.SPENT_AT),
                        row.get(REFRESH_TOKEN.SEALED_SUCCESSOR), row.get(SUCCESSOR_IS_ALIVE)))
                .orElseGet(Rotation.Unknown::new);
    }

    @Override
    public void touch(Session session) {
        transactions.sql().update(SESSION)
                .set(SESSION.TEAM_ID, session.team())
                .set(SESSION.LAST_USED_AT, session.lastUsedAt())
                .set(SESSION.EXPIRES_AT, session.expiresAt())
                .where(SESSION.SESSION_ID.eq(session.id()).and(SESSION.REVOKED_AT.isNull()))
                .execute();
    }

    @Override
    public boolean revoke(SessionId id, Instant now) {
        return end(SESSION.SESSION_ID.eq(id), now) == 1;
    }

    @Override
    public int revokeAll(UserId user, Optional<SessionId> except, Instant now) {
        Condition others = except.map(SESSION.SESSION_ID::ne).orElseGet(DSL::noCondition);
        return end(SESSION.USER_ID.eq(user).and(others), now);
    }

    private int end(Condition which, Instant now) {
        return transactions.sql().update(SESSION).set(SESSION.REVOKED_AT, now).where(which.and(SESSION.REVOKED_AT.isNull())).execute();
    }

    private static Condition isAlive(Instant now) {
        return SESSION.REVOKED_AT.isNull().and(SESSION.EXPIRES_AT.gt(now));
    }

    private static Session session(Record row) {
        return new Session(
                row.get(SESSION.SESSION_ID),
                row.get(SESSION.USER_ID),
                row.get(SESSION.TEAM_ID),
                Codes.readAll(Proof.class, row.get(SESSION.PROOFS)),
                new Session.Source(row.get(SESSION.ADDRESS), row.get(SESSION.USER_AGENT)),
                row.get(SESSION.STARTED_AT),
                row.get(SESSION.LAST_USED_AT),
                row.get(SESSION.EXPIRES_AT),
                Optional.ofNullable(row.get(SESSION.REVOKED_AT)));
    }
}
