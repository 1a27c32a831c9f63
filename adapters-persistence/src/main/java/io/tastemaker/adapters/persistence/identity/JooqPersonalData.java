package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.API_KEY;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.ERASURE;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.MEMBERSHIP;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.USER_ACCOUNT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.identity.out.ClosedTeams;
import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Finds a person by the catalogue of the database: in every table the columns that hold ids of people ({@code uuid} named
 * {@code …user_id} or {@code …_by}), their labels in the audit log and as creators of things ({@code text}), and their address
 * ({@code …email}). A table of a team that holds what is a person's own names its person in a column {@code holder}.
 */
public final class JooqPersonalData implements PersonalData {

    /** Columns of every table of ours that may hold a person, as the person in {@code personal} is written there. */
    private static final String COLUMNS = """
            select n.nspname as schema, c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
                   exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'team_id' and a.attnum > 0
                       and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and t.attnum = i.indkey[0])) as of_team
              from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
             where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
               and n.nspname in (select nspname from pg_namespace where nspowner = (select relowner from pg_class
                    where oid = 'identity.user_account'::regclass))
               and (a.atttypid = 'uuid'::regtype and a.attname ~ '(^|_)user_id$|_by$'
                    or a.atttypid = 'text'::regtype and a.attname ~ '^(holder|actor|.*_by|.*email)$')
             order by 1, 2, a.attnum
            """;

    /** What nobody is handed, not even its person: it would open what it protects. */
    private static final String SECRET = "(hash|sealed|secret|token|previous|details)";

    /** The audit log is never altered: it names people by ids alone. */
    private static final String AUDIT = "operations.audit_entry";

    private record Place(String schema, String table, boolean ofTeam, List<Column> columns) {
        String name() {
            return schema + "." + table;
        }
    }

