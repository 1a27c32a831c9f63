package io.tastemaker.adapters.persistence.exports;

import static io.tastemaker.adapters.persistence.generated.exports.Tables.CHOSEN;
import static io.tastemaker.adapters.persistence.generated.exports.Tables.EXPORT;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.exports.ExportScope;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Exports in PostgreSQL. */
public final class JooqExports implements Exports {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            EXPORT.TEAM_ID, EXPORT.ID, EXPORT.KIND, EXPORT.THING_ID, EXPORT.CHOSEN_COUNT, EXPORT.FROM_AT, EXPORT.TO_AT, EXPORT.FORMAT,
            EXPORT.BYTE_ORDER_MARK, EXPORT.COLUMNS, EXPORT.CREATED_BY, EXPORT.REQUESTED_AT, EXPORT.HOLD, EXPORT.FILE_KEY, EXPORT.ROW_COUNT,
            EXPORT.BYTE_COUNT, EXPORT.SHA256, EXPORT.READY_AT, EXPORT.FAILURE, EXPORT.EXPIRES_AT);

    private static final Condition PREPARING = EXPORT.READY_AT.isNull().and(EXPORT.FAILURE.isNull());

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqExports(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public void add(Export export, List<CreatorId> chosen) {
        if (!export.team().equals(transactions.team())) {
            throw new IllegalArgumentException("an export of another team");
        }
        transactions.sql().insertInto(EXPORT)
                .set(EXPORT.TEAM_ID, export.team())
                .set(EXPORT.ID, export.id())
                .set(EXPORT.KIND, export.scope().kind())
                .set(EXPORT.THING_ID, export.scope().of().orElse(null))
                .set(EXPORT.CHOSEN_COUNT, export.scope().chosen().orElse(null))
                .set(EXPORT.FROM_AT, export.scope().from().orElse(null))
                .set(EXPORT.TO_AT, export.scope().to().orElse(null))
                .set(EXPORT.FORMAT, export.format())
                .set(EXPORT.BYTE_ORDER_MARK, export.byteOrderMark())
                .set(EXPORT.COLUMNS, export.columns().toArray(String[]::new))
                .set(EXPORT.CREATED_BY, export.createdBy())
                .set(EXPORT.REQUESTED_AT, export.requestedAt())
                .set(EXPORT.HOLD, export.hold().orElse(null))
                .set(EXPORT.EXPIRES_AT, export.expiresAt())
                .execute();
        if (!chosen.isEmpty()) {
            transactions.sql().insertInto(CHOSEN)
                    .set(CHOSEN.TEAM_ID, export.team())
                    .set(CHOSEN.EXPORT_ID, export.id())
                    .set(CHOSEN.CREATORS, chosen.stream().map(CreatorId::value).toArray(UUID[]::new))
                    .execute();
        }
    }

    @Override
    public Optional<Export> find(ExportId id) {
        return transactions.sql().select(COLUMNS).from(EXPORT).where(own(id)).fetchOptional(JooqExports::export);
    }

    @Override
    public Optional<Export> findByHold(String hold) {
        return transactions.sql().select(COLUMNS).from(EXPORT)
                .where(EXPORT.TEAM_ID.eq(transactions.team()).and(EXPORT.HOLD.eq(hold)))
                .fetchOptional(JooqExports::export);
    }

    @Override
    public List<CreatorId> chosen(ExportId id) {
        return transactions.sql().select(CHOSEN.CREATORS).from(CHOSEN)
                .where(CHOSEN.TEAM_ID.eq(transactions.team()).and(CHOSEN.EXPORT_ID.eq(id)))
                .fetchOptional(CHOSEN.CREATORS)
                .map(ids -> Stream.of(ids).map(CreatorId::new).toList())
                .orElse(List.of());
    }

    @Override
    public Set<ListId> lists() {
        return transactions.sql().selectDistinct(EXPORT.THING_ID).from(EXPORT)
                .where(EXPORT.TEAM_ID.eq(transactions.team()).and(EXPORT.KIND.eq(ExportKind.LIST)))
                .fetchSet(row -> new ListId(row.value1()));
    }

    @Override
    public Page<Export> list(Set<ListId> readable, PageRequest page) {
        Condition shown = EXPORT.KIND.ne(ExportKind.LIST).or(EXPORT.THING_ID.in(readable.stream().map(ListId::value).toList()));
        Condition behind = page.after().map(Position::of)
                .map(after -> row(EXPORT.REQUESTED_AT, EXPORT.ID).lt(after.time(), new ExportId(after.id())))
                .orElseGet(DSL::noCondition);
        List<Export> exports = transactions.sql().select(COLUMNS).from(EXPORT)
                .where(EXPORT.TEAM_ID.eq(transactions.team()).and(shown).and(behind))
                .orderBy(EXPORT.REQUESTED_AT.desc(), EXPORT.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqExports::export);
        return Page.of(exports, page.limit(), export -> new Position(export.requestedAt(), export.id().value()).toString());
    }

    @Override
    public Optional<Taken> take(ExportId id, String file) {
        Optional<Record> before = transactions.sql().select(COLUMNS).from(EXPORT).where(own(id).and(PREPARING)).forUpdate()
                .fetchOptional().map(found -> found);
        before.ifPresent(found -> transactions.sql().update(EXPORT).set(EXPORT.FILE_KEY, file).where(own(id)).execute());
        return before.map(found -> new Taken(export(found), Optional.ofNullable(found.get(EXPORT.FILE_KEY))));
    }

    @Override
    public boolean settle(Export export, String file) {
        Optional<Export.State.Ready> ready = export.state() instanceof Export.State.Ready whole ? Optional.of(whole) : Optional.empty();
        return transactions.sql().update(EXPORT)
                .set(EXPORT.READY_AT, ready.map(Export.State.Ready::at).orElse(null))
                .set(EXPORT.ROW_COUNT, ready.map(Export.State.Ready::rows).orElse(null))
                .set(EXPORT.BYTE_COUNT, ready.map(Export.State.Ready::bytes).orElse(null))
                .set(EXPORT.SHA256, ready.map(Export.State.Ready::sha256).orElse(null))
                .set(EXPORT.FAILURE, export.state() instanceof Export.State.Failed(String reason) ? reason : null)
                .set(EXPORT.EXPIRES_AT, export.expiresAt())
                .where(own(export.id()).and(PREPARING).and(EXPORT.FILE_KEY.eq(file)))
                .execute() == 1;
    }

    @Override
    public Optional<Export> giveUp(ExportId id, String reason) {
        Optional<Export> before = transactions.sql().select(COLUMNS).from(EXPORT).where(own(id).and(PREPARING)).forUpdate()
                .fetchOptional(JooqExports::export);
        before.ifPresent(found -> transactions.sql().update(EXPORT).set(EXPORT.FAILURE, reason).where(own(id)).execute());
        return before;
    }

    @Override
    public Optional<String> findFile(ExportId id) {
        return transactions.sql().select(EXPORT.FILE_KEY).from(EXPORT).where(own(id)).fetchOptional(EXPORT.FILE_KEY);
    }

    @Override
    public boolean remove(ExportId id) {
        return transactions.sql().deleteFrom(EXPORT).where(own(id)).execute() == 1;
    }

    @Override
    public List<Expired> listExpired(Instant now, int most) {
        return acrossTeams.run(sql -> sql.select(EXPORT.TEAM_ID, EXPORT.ID).from(EXPORT)
                .where(EXPORT.EXPIRES_AT.le(now))
                .orderBy(EXPORT.EXPIRES_AT)
                .limit(most)
                .fetch(row -> new Expired(row.value1(), row.value2())));
    }

    private Condition own(ExportId id) {
        return EXPORT.TEAM_ID.eq(transactions.team()).and(EXPORT.ID.eq(id));
    }

    private static Export export(Record row) {
        ExportScope scope = new ExportScope(row.get(EXPORT.KIND), Optional.ofNullable(row.get(EXPORT.THING_ID)),
                Optional.ofNullable(row.get(EXPORT.CHOSEN_COUNT)), Optional.ofNullable(row.get(EXPORT.FROM_AT)),
                Optional.ofNullable(row.get(EXPORT.TO_AT)));
        Optional<Export.State> ready = Optional.ofNullable(row.get(EXPORT.READY_AT)).map(at ->
                new Export.State.Ready(at, row.get(EXPORT.ROW_COUNT), row.get(EXPORT.BYTE_COUNT), row.get(EXPORT.SHA256)));
        Optional<Export.State> failed = Optional.ofNullable(row.get(EXPORT.FAILURE)).map(Export.State.Failed::new);
        return new Export(row.get(EXPORT.ID), row.get(EXPORT.TEAM_ID), scope, row.get(EXPORT.FORMAT), row.get(EXPORT.BYTE_ORDER_MARK),
                List.of(row.get(EXPORT.COLUMNS)), row.get(EXPORT.CREATED_BY), row.get(EXPORT.REQUESTED_AT),
                Optional.ofNullable(row.get(EXPORT.HOLD)), ready.or(() -> failed).orElseGet(Export.State.Preparing::new),
                row.get(EXPORT.EXPIRES_AT));
    }
}
