package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.DATA_EXPORT;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.DATA_EXPORT_PIECE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;

/** Files with the data of people, in PostgreSQL. */
public final class JooqDataExports implements DataExports {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            DATA_EXPORT.EXPORT_ID, DATA_EXPORT.USER_ID, DATA_EXPORT.REQUESTED_AT, DATA_EXPORT.ROW_COUNT, DATA_EXPORT.BYTE_COUNT,
            DATA_EXPORT.READY_AT, DATA_EXPORT.FAILURE, DATA_EXPORT.EXPIRES_AT, DATA_EXPORT.ATTEMPT);

    private static final Condition UNDER_WAY = DATA_EXPORT.READY_AT.isNull().and(DATA_EXPORT.FAILURE.isNull());

    /** A hundred pieces are about 25 MB: little enough for one statement. */
    private static final int PIECES_REMOVED = 100;

    private final JooqPlatformTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqDataExports(JooqPlatformTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public DataExport begin(DataExport wanted, Instant stuckSince) {
        DSLContext sql = transactions.sql();
        sql.deleteFrom(DATA_EXPORT)
                .where(DATA_EXPORT.USER_ID.eq(wanted.user()).and(UNDER_WAY.not().or(DATA_EXPORT.TOUCHED_AT.lt(stuckSince))))
                .execute();
        sql.insertInto(DATA_EXPORT)
                .set(DATA_EXPORT.EXPORT_ID, wanted.id())
                .set(DATA_EXPORT.USER_ID, wanted.user())
                .set(DATA_EXPORT.REQUESTED_AT, wanted.requestedAt())
                .set(DATA_EXPORT.TOUCHED_AT, wanted.requestedAt())
                .set(DATA_EXPORT.EXPIRES_AT, wanted.expiresAt())
                .onConflict(DATA_EXPORT.USER_ID).doNothing()
                .execute();
        return sql.select(COLUMNS).from(DATA_EXPORT).where(DATA_EXPORT.USER_ID.eq(wanted.user())).fetchSingle(JooqDataExports::export);
    }

    @Override
    public Optional<DataExport> find(UUID id, UserId user) {
        return transactions.sql().select(COLUMNS).from(DATA_EXPORT).where(DATA_EXPORT.EXPORT_ID.eq(id).and(DATA_EXPORT.USER_ID.eq(user)))
                .fetchOptional(JooqDataExports::export);
    }

    @Override
    public Optional<Taken> take(UUID id, Instant now) {
        return acrossTeams.run(sql -> {
            Optional<Taken> taken = sql.update(DATA_EXPORT)
                    .set(DATA_EXPORT.ATTEMPT, DATA_EXPORT.ATTEMPT.plus(1))
                    .set(DATA_EXPORT.TOUCHED_AT, now)
                    .set(DATA_EXPORT.ROW_COUNT, 0L)
                    .set(DATA_EXPORT.BYTE_COUNT, 0L)
                    .where(DATA_EXPORT.EXPORT_ID.eq(id).and(UNDER_WAY))
                    .returning(COLUMNS)
                    .fetchOptional(row -> new Taken(export(row), row.get(DATA_EXPORT.ATTEMPT)));
            taken.ifPresent(export -> sql.deleteFrom(DATA_EXPORT_PIECE).where(DATA_EXPORT_PIECE.EXPORT_ID.eq(id)).execute());
            return taken;
        });
    }

    @Override
    public boolean append(Taken taken, int number, String content, long rows, Instant now) {
        return acrossTeams.run(sql -> {
            boolean mine = sql.update(DATA_EXPORT)
                    .set(DATA_EXPORT.TOUCHED_AT, now)
                    .set(DATA_EXPORT.ROW_COUNT, DATA_EXPORT.ROW_COUNT.plus(rows))
                    .set(DATA_EXPORT.BYTE_COUNT, DATA_EXPORT.BYTE_COUNT.plus(field("octet_length({0})", Long.class, val(content))))
                    .where(held(taken))
                    .execute() == 1;
            if (mine) {
                sql.insertInto(DATA_EXPORT_PIECE)
                        .set(DATA_EXPORT_PIECE.EXPORT_ID, taken.export().id())
                        .set(DATA_EXPORT_PIECE.NUMBER, number)
                        .set(DATA_EXPORT_PIECE.CONTENT, content)
                        .execute();
            }
            return mine;
        });
    }

    @Override
    public boolean finish(Taken taken, Instant now, Instant expiresAt) {
        return acrossTeams.run(sql -> sql.update(DATA_EXPORT)
                .set(DATA_EXPORT.READY_AT, now)
                .set(DATA_EXPORT.TOUCHED_AT, now)
                .set(DATA_EXPORT.EXPIRES_AT, expiresAt)
                .where(held(taken))
                .execute()) == 1;
    }

    @Override
    public void giveUp(UUID id, String reason) {
        acrossTeams.run(sql -> {
            int given = sql.update(DATA_EXPORT)
                    .set(DATA_EXPORT.FAILURE, reason)
                    .set(DATA_EXPORT.ROW_COUNT, 0L)
                    .set(DATA_EXPORT.BYTE_COUNT, 0L)
                    .where(DATA_EXPORT.EXPORT_ID.eq(id).and(UNDER_WAY))
                    .execute();
            return given == 0 ? 0 : sql.deleteFrom(DATA_EXPORT_PIECE).where(DATA_EXPORT_PIECE.EXPORT_ID.eq(id)).execute();
        });
    }

    @Override
    public Optional<String> findPiece(UUID id, int number) {
        return acrossTeams.run(sql -> sql.select(DATA_EXPORT_PIECE.CONTENT).from(DATA_EXPORT_PIECE)
                .where(DATA_EXPORT_PIECE.EXPORT_ID.eq(id).and(DATA_EXPORT_PIECE.NUMBER.eq(number)))
                .and(exists(selectOne().from(DATA_EXPORT).where(DATA_EXPORT.EXPORT_ID.eq(id).and(DATA_EXPORT.READY_AT.isNotNull()))))
                .fetchOptional(DATA_EXPORT_PIECE.CONTENT));
    }

    @Override
    public int forget(Instant now) {
        var old = select(DATA_EXPORT.EXPORT_ID).from(DATA_EXPORT).where(DATA_EXPORT.EXPIRES_AT.le(now));
        int removed;
        do {
            removed = acrossTeams.run(sql -> sql.execute(
                    "delete from {0} where ctid = any (array(select ctid from {0} where export_id in ({1}) limit {2}))",
                    DATA_EXPORT_PIECE, old, inline(PIECES_REMOVED)));
        } while (removed > 0);
        return acrossTeams.run(sql -> sql.deleteFrom(DATA_EXPORT).where(DATA_EXPORT.EXPIRES_AT.le(now)).execute());
    }

    private static Condition held(Taken taken) {
        return DATA_EXPORT.EXPORT_ID.eq(taken.export().id()).and(DATA_EXPORT.ATTEMPT.eq(taken.attempt())).and(UNDER_WAY);
    }

    private static DataExport export(Record row) {
        Optional<DataExport.State> ready = Optional.ofNullable(row.get(DATA_EXPORT.READY_AT)).map(DataExport.State.Ready::new);
        Optional<DataExport.State> failed = Optional.ofNullable(row.get(DATA_EXPORT.FAILURE)).map(DataExport.State.Failed::new);
        return new DataExport(row.get(DATA_EXPORT.EXPORT_ID), row.get(DATA_EXPORT.USER_ID), row.get(DATA_EXPORT.REQUESTED_AT),
                row.get(DATA_EXPORT.ROW_COUNT), row.get(DATA_EXPORT.BYTE_COUNT),
                ready.or(() -> failed).orElseGet(DataExport.State.Preparing::new), row.get(DATA_EXPORT.EXPIRES_AT));
    }
}
