package io.tastemaker.adapters.persistence.shared;

/** A question to the catalogue of the database that names offenders, and an offender that it has to name. */
enum CatalogueCheck {

    OBJECTS_STAND_IN_A_SCHEMA_OF_A_CONTEXT("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname not in (select name from context) and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
               and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relname <> 'flyway_schema_history'""",
            "create table public.leak (id uuid primary key)", "public.leak"),

    EVERYTHING_BELONGS_TO_THE_OWNER("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname in (select name from context) and pg_get_userbyid(c.relowner) <> 'tastemaker_owner'""",
            "alter table campaigns.match owner to tastemaker_app", "campaigns.match"),

    THE_TEAM_COMES_FIRST_IN_EVERY_PRIMARY_KEY("""
            select name from tenant t where not exists (
                select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                 where i.indrelid = t.oid and i.indisprimary and a.attname = 'team_id' and a.attnotnull
                   and a.atttypid = 'uuid'::regtype and not a.atthasdef)""",
            "create table operations.leak (id uuid primary key, team_id uuid not null)", "operations.leak"),

    ROW_LEVEL_SECURITY_IS_ON("select name from own where not relrowsecurity",
            "alter table campaigns.campaign disable row level security", "campaigns.campaign"),

    ROW_LEVEL_SECURITY_HOLDS_FOR_THE_OWNER_TOO("select name from own where not relforcerowsecurity",
            "alter table campaigns.campaign no force row level security", "campaigns.campaign"),

    THE_APP_ROLE_HAS_ONE_POLICY_THAT_READS_AND_WRITES_ITS_OWN_ROWS_ONLY("""
            select name from tenant t where not exists (
                select from pg_policy p
                 where p.polrelid = t.oid and p.polcmd = '*' and p.polroles = array['tastemaker_app'::regrole::oid]
                   and pg_get_expr(p.polqual, p.polrelid) =
                       '(team_id = (NULLIF(current_setting(''app.team_id''::text, true), ''''::text))::uuid)'
                   and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid))""",
            "alter policy own_rows on campaigns.campaign using (team_id = "
                    + "(nullif(current_setting('app.team_id', true), ''))::uuid or true)", "campaigns.campaign"),

    NO_POLICY_HOLDS_FOR_OTHERS_OR_SHOWS_THE_APP_ROLE_MORE("""
            select o.name || ' ' || p.polname from own o join pg_policy p on p.polrelid = o.oid
             where exists (select from unnest(p.polroles) as r(role) where r.role not in
                       ('tastemaker_app'::regrole::oid, 'tastemaker_platform'::regrole::oid))
                or ('tastemaker_app'::regrole::oid = any (p.polroles) and p.polname <> 'own_rows'
                    and not (o.name = 'identity.user_account' and p.polcmd = 'r'
                             and pg_get_expr(p.polqual, p.polrelid) like '%identity.membership%app.team_id%'
                             and pg_get_expr(p.polqual, p.polrelid) not like '% OR %')
                    and not (o.name = 'outreach.suppression' and p.polcmd in ('r', 'a'))
                    and not (o.name in ('creators.creator', 'creators.removal', 'creators.caption_change', 'content.post', 'content.post_analysis', 'content.profile',
                                        'content.profile_day', 'content.source_state', 'outreach.message_template') and p.polcmd = 'r'
                             and pg_get_expr(p.polqual, p.polrelid) = '((team_id = ''00000000-0000-0000-0000-000000000001''::uuid) AND '
                                 || '(NULLIF(current_setting(''app.team_id''::text, true), ''''::text) IS NOT NULL))'))""",
            "create policy leak on campaigns.campaign for select to public using (true)", "campaigns.campaign leak"),

