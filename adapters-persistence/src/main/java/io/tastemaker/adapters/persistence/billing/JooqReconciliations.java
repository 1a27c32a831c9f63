package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.RECONCILIATION;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.application.billing.out.Reconciliations;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The record of reconciliations in PostgreSQL. */
public final class JooqReconciliations implements Reconciliations, Meter {

    private static final String GIVEN_UP = "it did not come to its end";

    private static final List<Field<?>> COLUMNS = List.of(RECONCILIATION.NUMBER, RECONCILIATION.STARTED_AT, RECONCILIATION.ENDED_AT,
            RECONCILIATION.SINCE, RECONCILIATION.UNDELIVERED, RECONCILIATION.SESSIONS, RECONCILIATION.INVOICES, RECONCILIATION.REFUNDS,
            RECONCILIATION.STALE, RECONCILIATION.REPAIRED, RECONCILIATION.ACCOUNTS, RECONCILIATION.DRIFTS, RECONCILIATION.FAULT);

    private static final Condition ENDED_WELL = RECONCILIATION.ENDED_AT.isNotNull().and(RECONCILIATION.FAULT.isNull());

    private final AcrossTeams acrossTeams;
    private final InstantSource clock;

    /** A record whose figures are read by a clock. */
    public JooqReconciliations(AcrossTeams acrossTeams, InstantSource clock) {
        this.acrossTeams = acrossTeams;
        this.clock = clock;
    }

    @Override
    public Optional<Reconciliation> begin(Instant now, Duration pause, Duration patience, Instant since) {
        return acrossTeams.run(sql -> {
            // Of two who look at once, both would find that the last one is old enough.
            sql.fetch("select pg_advisory_xact_lock(hashtextextended('billing.reconciliation', 0))");
            sql.update(RECONCILIATION)
                    .set(RECONCILIATION.ENDED_AT, now)
                    .set(RECONCILIATION.FAULT, GIVEN_UP)
                    .where(RECONCILIATION.ENDED_AT.isNull().and(RECONCILIATION.STARTED_AT.le(now.minus(patience))))
                    .execute();
            boolean mustWait = sql.fetchExists(RECONCILIATION, RECONCILIATION.ENDED_AT.isNull()
                    .or(pause.isZero() ? DSL.falseCondition() : RECONCILIATION.STARTED_AT.gt(now.minus(pause))));
            return mustWait ? Optional.empty() : Optional.of(begun(sql, now, since));
        });
    }

    private static Reconciliation begun(DSLContext sql, Instant now, Instant since) {
        return sql.insertInto(RECONCILIATION)
                .set(RECONCILIATION.STARTED_AT, now)
                .set(RECONCILIATION.SINCE, last(sql).map(Reconciliation::startedAt).orElse(since))
                .returningResult(COLUMNS)
                .fetchSingle(JooqReconciliations::reconciliation);
    }

    /** The last one that ended well. */
    private static Optional<Reconciliation> last(DSLContext sql) {
        return sql.select(COLUMNS).from(RECONCILIATION).where(ENDED_WELL).orderBy(RECONCILIATION.NUMBER.desc()).limit(1)
                .fetchOptional(JooqReconciliations::reconciliation);
    }

    @Override
    public void end(Reconciliation done) {
        acrossTeams.run(sql -> sql.update(RECONCILIATION)
                .set(RECONCILIATION.ENDED_AT, done.endedAt().orElseThrow(() -> new IllegalArgumentException("it has not ended: " + done)))
                .set(RECONCILIATION.UNDELIVERED, done.undelivered())
                .set(RECONCILIATION.SESSIONS, done.sessions())
                .set(RECONCILIATION.INVOICES, done.invoices())
                .set(RECONCILIATION.REFUNDS, done.refunds())
                .set(RECONCILIATION.STALE, done.stale())
                .set(RECONCILIATION.REPAIRED, done.repaired())
                .set(RECONCILIATION.ACCOUNTS, done.accounts())
                .set(RECONCILIATION.DRIFTS, BillingJson.writeDrifts(done.drifts()))
                .set(RECONCILIATION.FAULT, done.fault().orElse(null))
                .where(RECONCILIATION.NUMBER.eq(done.number()).and(RECONCILIATION.ENDED_AT.isNull()))
                .execute());
    }

    @Override
    public Page<Reconciliation> list(PageRequest page) {
        List<Reconciliation> found = acrossTeams.run(sql -> sql.select(COLUMNS).from(RECONCILIATION)
                .where(page.after().map(Long::valueOf).map(RECONCILIATION.NUMBER::lt).orElseGet(DSL::noCondition))
                .orderBy(RECONCILIATION.NUMBER.desc())
                .limit(page.limit() + 1)
                .fetch(JooqReconciliations::reconciliation));
        return Page.of(found, page.limit(), last -> Long.toString(last.number()));
    }

    @Override
    public List<Reading> read() {
        try {
            return acrossTeams.run(JooqReconciliations::last).map(this::readings).orElse(List.of());
        } catch (Refusal.Unavailable unavailable) {
            return List.of();
        }
    }

    private List<Reading> readings(Reconciliation last) {
        return List.of(
                new Reading("billing_drift_credits", "How far the last whole reconciliation found credits from what is due", last.drift()),
                new Reading("billing_reconciled_seconds", "Seconds since the last whole reconciliation began",
                        Duration.between(last.startedAt(), clock.instant()).toSeconds()));
    }

    private static Reconciliation reconciliation(Record row) {
        return new Reconciliation(
                row.get(RECONCILIATION.NUMBER),
                row.get(RECONCILIATION.STARTED_AT),
                Optional.ofNullable(row.get(RECONCILIATION.ENDED_AT)),
                row.get(RECONCILIATION.SINCE),
                row.get(RECONCILIATION.UNDELIVERED),
                row.get(RECONCILIATION.SESSIONS),
                row.get(RECONCILIATION.INVOICES),
                row.get(RECONCILIATION.REFUNDS),
                row.get(RECONCILIATION.STALE),
                row.get(RECONCILIATION.REPAIRED),
                row.get(RECONCILIATION.ACCOUNTS),
                BillingJson.readDrifts(row.get(RECONCILIATION.DRIFTS)),
                Optional.ofNullable(row.get(RECONCILIATION.FAULT)));
    }
}
