package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.ACCESS;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Access;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** A right as its row has it. */
final class AccessRow {

    static final List<Field<?>> COLUMNS =
            List.of(ACCESS.ACTION, ACCESS.TARGET, ACCESS.UNTIL, ACCESS.OPERATION_ID, ACCESS.ACTOR, ACCESS.SINCE);

    private AccessRow() {}

    static Access access(Record row) {
        return new Access(new Access.Right(new Action(row.get(ACCESS.ACTION)), row.get(ACCESS.TARGET)),
                Optional.ofNullable(row.get(ACCESS.UNTIL)), row.get(ACCESS.OPERATION_ID), row.get(ACCESS.ACTOR), row.get(ACCESS.SINCE));
    }

    static Condition isOpen(Instant now) {
        return ACCESS.UNTIL.isNull().or(ACCESS.UNTIL.gt(now));
    }
}
