package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.CREATOR;

import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
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

        /**
         * A number for the state that was seen: the last transaction, and how many before it had not ended. Since whoever comes before a
         * transaction that was seen had begun by then, two different states of an owner never have the same number; and who reads
         * everything anew at rest gets the number of who followed the changes.
         *
         * @return the number
         */
        public long sequence() {
            long running = Arrays.stream(snapshot.substring(snapshot.lastIndexOf(':') + 1).split(","))
                    .filter(number -> !number.isEmpty() && Long.parseLong(number) < last).count();
            return Math.multiplyExact(last, MOST_RUNNING) - running;
        }

        private Seen with(Record row) {
            Instant time = row.get(AT);
            return new Seen(snapshot, Math.max(last, row.get(TRANSACTION)), at.isAfter(time) ? at : time);
        }
    }

    /**
     * What a reader has not seen, besides the creators that changed.
     *
     * @param removed creators that are gone
     * @param retold whether captions that the owner holds have changed
     * @param seen how far the reader has seen with these
     */
    public record Changes(Set<CreatorId> removed, boolean retold, Seen seen) {}

    private static final int ROWS_AT_ONCE = 5_000;

    /** More transactions than PostgreSQL runs at a time: 2 to the 18th is the most connections it accepts. */
    private static final long MOST_RUNNING = 1L << 20;

    /** The upper end leaves out what a restored backup brought along from another database, whose transactions counted higher. */
    static final String UNSEEN = """
            (changed_xid >= pg_snapshot_xmin({0}::pg_snapshot) and changed_xid < pg_snapshot_xmax(pg_current_snapshot())
             and not pg_visible_in_snapshot(changed_xid, {0}::pg_snapshot))""";

    private static final String CHANGED_OWNERS = """
            select known.owner from unnest({0}::uuid[], {1}::text[]) as known(owner, seen)
             where exists (select from creators.creator where team_id = known.owner and %1$s)
                or exists (select from creators.removal where team_id = known.owner and %1$s)
                or exists (select from creators.caption_change where team_id = known.owner and %1$s)
            """.formatted(UNSEEN.replace("{0}", "known.seen"));

    private static final String UNSEEN_COUNT = """
            select count(*) from (
                select 1 from creators.creator where team_id = {1} and %1$s
                union all
                select 1 from creators.removal where team_id = {1} and %1$s
                limit {2}) as unseen
            """.formatted(UNSEEN);

    /** What another database counted says nothing about this one. */
    private static final Field<Long> OWN_TRANSACTION = DSL.field("""
            case when changed_xid < (select pg_snapshot_xmax(pg_current_snapshot())) then changed_xid::text::bigint else 0 end""",
            Long.class);
    private static final Field<Long> TRANSACTION = OWN_TRANSACTION.as("transaction");
    private static final Field<Instant> AT = DSL.field(DSL.name("changed_at"), CREATOR.CHANGED_AT.getDataType());

    private final CreatorRow row;
    private final List<Field<?>> columns;
    private final int mostChanges;

    /**
     * A feed for readers that want some facts only.
     *
     * @param facts these
     * @param mostChanges how many changes are handed over one by one, before it is better to begin anew
     */
    public CreatorFeed(Set<Fact<?>> facts, int mostChanges) {
        this.mostChanges = mostChanges;
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
        sql.execute("set local idle_in_transaction_session_timeout = '120s'"); // the reader may be slow between two fetches
        Seen seen = stream(creators(sql).where(CREATOR.TEAM_ID.eq(owner)), new Seen(snapshot(sql), 0, Instant.EPOCH), reader);
        for (String table : List.of("creators.removal", "creators.caption_change")) {
            seen = latest(sql, table, owner, DSL.noCondition()).map(seen::with).orElse(seen);
        }
        return seen;
    }

    private static Optional<? extends Record> latest(DSLContext sql, String table, TeamId owner, Condition wanted) {
        return sql.select(DSL.max(OWN_TRANSACTION).as(TRANSACTION), DSL.max(AT).as(AT))
                .from(table).where("team_id = {0}", DSL.val(owner.value())).and(wanted).having(DSL.count().gt(0)).fetchOptional();
    }

    private Seen stream(ResultQuery<Record> creators, Seen before, Consumer<Creator> reader) {
        Seen seen = before;
        try (Cursor<Record> cursor = creators.fetchSize(ROWS_AT_ONCE).fetchLazy()) {
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
     * @param reader gets the creators that changed one by one, as they are now
     * @return what else there is, nothing when the reader has seen further than this transaction; empty, and nothing was read, when there
     *     are so many changes that it is better to begin anew
     */
    public Optional<Changes> since(DSLContext sql, TeamId owner, Seen before, Consumer<Creator> reader) {
        if (count(sql, owner, before, mostChanges + 1) > mostChanges) {
            return Optional.empty();
        }
        Condition unseen = DSL.condition(UNSEEN, DSL.val(before.snapshot()));
        Set<CreatorId> there = new HashSet<>();
        Seen seen = stream(creators(sql).where(CREATOR.TEAM_ID.eq(owner).and(unseen)), new Seen(snapshot(sql), before.last(), before.at()),
                creator -> {
                    there.add(creator.id());
                    reader.accept(creator);
                });
        Set<CreatorId> removed = new HashSet<>();
        Field<UUID> creator = DSL.field(DSL.name("creator_id"), UUID.class);
        for (Record next : sql.select(creator, TRANSACTION, AT)
                .from("creators.removal").where("team_id = {0}", DSL.val(owner.value())).and(unseen).fetch()) {
            removed.add(new CreatorId(next.get(creator)));
            seen = seen.with(next);
        }
        removed.removeAll(there);
        Optional<? extends Record> retold = latest(sql, "creators.caption_change", owner, unseen);
        return Optional.of(new Changes(removed, retold.isPresent(), retold.map(seen::with).orElse(seen)));
    }

    /**
     * How much a reader has not seen.
     *
     * @param sql the transaction
     * @param owner whose creators
     * @param before how far the reader has seen
     * @param most no more are counted
     * @return the number of creators that changed or are gone
     */
    public static int count(DSLContext sql, TeamId owner, Seen before, int most) {
        return sql.fetchSingle(UNSEEN_COUNT, DSL.val(before.snapshot()), DSL.val(owner.value()), DSL.inline(most)).get(0, Integer.class);
    }

    private SelectJoinStep<Record> creators(DSLContext sql) {
        return sql.select(columns).from(CREATOR);
    }

    static String snapshot(DSLContext sql) {
        return sql.fetchSingle("select pg_current_snapshot()::text").get(0, String.class);
    }
}
