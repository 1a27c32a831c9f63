package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.OPERATION;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.OperationKey;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** An operation as its row has it. */
final class OperationRow {

    static final List<Field<?>> COLUMNS = List.of(
            OPERATION.ID, OPERATION.KEY, OPERATION.KIND, OPERATION.COMMAND, OPERATION.ACTION, OPERATION.UNITS, OPERATION.CREDITS,
            OPERATION.BALANCE, OPERATION.ACTOR, OPERATION.TARGET, OPERATION.ABOUT, OPERATION.AT, OPERATION.LAST_SEQ, OPERATION.ENTRIES,
            OPERATION.NOTE, OPERATION.ANSWER);

    private OperationRow() {}

    static Operation operation(Record row) {
        return new Operation(
                row.get(OPERATION.ID), new OperationKey(row.get(OPERATION.KEY)), row.get(OPERATION.KIND), row.get(OPERATION.COMMAND),
                Optional.ofNullable(row.get(OPERATION.ACTION)).map(Action::new), row.get(OPERATION.UNITS), row.get(OPERATION.CREDITS),
                row.get(OPERATION.BALANCE), row.get(OPERATION.ACTOR), Optional.ofNullable(row.get(OPERATION.TARGET)),
                Optional.ofNullable(row.get(OPERATION.ABOUT)), row.get(OPERATION.AT), row.get(OPERATION.LAST_SEQ),
                row.get(OPERATION.ENTRIES), Optional.ofNullable(row.get(OPERATION.NOTE)), AnswerJson.read(row.get(OPERATION.ANSWER).data()));
    }
}
