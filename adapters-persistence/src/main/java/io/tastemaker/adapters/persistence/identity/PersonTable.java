package io.tastemaker.adapters.persistence.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.table;

import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A table in which a person may stand, as the catalogue of the database tells: by the columns that hold ids of people ({@code uuid} named
 * {@code …user_id} or {@code …_by}), their labels in the audit log and as creators of things ({@code text}), and their address
 * ({@code …email}); and in the audit log as what an entry is about. A table of a team that holds what is a person's own names its person
 * in a column {@code holder}. What a team holds that nobody else is in was brought by the person, whatever its columns are named.
 */
record PersonTable(String schema, String name, List<String> ids, List<String> texts, List<String> keys, List<String> types) {

    /** Every table of ours: which columns may hold a person, and by which it is read page by page. */
    private static final String TABLES = """
            select n.nspname as schema, c.relname as name,
                   array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                       and a.atttypid = 'uuid'::regtype and a.attname ~ '(^|_)user_id$|_by$' order by a.attnum) as ids,
                   array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                       and a.atttypid = 'text'::regtype and a.attname ~ '^(holder|actor|subject_id|.*_by|.*email)$'
                       order by a.attnum) as texts,
                   array(select quote_ident(a.attname) from unnest(i.indkey::int2[]) with ordinality as k(attnum, position)
                       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.position) as keys,
                   array(select format_type(a.atttypid, null) from unnest(i.indkey::int2[]) with ordinality as k(attnum, position)
                       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.position) as types
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_index i on i.indrelid = c.oid and i.indisprimary
             where c.relkind in ('r', 'p') and n.nspname <> 'public'
               and c.relowner = (select relowner from pg_class where oid = 'identity.user_account'::regclass)
             order by 1, 2
            """;

    /** Every table of ours. */
    static List<PersonTable> all(DSLContext sql) {
        return sql.fetch(TABLES).map(found -> new PersonTable(found.get("schema", String.class), found.get("name", String.class),
                texts(found, "ids"), texts(found, "texts"), texts(found, "keys"), texts(found, "types")));
    }

    private static List<String> texts(Record found, String column) {
        return List.of(found.get(column, String[].class));
    }

    /** Whether the role that asks may delete rows of it. */
    boolean isErasable(DSLContext sql) {
        return sql.select(field("has_table_privilege({0}, 'delete')", Boolean.class, inline(fullName()))).fetchSingle().value1();
    }

    String fullName() {
        return schema + "." + name;
    }

    boolean ofTeam() {
        return keys.getFirst().equals("team_id");
    }

    Table<Record> rows() {
        return table(DSL.name(schema, name));
    }

    /** The same, found only by some columns. */
    PersonTable by(Predicate<String> column) {
        return new PersonTable(schema, name, ids.stream().filter(column).toList(), texts.stream().filter(column).toList(), keys, types);
    }

    boolean namesPeople() {
        return !ids.isEmpty() || !texts.isEmpty();
    }

    /** The rows in which a person stands. */
    Condition namesPerson(User user) {
        Stream<Condition> byId = ids.stream().map(column -> field(DSL.name(column), UUID.class).eq(user.id().value()));
        Stream<Condition> byText = texts.stream()
                .map(column -> field(DSL.name(column), String.class).in(label(user.id()), user.email().value(), user.id().toString()));
        return or(Stream.concat(byId, byText).toList());
    }

    /** As {@link io.tastemaker.domain.access.Actor.User#label()} has it. */
    static String label(UserId user) {
        return "user:" + user;
    }
}