    /** One that does not refuses a row because another team has the like, and tells whoever writes it. */
    EVERY_UNIQUE_INDEX_THAT_THE_APP_ROLE_CAN_RUN_INTO_CONTAINS_THE_TEAM("""
            select t.name || ' ' || i.indexrelid::regclass from tenant t join pg_index i on i.indrelid = t.oid
             where (i.indisunique or i.indisexclusion) and not exists (
                select from pg_attribute a where a.attrelid = t.oid and a.attnum = any (i.indkey) and a.attname = 'team_id')
               and (has_any_column_privilege('tastemaker_app', t.oid, 'insert') or exists (
                select from pg_attribute a where a.attrelid = t.oid and (a.attnum = any (i.indkey) or 0 = any (i.indkey))
                   and a.attnum > 0 and not a.attisdropped and has_column_privilege('tastemaker_app', t.oid, a.attnum, 'update')))""",
            "create unique index leak on campaigns.campaign (name)", "campaigns.campaign campaigns.leak"),

    EVERY_FOREIGN_KEY_NAMES_THE_TEAM_OF_WHAT_IT_POINTS_AT("""
            select t.name || ' ' || f.conname from tenant t join pg_constraint f on f.conrelid = t.oid
             where f.contype = 'f' and not exists (
                select from unnest(f.conkey, f.confkey) as pair(here, there)
                  join pg_attribute h on h.attrelid = f.conrelid and h.attnum = pair.here
                  join pg_attribute o on o.attrelid = f.confrelid and o.attnum = pair.there
                 where o.attname = 'team_id' and h.attname in ('team_id', 'creator_team_id'))
               and f.confrelid <> 'identity.user_account'::regclass""",
            "create unique index one on campaigns.campaign (id); alter table campaigns.match add constraint leak "
                    + "foreign key (campaign_id) references campaigns.campaign (id)", "campaigns.match leak"),

    A_CREATOR_POINTED_AT_IS_THE_TEAMS_OWN_OR_THE_CATALOGUES("""
            select t.name from tenant t join pg_attribute a on a.attrelid = t.oid and a.attname = 'creator_team_id'
             where not exists (
                select from pg_constraint k where k.conrelid = t.oid and k.contype = 'c' and k.convalidated
                   and pg_get_constraintdef(k.oid) like '%creator_team_id%team_id%00000000-0000-0000-0000-000000000001%')""",
            "alter table creators.favorite drop constraint favorite_check", "creators.favorite"),

    CONSTRAINTS_HOLD_FOR_ALL_ROWS("""
            select t.name || ' ' || k.conname from own t join pg_constraint k on k.conrelid = t.oid where not k.convalidated""",
            "alter table campaigns.match add constraint leak check (total < 0) not valid", "campaigns.match leak"),

    NOTHING_SHOWS_ROWS_BESIDES_TABLES("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname in (select name from context) and c.relkind in ('v', 'm', 'f')""",
            "create materialized view campaigns.leak as select * from campaigns.campaign", "campaigns.leak"),

    NO_RULE_REWRITES_A_STATEMENT("""
            select t.name || ' ' || r.rulename from own t join pg_rewrite r on r.ev_class = t.oid""",
            "create rule leak as on update to campaigns.campaign do also nothing", "campaigns.campaign leak"),

    NO_TABLE_INHERITS_FROM_ANOTHER("""
            select t.name from own t join pg_inherits i on i.inhrelid = t.oid""",
            "create table campaigns.leak () inherits (campaigns.campaign)", "campaigns.leak"),

    NO_FUNCTION_RUNS_WITH_OTHER_RIGHTS_OR_SETTINGS("""
            select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
               and (p.prosecdef or p.proleakproof or p.proconfig is not null)""",
            "create function campaigns.leak() returns bigint language sql security definer as 'select count(*) from campaigns.campaign'",
            "campaigns.leak"),

    NO_FUNCTION_SETS_THE_TEAM("""
            select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
               and p.prosrc ~* '(set_config|set\\s+(local\\s+)?app\\.team_id)'""",
            "create function campaigns.leak() returns text language sql as $$ select set_config('app.team_id', '', true) $$",
            "campaigns.leak"),

