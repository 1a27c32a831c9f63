package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.IMPORT_FAULT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The faults that imports found, in the order of the list: in {@code creators.import_fault} or a table of the same columns. */
public final class FaultRows {

    private record Numbered(long number, RowFault fault) {}

    private final JooqTransactions transactions;
    private final Table<?> table;

    public FaultRows(JooqTransactions transactions, Table<?> table) {
        this.transactions = transactions;
        this.table = table;
    }

    /** Adds faults behind those that a job found before. */
    public void add(JobId job, List<RowFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        long last = transactions.sql().select(coalesce(max(column(IMPORT_FAULT.NUMBER)), inline(0L)))
                .from(table)
                .where(of(job))
                .fetchSingle()
                .value1();
        transactions.sql().execute("""
                insert into {0} (team_id, job_id, number, row_number, line, column_name, value, code, detail)
                select {1}, {2}, sent.* from unnest({3}, {4}, {5}, {6}, {7}, {8}, {9}) as sent""",
                table,
                DSL.val(transactions.team().value()),
                DSL.val(job.value()),
                DSL.val(LongStream.rangeClosed(last + 1, last + faults.size()).boxed().toArray(Long[]::new)),
                DSL.val(faults.stream().map(RowFault::row).toArray(Long[]::new)),
                DSL.val(faults.stream().map(RowFault::line).toArray(Long[]::new)),
                DSL.val(faults.stream().map(RowFault::column).toArray(String[]::new)),
                DSL.val(faults.stream().map(RowFault::value).toArray(String[]::new)),
                DSL.val(faults.stream().map(fault -> fault.code().code()).toArray(String[]::new)),
                DSL.val(faults.stream().map(RowFault::detail).toArray(String[]::new)));
    }

    /** A page of a job's faults. */
    public Page<RowFault> list(JobId job, PageRequest page) {
        Field<Long> number = column(IMPORT_FAULT.NUMBER);
        List<Numbered> faults = transactions.sql()
                .select(number, column(IMPORT_FAULT.ROW_NUMBER), column(IMPORT_FAULT.LINE), column(IMPORT_FAULT.COLUMN_NAME),
                        column(IMPORT_FAULT.VALUE), column(IMPORT_FAULT.CODE), column(IMPORT_FAULT.DETAIL))
                .from(table)
                .where(of(job))
                .and(number.gt(page.after().map(Long::parseLong).orElse(0L)))
                .orderBy(number)
                .limit(page.limit() + 1)
                .fetch(mapping((at, row, line, column, value, code, detail) ->
                        new Numbered(at, new RowFault(row, line, column, value, code, detail))));
        return Page.of(faults, page.limit(), last -> Long.toString(last.number())).map(Numbered::fault);
    }

    private Condition of(JobId job) {
        return column(IMPORT_FAULT.TEAM_ID).eq(transactions.team()).and(column(IMPORT_FAULT.JOB_ID).eq(job));
    }

    /** The column of the table that is called so, with the type it has everywhere. */
    private <T> Field<T> column(Field<T> named) {
        return table.field(named);
    }
}
