package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.CREATOR;

import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/**
 * Streams the creators of an owner, with the facts that some reader wants, and later what changed. A reader remembers the snapshot of
 * the database that it saw; a change is whatever transactions wrote that this snapshot did not see, so that none is missed or read
 * twice, in whatever order they commit. To be used on one consistent state (a reading transaction).
 */
public final class CreatorFeed {

    /**
     * How far a reader has seen.
     *
     * @param snapshot what the database calls the state it saw
     * @param last the number of the last transaction that wrote something
     * @param at when that was
     */
    public record Seen(String snapshot, long last, Instant at) {

        private Seen with(Record row) {
            Instant time = row.get(AT);
            return new Seen(snapshot, Math.max(last, row.get(TRANSACTION)), at.isAfter(time) ? at : time);
        }
    }

    /**
     * What a reader has not seen.
     *
     * @param changed creators as they are now
     * @param removed creators that are gone
     * @param seen how far the reader has seen with these
     */
    public record Changes(List<Creator> changed, Set<CreatorId> removed, Seen seen) {}

    private static final int ROWS_AT_ONCE = 5_000;

    /** The upper end leaves out what a restored backup brought along from another database, whose transactions counted higher. */
    private static final String UNSEEN = """
            (changed_xid >= pg_snapshot_xmin({0}::pg_snapshot) and changed_xid < pg_snapshot_xmax(pg_current_snapshot())
             and not pg_visible_in_snapshot(changed_xid, {0}::pg_snapshot))""";

    private static final String CHANGED_OWNERS = """
            select known.owner from unnest({0}::uuid[], {1}::text[]) as known(owner, seen)
             where exists (select from creators.creator where team_id = known.owner and %1$s)
                or exists (select from creators.removal where team_id = known.owner and %1$s)
            """.formatted(UNSEEN.replace("{0}", "known.seen"));

    private static final Field<Long> TRANSACTION = DSL.field("changed_xid::text::bigint", Long.class);
    private static final Field<Instant> AT = DSL.field(DSL.name("changed_at"), CREATOR.CHANGED_AT.getDataType());

    private final CreatorRow row;
    private final List<Field<?>> columns;

    /**
     * A feed for readers that want some facts only.
     *
     * @param facts these
     */
    public CreatorFeed(Set<Fact<?>> facts) {
        this.row = new CreatorRow(facts, false);
        this.columns = Stream.concat(row.columns().stream(), Stream.of(TRANSACTION, AT)).toList();
    }

    /**
     * Streams all creators of an owner.
     *
     * @param sql the transaction
     * @param owner whose creators
     * @param reader gets them one by one
     * @return how far the reader has seen now
     */
    public Seen all(DSLContext sql, TeamId owner, Consumer<Creator> reader) {
        sql.execute("set local statement_timeout = '120s'");
        Seen seen = new Seen(snapshot(sql), 0, Instant.EPOCH);
        try (Cursor<Record> cursor = creators(sql).where(CREATOR.TEAM_ID.eq(owner)).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
            for (Record next = cursor.fetchNext(); next != null; next = cursor.fetchNext()) {
                reader.accept(row.read(next));
                seen = seen.with(next);
            }
        }
        return seen;
    }

    /**
     * The owners of whom something changed.
     *
     * @param sql the transaction
     * @param known how far a reader has seen of each
     * @return those of whom there is more
     */
    public static Set<TeamId> changedOwners(DSLContext sql, Map<TeamId, Seen> known) {
        List<TeamId> owners = List.copyOf(known.keySet());
        return sql.fetch(CHANGED_OWNERS,
                        DSL.val(owners.stream().map(TeamId::value).toArray(UUID[]::new)),
                        DSL.val(owners.stream().map(owner -> known.get(owner).snapshot()).toArray(String[]::new)))
                .intoSet(found -> new TeamId(found.get(0, UUID.class)));
    }

    /**
     * What this transaction sees and a reader did not.
     *
     * @param sql the transaction
     * @param owner whose creators
     * @param before how far the reader has seen
     * @return the changes; none when the reader has seen further than this transaction
     */
    public Changes since(DSLContext sql, TeamId owner, Seen before) {
        Condition unseen = DSL.condition(UNSEEN, DSL.val(before.snapshot()));
        Seen seen = new Seen(snapshot(sql), before.last(), before.at());
        List<Creator> changed = new ArrayList<>();
        for (Record next : creators(sql).where(CREATOR.TEAM_ID.eq(owner).and(unseen)).fetch()) {
            changed.add(row.read(next));
            seen = seen.with(next);
        }
        Set<CreatorId> removed = new HashSet<>();
        Field<UUID> creator = DSL.field(DSL.name("creator_id"), UUID.class);
        for (Record next : sql.select(creator, TRANSACTION, AT).from("creators.removal").where("team_id = {0}", DSL.val(owner.value())).and(unseen).fetch()) {
            removed.add(new CreatorId(next.get(creator)));
            seen = seen.with(next);
        }
        changed.forEach(there -> removed.remove(there.id()));
        return new Changes(changed, removed, seen);
    }

    private SelectJoinStep<Record> creators(DSLContext sql) {
        return sql.select(columns).from(CREATOR);
    }

    private static String snapshot(DSLContext sql) {
        return sql.fetchSingle("select pg_current_snapshot()::text").get(0, String.class);
    }
}
