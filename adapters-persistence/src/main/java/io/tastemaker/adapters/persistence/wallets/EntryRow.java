package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.LEDGER_ENTRY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.tastemaker.domain.wallets.Account;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Operation;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** A ledger entry as its row has it. */
final class EntryRow {

    /** Whoever went around the program may have left a time that is none; verification shall name that row and not break on it. */
    private static final Field<Instant> AT = finite(LEDGER_ENTRY.AT).as("finite_at");

    private static final Field<Instant> PERIOD = finite(LEDGER_ENTRY.PERIOD).as("finite_period");

    static final List<Field<?>> COLUMNS = List.of(
            LEDGER_ENTRY.TEAM_ID, LEDGER_ENTRY.SEQ, LEDGER_ENTRY.OPERATION_ID, AT, LEDGER_ENTRY.FROM_ACCOUNT, LEDGER_ENTRY.TO_ACCOUNT,
            LEDGER_ENTRY.UNIT, LEDGER_ENTRY.AMOUNT, LEDGER_ENTRY.LOT, PERIOD, LEDGER_ENTRY.ACTOR, LEDGER_ENTRY.RULE, LEDGER_ENTRY.HASH);

    private EntryRow() {}

    static LedgerEntry entry(Record row) {
        return new LedgerEntry(
                row.get(LEDGER_ENTRY.TEAM_ID), row.get(LEDGER_ENTRY.SEQ), row.get(LEDGER_ENTRY.OPERATION_ID), row.get(AT),
                new Account(row.get(LEDGER_ENTRY.FROM_ACCOUNT)), new Account(row.get(LEDGER_ENTRY.TO_ACCOUNT)), row.get(LEDGER_ENTRY.UNIT),
                row.get(LEDGER_ENTRY.AMOUNT), Optional.ofNullable(row.get(LEDGER_ENTRY.LOT)), Optional.ofNullable(row.get(PERIOD)),
                row.get(LEDGER_ENTRY.ACTOR), Optional.ofNullable(row.get(LEDGER_ENTRY.RULE)),
                HexFormat.of().formatHex(row.get(LEDGER_ENTRY.HASH)));
    }

    static Condition of(Operation operation) {
        return LEDGER_ENTRY.SEQ.gt(operation.lastSeq() - operation.entries()).and(LEDGER_ENTRY.SEQ.le(operation.lastSeq()));
    }

    private static Field<Instant> finite(Field<Instant> time) {
        return when(condition("isfinite({0})", time), time).when(time.isNotNull(), inline(Instant.EPOCH));
    }
}