    private record Column(String name, boolean isId) {}

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqPersonalData(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public Set<TeamId> teams(UserId user) {
        return acrossTeams.run(sql -> {
            Set<TeamId> teams = new LinkedHashSet<>(sql.select(MEMBERSHIP.TEAM_ID).from(MEMBERSHIP).where(MEMBERSHIP.USER_ID.eq(user))
                    .fetch(MEMBERSHIP.TEAM_ID));
            Field<TeamId> team = field(name("team_id"), MEMBERSHIP.TEAM_ID.getDataType());
            teams.addAll(sql.selectDistinct(team).from(table(name("operations", "audit_entry")))
                    .where(field(name("actor"), String.class).eq(label(user))).fetch(team));
            return Set.copyOf(teams);
        });
    }

    @Override
    public Set<TeamId> ownedWithOthers(UserId user) {
        var others = MEMBERSHIP.as("others");
        return acrossTeams.run(sql -> Set.copyOf(sql.select(MEMBERSHIP.TEAM_ID).from(MEMBERSHIP)
                .join(TEAM).on(TEAM.TEAM_ID.eq(MEMBERSHIP.TEAM_ID).and(TEAM.DELETED_AT.isNull()))
                .where(MEMBERSHIP.USER_ID.eq(user)).and(MEMBERSHIP.ROLE.eq(Role.OWNER))
                .and(exists(selectOne().from(others)
                        .where(others.TEAM_ID.eq(MEMBERSHIP.TEAM_ID)).and(others.USER_ID.ne(user))))
                .fetch(MEMBERSHIP.TEAM_ID)));
    }

    @Override
    public List<Holding> ofAccount(User user) {
        return acrossTeams.run(sql -> {
            List<Holding> found = new ArrayList<>();
            for (Place place : places(sql)) {
                if (!place.ofTeam()) {
                    found.add(holding(sql, place, person(place, user)));
                }
            }
            return nonEmpty(found);
        });
    }

    @Override
    public List<Holding> inTeam(TeamId team, User user) {
        return transactions.reading(team, sql -> {
            List<Holding> found = new ArrayList<>();
            for (Place place : places(sql)) {
                if (place.ofTeam()) {
                    found.add(holding(sql, place, own(team).and(person(place, user))));
                }
            }
            return nonEmpty(found);
        });
    }

    @Override
    public void begin(Erasure erasure) {
        acrossTeams.run(sql -> sql.insertInto(ERASURE, ERASURE.ID, ERASURE.USER_ID, ERASURE.EMAIL_HASH, ERASURE.REQUESTED_AT)
                .values(erasure.id(), erasure.user(), erasure.emailHash(), erasure.requestedAt())
                .onConflict(ERASURE.USER_ID).doNothing()
                .execute());
    }

    @Override
    public List<Erasure> unfinished(Instant before) {
        return acrossTeams.run(sql -> sql
                .select(ERASURE.ID, ERASURE.USER_ID, ERASURE.EMAIL_HASH, ERASURE.REQUESTED_AT, ERASURE.COMPLETED_AT)
                .from(ERASURE)
                .where(ERASURE.COMPLETED_AT.isNull().and(ERASURE.REQUESTED_AT.lt(before)))
                .orderBy(ERASURE.REQUESTED_AT)
                .limit(100)
                .fetch(mapping((id, user, hash, at, done) -> new Erasure(id, user, hash, at, Optional.ofNullable(done)))));
    }

    @Override
    public int forget(TeamId team, User user) {
        return transactions.alone(team, sql -> {
            int removed = 0;
            for (Place place : places(sql)) {
                List<Column> personal = place.columns().stream()
                        .filter(column -> column.name().equals("holder") || column.name().endsWith("email")).toList();
                if (place.ofTeam() && !place.name().equals(AUDIT) && !personal.isEmpty() && mayDelete(sql, place)) {
                    removed += sql.deleteFrom(table(name(place.schema(), place.table())))
                            .where(own(team).and(person(new Place(place.schema(), place.table(), true, personal), user)))
                            .execute();
                }
            }
            return removed;
        });
    }

    @Override
    public int forgetAccount(Erasure erasure, Instant now) {
        return acrossTeams.run(sql -> {
            Set<TeamId> closed = close(sql, erasure.user(), now);
            sql.deleteFrom(API_KEY).where(API_KEY.TEAM_ID.in(closed)).execute(); // a key works without anybody behind it
            int removed = sql.deleteFrom(USER_ACCOUNT).where(USER_ACCOUNT.USER_ID.eq(erasure.user())).execute();
            sql.update(ERASURE).set(ERASURE.COMPLETED_AT, now).where(ERASURE.ID.eq(erasure.id())).execute();
            return removed;
        });
    }

    /** The teams that nobody else is in; the rest of what they have is purged a while later. */
    private static Set<TeamId> close(DSLContext sql, UserId user, Instant now) {
        var others = MEMBERSHIP.as("others");
        return Set.copyOf(sql.update(TEAM)
                .set(TEAM.DELETED_AT, now)
                .set(TEAM.NAME, ClosedTeams.NO_NAME)
                .where(TEAM.DELETED_AT.isNull().and(TEAM.TEAM_ID.ne(TeamId.CATALOGUE)))
                .and(TEAM.TEAM_ID.in(sql.select(MEMBERSHIP.TEAM_ID).from(MEMBERSHIP).where(MEMBERSHIP.USER_ID.eq(user))
                        .and(notExists(selectOne().from(others)
                                .where(others.TEAM_ID.eq(MEMBERSHIP.TEAM_ID)).and(others.USER_ID.ne(user))))))
                .returningResult(TEAM.TEAM_ID)
                .fetch(row -> row.value1()));
    }

    private static List<Place> places(DSLContext sql) {
        Map<String, Place> places = new LinkedHashMap<>();
        sql.fetch(COLUMNS).forEach(row -> places
                .computeIfAbsent(row.get("schema") + "." + row.get("table"), key -> new Place(
                        row.get("schema", String.class), row.get("table", String.class), row.get("of_team", Boolean.class), new ArrayList<>()))
                .columns().add(new Column(row.get("column", String.class), row.get("type", String.class).equals("uuid"))));
        return List.copyOf(places.values());
    }

    private static boolean mayDelete(DSLContext sql, Place place) {
        return sql.select(field("has_table_privilege({0}, 'delete')", Boolean.class, inline(place.name()))).fetchSingle().value1();
    }

    private static Holding holding(DSLContext sql, Place place, Condition person) {
        List<String> rows = sql.select(field(
                        "(select jsonb_object_agg(member.key, member.value) from jsonb_each(to_jsonb(kept)) as member "
                                + "where member.key !~ {0})::text", String.class, inline(SECRET)))
                .from(table(name(place.schema(), place.table())).as("kept"))
                .where(person)
                .limit(MOST_ROWS + 1)
                .fetch(row -> row.value1());
        return new Holding(place.name(), rows.subList(0, Math.min(MOST_ROWS, rows.size())), rows.size() <= MOST_ROWS);
    }

    private static Condition person(Place place, User user) {
        return or(place.columns().stream().map(column -> column.isId()
                ? field(name(column.name()), UUID.class).eq(user.id().value())
                : field(name(column.name()), String.class).in(label(user.id()), user.email().value())).toList());
    }

    private static Condition own(TeamId team) {
        return field(name("team_id"), UUID.class).eq(team.value());
    }

    private static List<Holding> nonEmpty(List<Holding> found) {
        return found.stream().filter(holding -> !holding.rows().isEmpty()).collect(Collectors.toUnmodifiableList());
    }

    /** As {@link io.tastemaker.domain.access.Actor.User#label()} has it. */
    private static String label(UserId user) {
        return "user:" + user;
    }
}
