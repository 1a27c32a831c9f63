-- Who changed what: written in the transaction of the change, never altered.
create table operations.audit_entry (
    team_id uuid not null references identity.team,
    id bigint generated always as identity,
    at timestamptz not null default now(),
    actor text not null,
    action text not null,
    primary key (team_id, id)
);
call operations.own_rows_only('operations.audit_entry');
grant select, insert on operations.audit_entry to tastemaker_app;

create table operations.job (
    team_id uuid not null references identity.team,
    id uuid not null,
    kind text not null,
    created_by text not null,
    input jsonb not null,
    status text not null,
    progress_done bigint not null,
    progress_total bigint,
    checkpoint jsonb not null,
    attempts integer not null,
    failure text,
    cancel_requested boolean not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    not_before timestamptz not null default '-infinity',
    lease_token bigint not null default 0,
    lease_until timestamptz not null default '-infinity',
    primary key (team_id, id)
);
create index job_newest on operations.job (team_id, created_at desc, id desc);
create index job_active on operations.job (team_id, created_at, id) where status in ('queued', 'running');
create index job_poisonous on operations.job (kind) where status in ('queued', 'running') and attempts >= 5;

call operations.own_rows_only('operations.job');
create policy platform_reads on operations.job for select to tastemaker_platform using (true);
create policy platform_works on operations.job for update to tastemaker_platform using (true);
grant select, insert, update on operations.job to tastemaker_app;
grant select, update on operations.job to tastemaker_platform;

create table operations.schedule_slot (
    schedule text not null,
    slot timestamptz not null,
    primary key (schedule, slot)
);
alter table operations.schedule_slot enable row level security;
alter table operations.schedule_slot force row level security;
create policy platform_takes on operations.schedule_slot to tastemaker_platform using (true);
grant select, insert on operations.schedule_slot to tastemaker_platform;

create sequence operations.call_token;
grant usage on sequence operations.call_token to tastemaker_app;

create table operations.idempotent_call (
    team_id uuid not null references identity.team,
    route text not null,
    key text not null,
    fingerprint text not null,
    token bigint not null,
    lease_until timestamptz not null,
    keep_until timestamptz not null,
    status integer,
    headers jsonb,
    body bytea,
    primary key (team_id, route, key)
);
create index idempotent_call_old on operations.idempotent_call (keep_until);

call operations.own_rows_only('operations.idempotent_call');
create policy platform_purges on operations.idempotent_call to tastemaker_platform using (true);
grant select, insert, update, delete on operations.idempotent_call to tastemaker_app;
grant select, delete on operations.idempotent_call to tastemaker_platform;
