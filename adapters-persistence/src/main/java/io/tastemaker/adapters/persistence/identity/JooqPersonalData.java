package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.API_KEY;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.ERASURE;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.MEMBERSHIP;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.identity.out.ClosedTeams;
import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** Gathers what is kept about a person, and removes it: wherever the catalogue of the database says that a person may stand. */
public final class JooqPersonalData implements PersonalData {

    /** What nobody is handed, not even its person: it would open what it protects. */
    private static final String SECRET = "(hash|sealed|secret|token|previous|details)";

    /** From where somebody else acted is that person's own. A sign-in is shown with it, since it was tried at this person's account. */
    private static final String ANOTHERS = "member.key = 'address' and kept.actor not in ({0}, 'system:sign-in')";

    private static final int ROWS_READ = 200;

    /**
     * The audit log is never altered: it names people by ids alone. So do the books of wallets ({@code wallets.operation},
     * {@code wallets.ledger_entry}) and what was ordered and tried ({@code billing.checkout_order}, {@code billing.trial}), whose rows nobody
     * has the right to delete, and what a team unlocked ({@code wallets.access}), which is the team's whoever did it: its person is handed
     * these rows, and the label or id of a person who is gone leads to nobody.
     */
    private static final String AUDIT = "operations.audit_entry";

    /** What the program made of what people wrote, and keeps for itself. */
    private static final Set<String> DERIVED = Set.of("creators.removal", "creators.caption_change", "matching.stored_ranking", "operations.audit_head",
            "operations.idempotent_call", "operations.outgoing_mail");

    /** By these columns a row is a person's own; other columns say who made it for all. */
    private static final Predicate<String> OWN = column -> column.equals("holder") || column.endsWith("email");

    /** By these a team wrote to somebody whom it need not know. */
    private static final Predicate<String> ADDRESS = column -> column.endsWith("email");

    private static final String ACCOUNT = "identity.user_account";

