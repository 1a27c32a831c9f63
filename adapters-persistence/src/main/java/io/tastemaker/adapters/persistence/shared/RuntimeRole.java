package io.tastemaker.adapters.persistence.shared;

import java.util.List;
import javax.sql.DataSource;

/** Checks that the role which serves the teams cannot get around row-level security. */
final class RuntimeRole {

    /** All but those of the server itself, so that no new one is forgotten. */
    private static final String OURS = "nspname !~ '^(pg_|information_schema$|public$)'";

    private static final String FAULTS = """
            select 'it is a superuser, or may become one' as fault
             where exists (select from pg_roles where rolsuper and pg_has_role(oid, 'member'))
            union all
            select 'it bypasses row-level security, or may become a role that does'
             where exists (select from pg_roles where rolbypassrls and pg_has_role(oid, 'member'))
            union all
            select 'it may create roles'
             where exists (select from pg_roles where rolcreaterole and pg_has_role(oid, 'member'))
            union all
            select 'it works across teams: it is a member of tastemaker_platform'
             where pg_has_role('tastemaker_platform', 'member')
            union all
            select 'it is no member of tastemaker_app'
             where not pg_has_role('tastemaker_app', 'usage')
            union all
            select 'it may create in the database'
             where has_database_privilege(current_database(), 'create')
            union all
            select 'it may create in the schema ' || nspname
              from pg_namespace where %1$s and has_schema_privilege(oid, 'create')
            union all
            select 'it owns ' || n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.%1$s and pg_has_role(c.relowner, 'member')
            union all
            select 'it may truncate ' || n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.%1$s and c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'truncate')
            """.formatted(OURS);

    private RuntimeRole() {}

    static List<String> faults(DataSource dataSource) {
        return Database.withConnection(dataSource, sql -> sql.fetch(FAULTS).getValues(0, String.class));
    }
}
