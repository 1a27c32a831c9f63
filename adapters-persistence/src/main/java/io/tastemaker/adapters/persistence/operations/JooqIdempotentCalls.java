package io.tastemaker.adapters.persistence.operations;

import static io.tastemaker.adapters.persistence.generated.operations.Sequences.CALL_TOKEN;
import static io.tastemaker.adapters.persistence.generated.operations.Tables.IDEMPOTENT_CALL;
import static org.jooq.impl.DSL.excluded;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.shared.out.SecretBox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Answers by idempotency key, in PostgreSQL. Their bodies are sealed, since some show a secret that is shown once. */
public final class JooqIdempotentCalls implements IdempotentCalls {

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;
    private final SecretBox box;

    public JooqIdempotentCalls(JooqTransactions transactions, AcrossTeams acrossTeams, SecretBox box) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
        this.box = box;
    }

    @Override
    public Entry begin(CallKey call, String fingerprint, Instant now, Duration lease, Duration keep) {
        return transactions.alone(call.team(), sql -> start(sql, call, fingerprint, now, lease, keep)
                .<Entry>map(Entry.Started::new)
                .orElseGet(() -> standing(sql, call, fingerprint, now)));
    }

    /** Takes the key if it is new, or was kept long enough, or its holder died; one statement, so that of many exactly one gets it. */
    private static Optional<Long> start(DSLContext sql, CallKey call, String fingerprint, Instant now, Duration lease, Duration keep) {
        return sql.insertInto(IDEMPOTENT_CALL)
                .set(IDEMPOTENT_CALL.TEAM_ID, call.team())
                .set(IDEMPOTENT_CALL.ROUTE, call.route())
                .set(IDEMPOTENT_CALL.KEY, call.key())
                .set(IDEMPOTENT_CALL.FINGERPRINT, fingerprint)
                .set(IDEMPOTENT_CALL.TOKEN, CALL_TOKEN.nextval())
                .set(IDEMPOTENT_CALL.LEASE_UNTIL, now.plus(lease))
                .set(IDEMPOTENT_CALL.KEEP_UNTIL, now.plus(keep))
                .onConflict(IDEMPOTENT_CALL.TEAM_ID, IDEMPOTENT_CALL.ROUTE, IDEMPOTENT_CALL.KEY)
                .doUpdate()
                .set(IDEMPOTENT_CALL.FINGERPRINT, excluded(IDEMPOTENT_CALL.FINGERPRINT))
                .set(IDEMPOTENT_CALL.TOKEN, excluded(IDEMPOTENT_CALL.TOKEN))
                .set(IDEMPOTENT_CALL.LEASE_UNTIL, excluded(IDEMPOTENT_CALL.LEASE_UNTIL))
                .set(IDEMPOTENT_CALL.KEEP_UNTIL, excluded(IDEMPOTENT_CALL.KEEP_UNTIL))
                .setNull(IDEMPOTENT_CALL.STATUS)
                .setNull(IDEMPOTENT_CALL.HEADERS)
                .setNull(IDEMPOTENT_CALL.BODY)
                .where(IDEMPOTENT_CALL.KEEP_UNTIL.le(now)
                        .or(IDEMPOTENT_CALL.STATUS.isNull()
                                .and(IDEMPOTENT_CALL.LEASE_UNTIL.le(now))
                                .and(IDEMPOTENT_CALL.FINGERPRINT.eq(fingerprint))))
                .returning(IDEMPOTENT_CALL.TOKEN)
                .fetchOptional(IDEMPOTENT_CALL.TOKEN);
    }

    private Entry standing(DSLContext sql, CallKey call, String fingerprint, Instant now) {
        Optional<? extends Record> found = sql.select(IDEMPOTENT_CALL.FINGERPRINT, IDEMPOTENT_CALL.STATUS, IDEMPOTENT_CALL.HEADERS,
                        IDEMPOTENT_CALL.BODY, IDEMPOTENT_CALL.LEASE_UNTIL)
                .from(IDEMPOTENT_CALL)
                .where(named(call))
                .fetchOptional();
        if (found.isEmpty()) { // released in between: the key is free again, a moment later
            return new Entry.Running(Duration.ofSeconds(1));
        }
        Record row = found.get();
        if (!row.get(IDEMPOTENT_CALL.FINGERPRINT).equals(fingerprint)) {
            return new Entry.Reused();
        }
        if (row.get(IDEMPOTENT_CALL.STATUS) == null) {
            return new Entry.Running(Duration.between(now, row.get(IDEMPOTENT_CALL.LEASE_UNTIL)));
        }
        return new Entry.Answered(new Answer(
                row.get(IDEMPOTENT_CALL.STATUS), Json.read(row.get(IDEMPOTENT_CALL.HEADERS)),
                box.open(row.get(IDEMPOTENT_CALL.BODY), context(call))));
    }

    @Override
    public void complete(CallKey call, long token, Answer answer) {
        byte[] sealed = box.seal(answer.body(), context(call));
        transactions.alone(call.team(), sql -> sql.update(IDEMPOTENT_CALL)
                .set(IDEMPOTENT_CALL.STATUS, answer.status())
                .set(IDEMPOTENT_CALL.HEADERS, Json.write(answer.headers()))
                .set(IDEMPOTENT_CALL.BODY, sealed)
                .where(started(call, token))
                .execute());
    }

    @Override
    public void release(CallKey call, long token) {
        transactions.alone(call.team(), sql -> sql.deleteFrom(IDEMPOTENT_CALL).where(started(call, token)).execute());
    }

    @Override
    public int purge(Instant now) {
        return acrossTeams.run(sql -> sql.deleteFrom(IDEMPOTENT_CALL).where(IDEMPOTENT_CALL.KEEP_UNTIL.le(now)).execute());
    }

    private static String context(CallKey call) {
        return "idempotent_call:" + call.team() + ":" + call.route() + ":" + call.key();
    }

    private static Condition named(CallKey call) {
        return IDEMPOTENT_CALL.TEAM_ID.eq(call.team())
                .and(IDEMPOTENT_CALL.ROUTE.eq(call.route()))
                .and(IDEMPOTENT_CALL.KEY.eq(call.key()));
    }

    private static Condition started(CallKey call, long token) {
        return named(call).and(IDEMPOTENT_CALL.TOKEN.eq(token)).and(IDEMPOTENT_CALL.STATUS.isNull());
    }
}
