package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.ClosedTeams;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Finds what closed teams have left by the catalogue of the database: the tables whose primary key begins with the team, and by their
 * foreign keys which of them refer to which. That a team is closed is looked at by the policies of the tables, too.
 */
public final class JooqClosedTeams implements ClosedTeams {

    /**
     * The team itself, of which only the id and the times are left, its audit log, which is never altered and names nobody, and what
     * tells of its credits and its money, which is as little altered as any other account book, but for what somebody wrote into an order.
     */
    private static final Set<String> KEPT = Set.of("identity.team", "operations.audit_entry", "operations.audit_head",
            "wallets.wallet", "wallets.operation", "wallets.lot", "wallets.ledger_entry",
            "billing.account", "billing.subscription", "billing.payment", "billing.checkout_order", "billing.trial");

    /** Stands where somebody had written what an order was for. */
    private static final String NO_TEXT = "Deleted";

    /** Every table of a team, with those that refer to it. */
    private static final String TABLES = """
            with tenant as (
                select c.oid, n.nspname as schema, c.relname as name
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_index i on i.indrelid = c.oid and i.indisprimary
                  join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'team_id'
                 where c.relkind in ('r', 'p')
                   and c.relowner = (select relowner from pg_class where oid = 'identity.team'::regclass))
            select t.schema, t.name,
                   array(select distinct child.schema || '.' || child.name
                           from pg_constraint f join tenant child on child.oid = f.conrelid
                          where f.contype = 'f' and f.confrelid = t.oid and f.conrelid <> f.confrelid) as referring,
                   exists (select from pg_attribute k where k.attrelid = t.oid and k.attname = 'file_key' and not k.attisdropped) as has_files
              from tenant t
             order by 1, 2
            """;

    private static final Field<String> FILE_KEY = field(name("file_key"), String.class);

    private record TeamTable(String schema, String name, Set<String> referring, boolean hasFiles) {
        String fullName() {
            return schema + "." + name;
        }

        Name quoted() {
            return DSL.name(schema, name);
        }
    }

    private final JooqPlatformTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqClosedTeams(JooqPlatformTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public List<TeamId> listUnpurged(Instant before) {
        return transactions.sql().select(TEAM.TEAM_ID).from(TEAM)
                .where(TEAM.DELETED_AT.lt(before).and(TEAM.PURGED_AT.isNull()))
                .orderBy(TEAM.DELETED_AT)
                .limit(100)
                .fetch(TEAM.TEAM_ID);
    }

    @Override
    public List<String> listUploads(TeamId team, Optional<String> after, int most) {
        return acrossTeams.run(sql -> tables(sql).stream()
                .filter(TeamTable::hasFiles)
                .<Select<Record1<String>>>map(kept -> sql.select(FILE_KEY).from(table(kept.quoted()))
                        .where(own(team)).and(FILE_KEY.gt(after.orElse(""))))
                .reduce(Select::unionAll)
                .map(all -> sql.select(FILE_KEY).from(table(all).as("kept")).orderBy(FILE_KEY).limit(most).fetch(FILE_KEY))
                .orElse(List.of()));
    }

    @Override
    public int purge(TeamId team, int most) {
        return acrossTeams.run(sql -> {
            // Another node may be at it: each would take the rows that the other waits for as gone.
            sql.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("purge " + team));
            for (TeamTable table : childrenFirst(tables(sql))) {
                int removed = sql.execute("delete from {0} where {1} and ctid = any (array(select ctid from {0} where {1} limit {2}))",
                        table.quoted(), own(team), inline(most));
                if (removed > 0) {
                    sql.execute("update identity.team set purged_rows = purged_rows || jsonb_build_object({0}, "
                                    + "coalesce((purged_rows ->> {0})::bigint, 0) + {1}) where {2}",
                            inline(table.fullName()), inline(removed), own(team));
                    return removed;
                }
            }
            return 0;
        });
    }

    @Override
    public long complete(TeamId team, Instant now) {
        long rows = transactions.sql().update(TEAM)
                .set(TEAM.NAME, NO_NAME)
                .set(TEAM.PURGED_AT, now)
                .where(TEAM.TEAM_ID.eq(team).and(TEAM.DELETED_AT.isNotNull()))
                .returningResult(field("(select coalesce(sum(value::bigint), 0)::bigint from jsonb_each_text(purged_rows))", Long.class))
                .fetchOptional(row -> row.value1())
                .orElseThrow(() -> new IllegalStateException("a team that is not closed keeps what it has"));
        transactions.sql().execute("update billing.checkout_order set description = {0} where {1} and description <> {0}",
                inline(NO_TEXT), own(team));
        return rows;
    }

    private static List<TeamTable> tables(DSLContext sql) {
        return sql.fetch(TABLES).map(row -> new TeamTable(row.get("schema", String.class), row.get("name", String.class),
                        Set.of(row.get("referring", String[].class)), row.get("has_files", Boolean.class)))
                .stream().filter(table -> !KEPT.contains(table.fullName())).toList();
    }

    private static List<TeamTable> childrenFirst(List<TeamTable> tables) {
        List<TeamTable> ordered = new ArrayList<>();
        Set<TeamTable> left = new LinkedHashSet<>(tables);
        while (!left.isEmpty()) {
            Set<String> names = left.stream().map(TeamTable::fullName).collect(Collectors.toSet());
            Iterator<TeamTable> free = left.stream().filter(table -> table.referring().stream().noneMatch(names::contains)).toList().iterator();
            if (!free.hasNext()) {
                throw new IllegalStateException("these tables refer to each other in a circle: " + names);
            }
            free.forEachRemaining(table -> {
                ordered.add(table);
                left.remove(table);
            });
        }
        return ordered;
    }

    private static Condition own(TeamId team) {
        return field(name("team_id"), TEAM.TEAM_ID.getDataType()).eq(team);
    }
}
