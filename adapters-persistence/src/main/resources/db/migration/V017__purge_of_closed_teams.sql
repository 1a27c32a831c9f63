-- What a closed team leaves is removed by the platform role, which may do so with no other team: the database itself looks whether the
-- team is closed. The team's row stays, without its name, and so does the audit log, which names nobody.
alter table identity.team
    add column purged_at timestamptz,
    add column purged_rows jsonb not null default '{}';
comment on column identity.team.purged_at is 'when the last of what it had was removed';
comment on column identity.team.purged_rows is '{table: how many rows were removed}';
create index team_closed on identity.team (team_id) where deleted_at is not null;
create index team_to_purge on identity.team (deleted_at) where deleted_at is not null and purged_at is null;

create procedure operations.goes_with_its_team(tenant_table regclass)
language plpgsql
as $$
begin
    execute format(
        'create policy closed_team_is_seen on %s for select to tastemaker_platform '
        'using (team_id in (select closed.team_id from identity.team closed where closed.deleted_at is not null))', tenant_table);
    execute format(
        'create policy closed_team_is_purged on %s for delete to tastemaker_platform '
        'using (team_id in (select closed.team_id from identity.team closed where closed.deleted_at is not null))', tenant_table);
    execute format('grant select, delete on %s to tastemaker_platform', tenant_table);
end
$$;
revoke execute on procedure operations.goes_with_its_team(regclass) from public;

do $$
declare
    tenant_table regclass;
begin
    for tenant_table in
        select polrelid::regclass from pg_policy
         where polname = 'own_rows'
           and polrelid not in ('identity.team'::regclass, 'operations.audit_entry'::regclass, 'operations.audit_head'::regclass)
    loop
        call operations.goes_with_its_team(tenant_table);
    end loop;
end
$$;

-- A table that is made from now on goes with its team, too.
create or replace procedure operations.own_rows_only(tenant_table regclass)
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
    execute format('alter table %s alter column team_id set (n_distinct = 20)', tenant_table);
    call operations.goes_with_its_team(tenant_table);
end
$$;

-- Nobody reads the change feed of a closed team, so its purge does not feed it.
create or replace function creators.note_removal() returns trigger
language plpgsql
as $$
begin
    if not exists (select from identity.team closed where closed.team_id = old.team_id and closed.deleted_at is not null) then
        insert into creators.removal (team_id, creator_id, changed_xid, changed_at)
        values (old.team_id, old.id, pg_current_xact_id(), now());
    end if;
    return old;
end
$$;

-- An invitation goes with the person it was sent to, wherever it came from.
grant delete on identity.team_invitation to tastemaker_app;
