-- Two roles without login carry every right at run time; the logins of a deployment are members of them (docs/adr/0003).
-- The owner of the tables only migrates.
do $$
declare
    role_name text;
begin
    foreach role_name in array array['tastemaker_app', 'tastemaker_platform'] loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', role_name);
        end if;
    end loop;
    execute format('revoke temporary on database %I from public', current_database());
end
$$;

create schema identity;
create schema creators;
create schema matching;
create schema campaigns;
create schema operations;

grant usage on schema identity, creators, matching, campaigns, operations to tastemaker_app, tastemaker_platform;

-- Hides every row of a table from all but the team that the transaction is bound to.
-- After a transaction the setting is '' rather than null on a recycled connection, hence nullif; unbound means: no rows, no error.
create procedure operations.own_rows_only(tenant_table regclass)
language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
        'create policy own_rows on %s to tastemaker_app '
        'using (team_id = nullif(current_setting(''app.team_id'', true), '''')::uuid) '
        'with check (team_id = nullif(current_setting(''app.team_id'', true), '''')::uuid)',
        tenant_table);
end
$$;
revoke execute on procedure operations.own_rows_only(regclass) from public;

create table identity.team (
    team_id uuid not null,
    name text not null check (char_length(name) between 1 and 100),
    created_at timestamptz not null,
    primary key (team_id)
);
insert into identity.team (team_id, name, created_at)
values ('00000000-0000-0000-0000-000000000001', 'Shared catalogue', timestamptz '2026-01-01 00:00:00Z');

call operations.own_rows_only('identity.team');
create policy platform_reads on identity.team for select to tastemaker_platform using (true);
create policy platform_adds on identity.team for insert to tastemaker_platform with check (true);
grant select on identity.team to tastemaker_app;
grant select, insert on identity.team to tastemaker_platform;

create table identity.api_key (
    team_id uuid not null references identity.team,
    id uuid not null,
    name text not null check (char_length(name) between 1 and 100),
    secret_hash text not null,
    role text not null,
    scopes text[] not null check (cardinality(scopes) > 0),
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    primary key (team_id, id)
);
create index api_key_id on identity.api_key (id);

call operations.own_rows_only('identity.api_key');
create policy platform_reads on identity.api_key for select to tastemaker_platform using (true);
create policy platform_adds on identity.api_key for insert to tastemaker_platform with check (true);
grant select on identity.api_key to tastemaker_app;
grant select, insert on identity.api_key to tastemaker_platform;