    NEITHER_ROLE_MAY_TRUNCATE_REFER_OR_ADD_TRIGGERS("""
            select r.role || ' ' || p.privilege || ' ' || o.name from own o
             cross join (values ('tastemaker_app'), ('tastemaker_platform')) as r(role)
             cross join (values ('truncate'), ('references'), ('trigger')) as p(privilege)
             where has_table_privilege(r.role, o.oid, p.privilege)""",
            "grant truncate on campaigns.campaign to tastemaker_app", "tastemaker_app truncate campaigns.campaign"),

    WHAT_A_TEAM_HAS_GOES_WITH_IT("""
            select t.name from tenant t where t.name not in ('identity.team', 'operations.audit_entry', 'operations.audit_head',
                   'wallets.wallet', 'wallets.operation', 'wallets.lot', 'wallets.ledger_entry',
                   'billing.account', 'billing.subscription', 'billing.payment', 'billing.checkout_order', 'billing.trial')
               and not (has_table_privilege('tastemaker_platform', t.oid, 'delete')
                        and exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'closed_team_is_purged'
                             and pg_get_expr(p.polqual, p.polrelid) like '%closed.deleted_at IS NOT NULL%'))""",
            "revoke delete on campaigns.match from tastemaker_platform", "campaigns.match"),

    NOBODY_BUT_THE_TWO_ROLES_HAS_RIGHTS("""
            select n.nspname || '.' || c.relname || ' ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'public')
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             cross join lateral aclexplode(c.relacl) as g
             where n.nspname in (select name from context) and g.grantee not in
                   ('tastemaker_owner'::regrole, 'tastemaker_app'::regrole, 'tastemaker_platform'::regrole)""",
            "grant select on campaigns.campaign to public", "campaigns.campaign public"),

    NOBODY_BUT_THE_TWO_ROLES_HAS_RIGHTS_TO_COLUMNS("""
            select o.name || '.' || a.attname || ' ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'public')
              from own o join pg_attribute a on a.attrelid = o.oid
             cross join lateral aclexplode(a.attacl) as g
             where g.grantee not in ('tastemaker_owner'::regrole, 'tastemaker_app'::regrole, 'tastemaker_platform'::regrole)""",
            "grant select (name) on campaigns.campaign to public", "campaigns.campaign.name public"),

    OF_TABLES_WITHOUT_A_TEAM_THE_APP_ROLE_HAS_NOTHING_BUT_NAMES_OF_PEOPLE_AND_WHO_WANTS_NO_LETTERS("""
            select o.name || '.' || a.attname || ' ' || p.privilege from own o
              join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
             cross join (values ('select'), ('insert'), ('update')) as p(privilege)
             where o.name not in (select name from tenant) and has_column_privilege('tastemaker_app', o.oid, a.attnum, p.privilege)
               and not (o.name = 'identity.user_account' and a.attname in ('user_id', 'email', 'full_name') and p.privilege = 'select')
               and not (o.name = 'outreach.suppression' and p.privilege in ('select', 'insert'))""",
            "grant select (password_hash) on identity.user_account to tastemaker_app", "identity.user_account.password_hash select"),

    THE_APP_ROLE_DELETES_NOTHING_WITHOUT_A_TEAM("""
            select name from own where name not in (select name from tenant) and has_table_privilege('tastemaker_app', oid, 'delete')""",
            "grant delete on identity.session to tastemaker_app", "identity.session"),

    NO_RIGHT_CAN_BE_HANDED_ON("""
            select n.nspname || '.' || c.relname || ' ' || g.grantee::regrole
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             cross join lateral aclexplode(c.relacl) as g
             where n.nspname in (select name from context) and g.is_grantable and g.grantee <> 'tastemaker_owner'::regrole""",
            "grant select on campaigns.campaign to tastemaker_app with grant option", "campaigns.campaign tastemaker_app"),

    NO_RIGHT_IS_GIVEN_BEFOREHAND("select coalesce(defaclnamespace::regnamespace::text, 'everywhere') from pg_default_acl",
            "alter default privileges in schema campaigns grant select on tables to public", "campaigns"),

