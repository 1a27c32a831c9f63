-- The planner takes a team that is not among the largest of a table for one of average size. Beside thousands of small teams that is a
-- handful of rows, and a batch for a team of many is then joined row by row with all rows of the team. This says instead: a team has a
-- twentieth of the table. Too much is harmless, since the keys begin with the team's id and then name the row.
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
end
$$;

do $$
declare
    tenant_table regclass;
begin
    for tenant_table in
        select polrelid::regclass from pg_policy where polname = 'own_rows'
    loop
        execute format('alter table %s alter column team_id set (n_distinct = 20)', tenant_table);
    end loop;
end
$$;
