package io.tastemaker.adapters.persistence.shared;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * A moment in the history of one database, as the team sees it that the transaction is bound to: the last entry of its audit log, which
 * is chained and has no like. What was made from the database by this moment and kept elsewhere is of no use where the mark is not
 * part of the history: in another database, and in one that was set back to an earlier state.
 *
 * @param database the cluster and the database in it; a copy elsewhere numbers its transactions differently
 * @param transaction the number of the next transaction
 * @param entry the number of the entry, 0 before the first
 * @param hash the hash of the entry
 */
public record HistoryMark(String database, long transaction, long entry, String hash) {

    private static final String DATABASE = """
            (select system_identifier from pg_control_system())
            || '/' || (select oid from pg_database where datname = current_database())""";

    private static final String NEXT = "pg_snapshot_xmax(pg_current_snapshot())::text::bigint";

    private static final String NOW = "select %s as database, %s as transaction, seq, hash from operations.audit_head where team_id = %s"
            .formatted(DATABASE, NEXT, "current_setting('app.team_id')::uuid");

    private static final String IS_PART = """
            select %s = {0} and %s >= {1} and ({2} = 0 or exists (
                select from operations.audit_entry where team_id = current_setting('app.team_id')::uuid and seq = {2} and hash = {3}))
            """.formatted(DATABASE, NEXT);

    /**
     * The present moment.
     *
     * @param sql a transaction
     * @return the mark
     */
    public static HistoryMark now(DSLContext sql) {
        Record head = sql.fetchSingle(NOW);
        return new HistoryMark(head.get("database", String.class), head.get("transaction", Long.class), head.get("seq", Long.class),
                head.get("hash", String.class));
    }

    /**
     * Whether this moment is part of a database's history.
     *
     * @param sql a transaction, bound to the same team
     * @return false in another database, and in one that was restored from before
     */
    public boolean isPartOf(DSLContext sql) {
        return sql.fetchSingle(IS_PART, DSL.val(database), DSL.val(transaction), DSL.val(entry), DSL.val(hash)).get(0, Boolean.class);
    }
}