    private record Row(String json, String position) {}

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqPersonalData(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public Set<TeamId> teams(User user) {
        return acrossTeams.run(sql -> {
            Set<TeamId> teams = new LinkedHashSet<>(sql.select(MEMBERSHIP.TEAM_ID).from(MEMBERSHIP).where(MEMBERSHIP.USER_ID.eq(user.id()))
                    .fetch(MEMBERSHIP.TEAM_ID));
            Field<TeamId> team = field(name("team_id"), MEMBERSHIP.TEAM_ID.getDataType());
            PersonTable.all(sql).stream().filter(PersonTable::ofTeam).map(table -> table.by(ADDRESS)).filter(PersonTable::namesPeople)
                    .forEach(table -> teams.addAll(sql.selectDistinct(team).from(table.rows()).where(table.namesPerson(user)).fetch(team)));
            teams.addAll(sql.selectDistinct(team).from(table(name("operations", "audit_entry")))
                    .where(field(name("actor"), String.class).eq(PersonTable.label(user.id()))).fetch(team));
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
    public List<Place> places(User user) {
        List<PersonTable> tables = acrossTeams.run(PersonTable::all);
        Set<TeamId> alone = acrossTeams.run(sql -> alone(sql, user.id()));
        Stream<Place> outside = tables.stream().filter(found -> !found.ofTeam() && found.namesPeople())
                .map(found -> new Place(Optional.empty(), found.fullName()));
        Stream<Place> inTeams = teams(user).stream().sorted(Comparator.comparing(TeamId::value))
                .flatMap(team -> tables.stream()
                        .filter(PersonTable::ofTeam)
                        .filter(found -> found.namesPeople() || alone.contains(team) && !DERIVED.contains(found.fullName()))
                        .map(found -> new Place(Optional.of(team), found.fullName())));
        return Stream.concat(outside, inTeams).toList();
    }

    @Override
    public Page<String> read(Place place, User user, Optional<String> after) {
        return place.team()
                .map(team -> {
                    boolean whole = acrossTeams.run(sql -> alone(sql, user.id())).contains(team) && !DERIVED.contains(place.table());
                    return transactions.reading(team, sql -> {
                        PersonTable table = named(sql, place);
                        return read(sql, table, user, whole ? own(team) : own(team).and(table.namesPerson(user)), after);
                    });
                })
                .orElseGet(() -> acrossTeams.run(sql -> read(sql, named(sql, place), user, named(sql, place).namesPerson(user), after)));
    }

    private static PersonTable named(DSLContext sql, Place place) {
        return PersonTable.all(sql).stream().filter(found -> found.fullName().equals(place.table()) && found.ofTeam() == place.team().isPresent())
                .findFirst().orElseThrow(() -> new IllegalArgumentException("no table of people: " + place));
    }

    /** Each page is a statement of its own, in the order of the primary key, so that neither memory nor a transaction grows with the rows. */
    private static Page<String> read(DSLContext sql, PersonTable table, User user, Condition wanted, Optional<String> after) {
        String keys = String.join(", ", table.keys());
        String position = table.keys().stream().map(key -> key + "::text").collect(Collectors.joining(", ", "jsonb_build_array(", ")::text"));
        String last = IntStream.range(0, table.keys().size()).mapToObj(at -> "({0}::jsonb ->> " + at + ")::" + table.types().get(at))
                .collect(Collectors.joining(", "));
        Condition onwards = after.map(end -> DSL.condition("(" + keys + ") > (" + last + ")", inline(end))).orElse(noCondition());
        Condition shown = DSL.condition("member.key !~ {0}", inline(SECRET))
                .andNot(table.fullName().equals(AUDIT) ? DSL.condition(ANOTHERS, inline(PersonTable.label(user.id()))) : falseCondition());
        List<Row> rows = sql.select(
                        field("(select jsonb_object_agg(member.key, member.value) from jsonb_each(to_jsonb(kept)) as member "
                                + "where {0})::text", String.class, shown),
                        field(position, String.class))
                .from(table.rows().as("kept"))
                .where(wanted).and(onwards)
                .orderBy(table.keys().stream().map(DSL::field).toList())
                .limit(ROWS_READ + 1)
                .fetch(found -> new Row(found.value1(), found.value2()));
        return Page.of(rows, ROWS_READ, Row::position).map(Row::json);
    }

    @Override
    public Erasure begin(Erasure erasure) {
        return acrossTeams.run(sql -> {
            sql.insertInto(ERASURE, ERASURE.ID, ERASURE.USER_ID, ERASURE.EMAIL_HASH, ERASURE.REQUESTED_AT)
                    .values(erasure.id(), erasure.user(), erasure.emailHash(), erasure.requestedAt())
                    .onConflict(ERASURE.USER_ID).doNothing()
                    .execute();
            return erasures(sql, ERASURE.USER_ID.eq(erasure.user()), 1).getFirst();
        });
    }

    @Override
    public List<Erasure> unfinished(Instant before) {
        return acrossTeams.run(sql -> erasures(sql, ERASURE.COMPLETED_AT.isNull().and(ERASURE.REQUESTED_AT.lt(before)), 100)).reversed();
    }

    @Override
    public Optional<Erasure> findErasure(UUID id) {
        return acrossTeams.run(sql -> erasures(sql, ERASURE.ID.eq(id), 1)).stream().findFirst();
    }

    @Override
    public Page<Erasure> listErasures(PageRequest page) {
        Condition onwards = page.after().map(Position::of).<Condition>map(after ->
                row(ERASURE.REQUESTED_AT, ERASURE.ID).lt(after.time(), after.id())).orElse(noCondition());
        List<Erasure> found = acrossTeams.run(sql -> erasures(sql, onwards, page.limit() + 1));
        return Page.of(found, page.limit(), last -> new Position(last.requestedAt(), last.id()).toString());
    }

    /** The newest first. */
    private static List<Erasure> erasures(DSLContext sql, Condition wanted, int most) {
        return sql.select(ERASURE.ID, ERASURE.USER_ID, ERASURE.EMAIL_HASH, ERASURE.REQUESTED_AT, ERASURE.COMPLETED_AT, ERASURE.ERASED, ERASURE.TEAMS)
                .from(ERASURE)
                .where(wanted)
                .orderBy(ERASURE.REQUESTED_AT.desc(), ERASURE.ID.desc())
                .limit(most)
                .fetch()
                .map(found -> new Erasure(found.get(ERASURE.ID), found.get(ERASURE.USER_ID), found.get(ERASURE.EMAIL_HASH),
                        found.get(ERASURE.REQUESTED_AT), Optional.ofNullable(found.get(ERASURE.COMPLETED_AT)),
                        counts(found.get(ERASURE.ERASED)), closed(sql, found.get(ERASURE.TEAMS))));
    }

    private static List<ClosedTeam> closed(DSLContext sql, UUID[] teams) {
        return sql.select(TEAM.TEAM_ID, TEAM.PURGED_AT, TEAM.PURGED_ROWS).from(TEAM)
                .where(TEAM.TEAM_ID.in(Stream.of(teams).map(TeamId::new).toList()))
                .orderBy(TEAM.TEAM_ID)
                .fetch(found -> new ClosedTeam(found.value1(), Optional.ofNullable(found.value2()), counts(found.value3())));
    }

    private static Map<String, Long> counts(JSONB column) {
        return Json.read(column).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, count -> Long.valueOf(count.getValue())));
    }

    @Override
    public int forget(Erasure erasure, TeamId team, User user) {
        Map<String, Integer> removed = transactions.alone(team, sql -> {
            Map<String, Integer> counts = new LinkedHashMap<>();
            PersonTable.all(sql).stream().filter(table -> table.ofTeam() && !table.fullName().equals(AUDIT) && table.isErasable(sql))
                    .map(table -> table.by(OWN))
                    .filter(PersonTable::namesPeople)
                    .forEach(table -> counts.put(table.fullName(), sql.deleteFrom(table.rows()).where(own(team).and(table.namesPerson(user))).execute()));
            return counts;
        });
        acrossTeams.run(sql -> count(sql, erasure, removed));
        return removed.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public int forgetAccount(Erasure erasure, User user, Instant now) {
        return acrossTeams.run(sql -> {
            if (isCompleted(sql, erasure)) {
                return 0; // asked for twice at once: the later one must not write over what the first noted
            }
            holdStill(sql, user.id());
            Set<TeamId> closed = close(sql, user.id(), now);
            sql.deleteFrom(API_KEY).where(API_KEY.TEAM_ID.in(closed)).execute(); // a key works without anybody behind it
            Map<String, Integer> removed = new LinkedHashMap<>();
            List<TeamId> owned = owned(sql, user.id());
            removed.put("identity.membership", sql.deleteFrom(MEMBERSHIP).where(MEMBERSHIP.USER_ID.eq(user.id())).execute());
            List<PersonTable> accountLast = new ArrayList<>(PersonTable.all(sql));
            accountLast.sort(Comparator.comparing(table -> table.fullName().equals(ACCOUNT)));
            accountLast.stream().filter(table -> !table.ofTeam() && table.isErasable(sql))
                    .map(table -> table.by(OWN.or("user_id"::equals)))
                    .filter(PersonTable::namesPeople)
                    .forEach(table -> removed.put(table.fullName(), sql.deleteFrom(table.rows()).where(table.namesPerson(user)).execute()));
            sql.update(ERASURE)
                    .set(ERASURE.COMPLETED_AT, now)
                    .set(ERASURE.TEAMS, closed.stream().map(TeamId::value).toArray(UUID[]::new))
                    .where(ERASURE.ID.eq(erasure.id()))
                    .execute();
            count(sql, erasure, removed);
            owned.forEach(team -> handOver(sql, team)); // at the end, since nothing may be locked after the head of an audit log
            return removed.values().stream().mapToInt(Integer::intValue).sum();
        });
    }

    private static boolean isCompleted(DSLContext sql, Erasure erasure) {
        return sql.select(ERASURE.COMPLETED_AT).from(ERASURE).where(ERASURE.ID.eq(erasure.id())).forUpdate()
                .fetchOptional(ERASURE.COMPLETED_AT).isPresent();
    }

    /** Nobody joins or leaves the person's teams, or becomes another there, until the account is gone. */
    private static void holdStill(DSLContext sql, UserId user) {
        var own = select(MEMBERSHIP.TEAM_ID).from(MEMBERSHIP).where(MEMBERSHIP.USER_ID.eq(user));
        sql.select(TEAM.TEAM_ID).from(TEAM).where(TEAM.TEAM_ID.in(own)).orderBy(TEAM.TEAM_ID).forUpdate().fetch();
        sql.select(MEMBERSHIP.TEAM_ID).from(MEMBERSHIP).where(MEMBERSHIP.TEAM_ID.in(own))
                .orderBy(MEMBERSHIP.TEAM_ID, MEMBERSHIP.USER_ID).forUpdate().fetch();
    }

    private static List<TeamId> owned(DSLContext sql, UserId user) {
        return sql.select(MEMBERSHIP.TEAM_ID).from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(user)).and(MEMBERSHIP.ROLE.eq(Role.OWNER))
                .orderBy(MEMBERSHIP.TEAM_ID)
                .fetch(MEMBERSHIP.TEAM_ID);
    }

    /** A team that others joined after the erasure was begun gets the foremost of them as its owner. */
    private void handOver(DSLContext sql, TeamId team) {
        sql.select(MEMBERSHIP.USER_ID, MEMBERSHIP.ROLE).from(MEMBERSHIP).where(MEMBERSHIP.TEAM_ID.eq(team))
                .orderBy(MEMBERSHIP.ROLE.sortAsc(Role.ADMIN, Role.MANAGER, Role.MEMBER), MEMBERSHIP.JOINED_AT, MEMBERSHIP.USER_ID)
                .limit(1)
                .fetchOptional()
                .ifPresent(heir -> promote(sql, team, heir.value1(), heir.value2()));
    }

    private void promote(DSLContext sql, TeamId team, UserId heir, Role before) {
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.ROLE, Role.OWNER)
                .set(MEMBERSHIP.VERSION, MEMBERSHIP.VERSION.plus(1))
                .where(MEMBERSHIP.TEAM_ID.eq(team).and(MEMBERSHIP.USER_ID.eq(heir)))
                .execute();
        transactions.note(sql, new Actor.System("erasures", team), "member.change", Subject.of("member", heir),
                Traits.NONE.with("role", before).changesTo(Traits.NONE.with("role", Role.OWNER)));
    }

    /** The teams that nobody else is in; the rest of what they have is purged a while later. */
    private static Set<TeamId> close(DSLContext sql, UserId user, Instant now) {
        return Set.copyOf(sql.update(TEAM)
                .set(TEAM.DELETED_AT, now)
                .set(TEAM.NAME, ClosedTeams.NO_NAME)
                .where(TEAM.DELETED_AT.isNull().and(TEAM.TEAM_ID.in(alone(sql, user))))
                .returningResult(TEAM.TEAM_ID)
                .fetch(closed -> closed.value1()));
    }

    /** The teams that nobody else is in; never the catalogue, which belongs to all. */
    private static Set<TeamId> alone(DSLContext sql, UserId user) {
        var others = MEMBERSHIP.as("others");
        return Set.copyOf(sql.select(MEMBERSHIP.TEAM_ID).from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(user)).and(MEMBERSHIP.TEAM_ID.ne(TeamId.CATALOGUE))
                .and(notExists(selectOne().from(others)
                        .where(others.TEAM_ID.eq(MEMBERSHIP.TEAM_ID)).and(others.USER_ID.ne(user))))
                .fetch(MEMBERSHIP.TEAM_ID));
    }

    private static int count(DSLContext sql, Erasure erasure, Map<String, Integer> removed) {
        removed.values().removeIf(count -> count == 0);
        removed.forEach((table, count) -> sql.execute(
                "update identity.erasure set erased = erased || jsonb_build_object({0}, coalesce((erased ->> {0})::bigint, 0) + {1}) where id = {2}",
                inline(table), inline(count), inline(erasure.id())));
        return removed.size();
    }

    private static Condition own(TeamId team) {
        return field(name("team_id"), UUID.class).eq(team.value());
    }
}
