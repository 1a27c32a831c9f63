package io.tastemaker.adapters.persistence.operations;

import static io.tastemaker.adapters.persistence.generated.operations.Tables.AUDIT_ENTRY;
import static io.tastemaker.adapters.persistence.generated.operations.Tables.AUDIT_HEAD;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.tastemaker.adapters.persistence.shared.ChangesJson;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.operations.AuditHead;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;

/** The audit log in PostgreSQL, where triggers chain what the transactions write. */
public final class JooqAuditLog implements AuditLog {

    /** Whoever went around the program may have left a time that is none; verification shall name that row and not break on it. */
    private static final Field<Instant> AT =
            when(condition("isfinite({0})", AUDIT_ENTRY.AT), AUDIT_ENTRY.AT).otherwise(inline(Instant.EPOCH)).as("finite_at");

    private static final List<SelectField<?>> COLUMNS = List.of(
            AUDIT_ENTRY.TEAM_ID, AUDIT_ENTRY.SEQ, AT, AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.ACTION, AUDIT_ENTRY.SUBJECT_TYPE,
            AUDIT_ENTRY.SUBJECT_ID, AUDIT_ENTRY.CHANGES, AUDIT_ENTRY.REQUEST_ID, AUDIT_ENTRY.ADDRESS, AUDIT_ENTRY.PREVIOUS,
            AUDIT_ENTRY.HASH);

    private static final int MOST_TALLIES = 10_000;

    private final JooqTransactions transactions;

    public JooqAuditLog(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<AuditEntry> list(Filter filter, PageRequest page) {
        Condition wanted = AUDIT_ENTRY.TEAM_ID.eq(transactions.team());
        for (Optional<Condition> condition : List.of(
                filter.actor().map(AUDIT_ENTRY.ACTOR::eq),
                filter.action().map(AUDIT_ENTRY.ACTION::startsWith),
                filter.subjectType().map(AUDIT_ENTRY.SUBJECT_TYPE::eq),
                filter.subjectId().map(AUDIT_ENTRY.SUBJECT_ID::eq),
                filter.from().map(AUDIT_ENTRY.AT::ge),
                filter.to().map(AUDIT_ENTRY.AT::lt),
                page.after().map(Long::valueOf).map(AUDIT_ENTRY.SEQ::lt))) {
            wanted = condition.map(wanted::and).orElse(wanted);
        }
        List<AuditEntry> entries = transactions.sql().select(COLUMNS)
                .from(AUDIT_ENTRY)
                .where(wanted)
                .orderBy(AUDIT_ENTRY.SEQ.desc())
                .limit(page.limit() + 1)
                .fetch(JooqAuditLog::entry);
        return Page.of(entries, page.limit(), last -> Long.toString(last.seq()));
    }

    @Override
    public Page<AuditEntry> deeds(Subject subject, PageRequest page) {
        Condition wanted = AUDIT_ENTRY.TEAM_ID.eq(transactions.team())
                .and(AUDIT_ENTRY.SUBJECT_TYPE.eq(subject.type())).and(AUDIT_ENTRY.SUBJECT_ID.eq(subject.id()))
                .and(AUDIT_ENTRY.ACTION.notLike("%" + Transactions.REFUSED));
        List<AuditEntry> entries = transactions.sql().select(COLUMNS)
                .from(AUDIT_ENTRY)
                .where(page.after().map(Long::valueOf).map(AUDIT_ENTRY.SEQ::lt).map(wanted::and).orElse(wanted))
                .orderBy(AUDIT_ENTRY.SEQ.desc())
                .limit(page.limit() + 1)
                .fetch(JooqAuditLog::entry);
        return Page.of(entries, page.limit(), last -> Long.toString(last.seq()));
    }

    @Override
    public List<AuditEntry> after(long seq, int limit) {
        return transactions.sql().select(COLUMNS)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.TEAM_ID.eq(transactions.team()).and(AUDIT_ENTRY.SEQ.gt(seq)))
                .orderBy(AUDIT_ENTRY.SEQ)
                .limit(limit)
                .fetch(JooqAuditLog::entry);
    }

    @Override
    public List<Tally> tallies(Instant from, Instant to) {
        return transactions.sql().select(AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.ACTION, count())
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.TEAM_ID.eq(transactions.team()).and(AUDIT_ENTRY.AT.ge(from)).and(AUDIT_ENTRY.AT.lt(to)))
                .groupBy(AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.ACTION)
                .orderBy(AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.ACTION)
                .limit(MOST_TALLIES)
                .fetch(row -> new Tally(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public Optional<AuditHead> head() {
        return transactions.sql().select(AUDIT_HEAD.SEQ, AUDIT_HEAD.HASH)
                .from(AUDIT_HEAD)
                .where(AUDIT_HEAD.TEAM_ID.eq(transactions.team()))
                .fetchOptional(row -> new AuditHead(row.get(AUDIT_HEAD.SEQ), row.get(AUDIT_HEAD.HASH)));
    }

    private static AuditEntry entry(Record row) {
        return new AuditEntry(
                row.get(AUDIT_ENTRY.TEAM_ID), row.get(AUDIT_ENTRY.SEQ), row.get(AT), row.get(AUDIT_ENTRY.ACTOR),
                row.get(AUDIT_ENTRY.ACTION), subject(row.get(AUDIT_ENTRY.SUBJECT_TYPE), row.get(AUDIT_ENTRY.SUBJECT_ID)),
                ChangesJson.read(row.get(AUDIT_ENTRY.CHANGES)), Optional.ofNullable(row.get(AUDIT_ENTRY.REQUEST_ID)),
                Optional.ofNullable(row.get(AUDIT_ENTRY.ADDRESS)), row.get(AUDIT_ENTRY.PREVIOUS), row.get(AUDIT_ENTRY.HASH));
    }

    /** Half a subject is none of ours either. */
    private static Optional<Subject> subject(String type, String id) {
        return type == null && id == null ? Optional.empty() : Optional.of(new Subject(part(type, 50), part(id, 200)));
    }

    private static String part(String text, int most) {
        return text == null || text.isBlank() || text.length() > most ? "?" : text;
    }
}
