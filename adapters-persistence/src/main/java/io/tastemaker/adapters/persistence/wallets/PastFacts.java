package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.LEDGER_ENTRY;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.LOT;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.OPERATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Lot;
import io.tastemaker.domain.wallets.Operation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.AggregateFilterStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** What refunds, clawbacks and late settlements have to know of what was booked before. They are rare, so this reads in several steps. */
final class PastFacts {

    private record Reversals(long credits, int refunds) {
        static final Reversals NONE = new Reversals(0, 0);
    }

    private final DSLContext sql;
    private final TeamId team;

    PastFacts(DSLContext sql, TeamId team) {
        this.sql = sql;
        this.team = team;
    }

    Map<UUID, Facts.Past> past(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Operation> operations = sql.select(OperationRow.COLUMNS).from(OPERATION)
                .where(OPERATION.TEAM_ID.eq(team).and(OPERATION.ID.in(ids)))
                .fetch(OperationRow::operation);
        Map<String, Reversals> reversals = reversals(ids);
        Map<UUID, Facts.Past> past = new HashMap<>();
        for (Operation operation : operations) {
            List<LedgerEntry> entries = entries(operation);
            List<String> sources = entries.stream().flatMap(entry -> entry.lot().stream()).distinct().toList();
            Reversals reversed = reversals.getOrDefault(operation.id().toString(), Reversals.NONE);
            past.put(operation.id(), new Facts.Past(operation, entries, lots(sources), reversed.credits(), reversed.refunds()));
        }
        return past;
    }

    Map<String, Facts.Birth> births(Set<String> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> taken = sql.select(OPERATION.ABOUT, difference(
                        LEDGER_ENTRY.TO_ACCOUNT.startsWith("issuance."), LEDGER_ENTRY.FROM_ACCOUNT.startsWith("issuance.")))
                .from(OPERATION)
                .join(LEDGER_ENTRY).on(ofOperation())
                .where(about(sources, Operation.Kind.CLAWBACK))
                .groupBy(OPERATION.ABOUT)
                .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
        return lots(sources).stream()
                .collect(Collectors.toMap(Lot::source, lot -> new Facts.Birth(lot, taken.getOrDefault(lot.source(), 0L))));
    }

    private List<LedgerEntry> entries(Operation operation) {
        return sql.select(EntryRow.COLUMNS).from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.TEAM_ID.eq(team).and(EntryRow.of(operation)))
                .orderBy(LEDGER_ENTRY.SEQ)
                .fetch(EntryRow::entry);
    }

    private List<Lot> lots(Collection<String> sources) {
        return sources.isEmpty() ? List.of() : sql.selectFrom(LOT)
                .where(LOT.TEAM_ID.eq(team).and(LOT.SOURCE.in(sources)))
                .fetch(PastFacts::lot);
    }

    private static Lot lot(Record row) {
        return Lot.of(row.get(LOT.SOURCE), row.get(LOT.KIND), Scopes.actions(row.get(LOT.SCOPE)), row.get(LOT.GRANTED),
                row.get(LOT.EFFECTIVE_AT), Optional.ofNullable(row.get(LOT.EXPIRES_AT)));
    }

    private Map<String, Reversals> reversals(Set<UUID> ids) {
        Field<BigDecimal> credits = difference(LEDGER_ENTRY.FROM_ACCOUNT.startsWith("usage."), falseCondition());
        return sql.select(OPERATION.ABOUT, credits, countDistinct(OPERATION.ID))
                .from(OPERATION)
                .leftJoin(LEDGER_ENTRY).on(ofOperation())
                .where(about(ids.stream().map(UUID::toString).toList(), Operation.Kind.REFUND))
                .groupBy(OPERATION.ABOUT)
                .fetchMap(row -> row.value1(), row -> new Reversals(row.value2().longValueExact(), row.value3()));
    }

    private Condition about(Collection<String> what, Operation.Kind kind) {
        return OPERATION.TEAM_ID.eq(team).and(OPERATION.ABOUT.in(what)).and(OPERATION.KIND.eq(kind));
    }

    private static Condition ofOperation() {
        return LEDGER_ENTRY.TEAM_ID.eq(OPERATION.TEAM_ID)
                .and(LEDGER_ENTRY.SEQ.gt(OPERATION.LAST_SEQ.minus(OPERATION.ENTRIES)))
                .and(LEDGER_ENTRY.SEQ.le(OPERATION.LAST_SEQ));
    }

    /** Credits of entries under one condition, less those under another. */
    private static Field<BigDecimal> difference(Condition plus, Condition minus) {
        return credits(plus).minus(credits(minus));
    }

    private static Field<BigDecimal> credits(Condition condition) {
        AggregateFilterStep<BigDecimal> all = sum(LEDGER_ENTRY.AMOUNT);
        return coalesce(all.filterWhere(LEDGER_ENTRY.UNIT.eq(LedgerEntry.CREDIT).and(condition)), inline(BigDecimal.ZERO));
    }
}