    SEQUENCES_ARE_NEITHER_READ_NOR_SET("""
            select c.oid::regclass || ' ' || r.role from pg_class c join pg_namespace n on n.oid = c.relnamespace
             cross join (values ('tastemaker_app'), ('tastemaker_platform')) as r(role)
             where n.nspname in (select name from context) and c.relkind = 'S'
               and (has_sequence_privilege(r.role, c.oid, 'select') or has_sequence_privilege(r.role, c.oid, 'update'))""",
            "grant update on sequence operations.call_token to tastemaker_app", "operations.call_token tastemaker_app"),

    NEITHER_ROLE_HAS_RIGHTS_OF_ITS_OWN("""
            select rolname from pg_roles where rolname in ('tastemaker_app', 'tastemaker_platform')
               and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin)""",
            "alter role tastemaker_app bypassrls", "tastemaker_app"),

    NEITHER_ROLE_BELONGS_TO_ANOTHER("""
            select m.member::regrole || ' in ' || m.roleid::regrole from pg_auth_members m
             where m.member in ('tastemaker_app'::regrole, 'tastemaker_platform'::regrole)""",
            "grant pg_read_all_data to tastemaker_app", "tastemaker_app in pg_read_all_data"),

    NEITHER_ROLE_MAY_CREATE("""
            select r.role || ' in ' || nspname from pg_namespace
             cross join (values ('tastemaker_app'), ('tastemaker_platform')) as r(role)
             where (nspname in (select name from context) or nspname = 'public') and has_schema_privilege(r.role, oid, 'create')
            union all
            select r.role || ' in the database' from (values ('tastemaker_app'), ('tastemaker_platform')) as r(role)
             where has_database_privilege(r.role, current_database(), 'create')""",
            "grant create on schema campaigns to tastemaker_app", "tastemaker_app in campaigns"),

    NO_SETTING_COMES_WITH_A_ROLE_OR_THE_DATABASE("""
            select array_to_string(setconfig, ' ') from pg_db_role_setting
             where array_to_string(setconfig, ' ') ~ '(app\\.|row_security|role|search_path)'""",
            "alter role tastemaker_app set app.team_id = '00000000-0000-0000-0000-000000000002'",
            "app.team_id=00000000-0000-0000-0000-000000000002"),

    NOTHING_IS_PUBLISHED("select pubname::text from pg_publication",
            "create publication leak for table campaigns.campaign", "leak");

    /**
     * Tables without a team: no team's data is in them, and only the platform role reads them, but for the names of a team's members, and the
     * hashes of addresses to which no team writes again.
     */
    private static final String WITHOUT_TEAM = "('operations.schedule_slot', 'identity.user_account', 'identity.session', "
            + "'identity.refresh_token', 'identity.mailed_token', 'identity.throttle', 'identity.totp_factor', 'identity.recovery_code', "
            + "'identity.mfa_challenge', 'identity.external_identity', 'identity.oauth_flow', 'identity.consent', 'identity.erasure', "
            + "'identity.data_export', 'identity.data_export_piece', "
            + "'wallets.plan', 'wallets.pricing_rule', 'wallets.ledger_anchor', "
            + "'billing.coupon', 'billing.top_up_pack', 'billing.notice', 'billing.reconciliation', "
            + "'operations.secret_sample', 'outreach.suppression')";

    static final String TERMS = """
            with context(name) as (values ('identity'), ('creators'), ('matching'), ('campaigns'), ('wallets'), ('billing'), ('content'), ('operations'),
                                         ('webhooks'), ('measurement'), ('exports'), ('lists'), ('proposals'), ('briefing'), ('outreach')),
            own as (
                select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in (select name from context) and c.relkind in ('r', 'p')),
            tenant as (select * from own where name not in
            """ + WITHOUT_TEAM + ") ";

    private final String query;
    private final String plant;
    private final String offender;

    CatalogueCheck(String query, String plant, String offender) {
        this.query = query;
        this.plant = plant;
        this.offender = offender;
    }

    String query() {
        return TERMS + query;
    }

    /** A statement of a careless or malicious owner. */
    String plant() {
        return plant;
    }

    String offender() {
        return offender;
    }
}
