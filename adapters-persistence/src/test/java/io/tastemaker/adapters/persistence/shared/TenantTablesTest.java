package io.tastemaker.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asks the catalogue of the database whether any object of the schema could show one team's rows to another. */
class TenantTablesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    /** Tables without a team: no team's data is in them, and only the platform role reads them, but for the names of a team's members. */
    private static final String WITHOUT_TEAM = "('operations.schedule_slot', 'identity.user_account', 'identity.session', "
            + "'identity.refresh_token', 'identity.mailed_token', 'identity.throttle', 'identity.totp_factor', 'identity.recovery_code', "
            + "'identity.mfa_challenge', 'identity.external_identity', 'identity.oauth_flow', 'operations.secret_sample', 'identity.consent')";

    private static final String TABLES = """
            with own as (
                select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('identity', 'creators', 'matching', 'campaigns', 'operations') and c.relkind in ('r', 'p'))
            """;

    private static final String TENANT = TABLES + ", tenant as (select * from own where name not in " + WITHOUT_TEAM + ") ";

    @Test
    void there_are_tables_to_look_at() {
        assertThat(offenders(TENANT + "select name from tenant")).hasSizeGreaterThan(8).contains("creators.creator");
    }

    @Test
    void every_table_names_its_team_first_in_its_primary_key() {
        assertThat(offenders(TENANT + """
                select name from tenant t where not exists (
                    select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                     where i.indrelid = t.oid and i.indisprimary and a.attname = 'team_id' and a.attnotnull)""")).isEmpty();
    }

    @Test
    void row_level_security_is_on_and_holds_for_the_owner_too() {
        assertThat(offenders(TABLES + "select name from own where not (relrowsecurity and relforcerowsecurity)")).isEmpty();
    }

    @Test
    void the_app_role_has_one_policy_that_reads_and_writes_its_own_rows_only() {
        assertThat(offenders(TENANT + """
                select name from tenant t where not exists (
                    select from pg_policy p
                     where p.polrelid = t.oid and p.polcmd = '*' and p.polroles = array['tastemaker_app'::regrole::oid]
                       and pg_get_expr(p.polqual, p.polrelid) like '%NULLIF(current_setting(''app.team_id''::text, true)%'
                       and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid))""")).isEmpty();
    }

    @Test
    void no_policy_holds_for_everybody_and_none_but_the_catalogues_shows_more_to_the_app_role() {
        assertThat(offenders(TABLES + """
                select o.name || ' ' || p.polname from own o join pg_policy p on p.polrelid = o.oid
                 where p.polroles = array[0::oid]
                    or ('tastemaker_app'::regrole::oid = any (p.polroles) and p.polname <> 'own_rows'
                        and not (o.name = 'identity.user_account' and p.polcmd = 'r'
                                 and pg_get_expr(p.polqual, p.polrelid) like '%identity.membership%app.team_id%')
                        and not (o.name in ('creators.creator', 'creators.removal') and p.polcmd = 'r'
                                 and pg_get_expr(p.polqual, p.polrelid) like '%00000000-0000-0000-0000-000000000001%app.team_id%IS NOT NULL%'))
                """)).isEmpty();
    }

    @Test
    void every_unique_constraint_contains_the_team() {
        assertThat(offenders(TENANT + """
                select t.name || ' ' || i.indexrelid::regclass from tenant t join pg_index i on i.indrelid = t.oid
                 where i.indisunique and not exists (
                    select from pg_attribute a where a.attrelid = t.oid and a.attnum = any (i.indkey) and a.attname = 'team_id')""")).isEmpty();
    }

    @Test
    void every_foreign_key_names_the_team_of_what_it_points_at() {
        assertThat(offenders(TENANT + """
                select t.name || ' ' || f.conname from tenant t join pg_constraint f on f.conrelid = t.oid
                 where f.contype = 'f' and not exists (
                    select from unnest(f.conkey, f.confkey) as pair(here, there)
                      join pg_attribute h on h.attrelid = f.conrelid and h.attnum = pair.here
                      join pg_attribute o on o.attrelid = f.confrelid and o.attnum = pair.there
                     where o.attname = 'team_id' and h.attname in ('team_id', 'creator_team_id'))
                   and f.confrelid <> 'identity.user_account'::regclass""")).isEmpty();
    }

    @Test
    void a_creator_pointed_at_is_the_teams_own_or_the_catalogues() {
        assertThat(offenders(TENANT + """
                select t.name from tenant t join pg_attribute a on a.attrelid = t.oid and a.attname = 'creator_team_id'
                 where not exists (
                    select from pg_constraint k where k.conrelid = t.oid and k.contype = 'c'
                       and pg_get_constraintdef(k.oid) like '%creator_team_id%team_id%00000000-0000-0000-0000-000000000001%')""")).isEmpty();
    }

    @Test
    void there_are_no_views_and_no_functions_that_run_with_the_owners_rights() {
        assertThat(offenders("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('identity', 'creators', 'matching', 'campaigns', 'operations') and c.relkind in ('v', 'm')
                union all
                select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname in ('identity', 'creators', 'matching', 'campaigns', 'operations') and p.prosecdef""")).isEmpty();
    }

    @Test
    void neither_role_may_truncate_or_create_or_belongs_to_those_who_may() {
        assertThat(offenders(TABLES + """
                select r.role || ' truncates ' || o.name from own o cross join (values ('tastemaker_app'), ('tastemaker_platform')) as r(role)
                 where has_table_privilege(r.role, o.oid, 'truncate') or has_table_privilege(r.role, o.oid, 'references')
                union all
                select rolname || ' has rights of its own' from pg_roles
                 where rolname like 'tastemaker\\_%' and rolname <> 'tastemaker_owner' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                union all
                select nspname || ' can be created in' from pg_namespace
                 where nspname in ('identity', 'creators', 'matching', 'campaigns', 'operations', 'public')
                   and (has_schema_privilege('tastemaker_app', oid, 'create') or has_schema_privilege('tastemaker_platform', oid, 'create'))""")).isEmpty();
    }

    @Test
    void an_offender_is_found() {
        DATABASE.asSuperuser("create table operations.leak (id uuid primary key, team_id uuid not null)");
        try {
            assertThat(offenders(TABLES + "select name from own where not (relrowsecurity and relforcerowsecurity)"))
                    .containsExactly("operations.leak");
        } finally {
            DATABASE.asSuperuser("drop table operations.leak");
        }
    }

    private static List<String> offenders(String query) {
        return Database.withConnection(DATABASE.database().platform(), sql -> sql.fetch(query).getValues(0, String.class));
    }
}
