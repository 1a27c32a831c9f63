-- Where a team's events are sent, and what became of each. An event is kept only when somebody listens: it is written together with one
-- delivery for each endpoint that does, in the transaction that made it true. So a team without endpoints pays for one look at an index.
create table webhooks.endpoint (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null,
    url text not null,
    description text not null,
    kinds text[] not null,
    wallet_low_below bigint check (wallet_low_below > 0),
    enabled boolean not null,
    disabled_reason text,
    disabled_at timestamptz,
    sealed_secret bytea not null,
    old_sealed_secret bytea,
    old_secret_until timestamptz,
    created_at timestamptz not null,
    failures integer not null default 0,
    failing_since timestamptz,
    quiet_until timestamptz not null default '-infinity',
    primary key (team_id, id),
    check (enabled = (disabled_reason is null)),
    check ((disabled_reason is null) = (disabled_at is null)),
    check ((old_sealed_secret is null) = (old_secret_until is null)),
    check ((failures = 0) = (failing_since is null))
);
comment on column webhooks.endpoint.kinds is 'what it listens to; empty for everything';
comment on column webhooks.endpoint.sealed_secret is 'signs its events; encrypted for this endpoint alone';
comment on column webhooks.endpoint.old_sealed_secret is 'signs too, until old_secret_until';
comment on column webhooks.endpoint.failures is 'how often it failed since it last took something';
comment on column webhooks.endpoint.quiet_until is 'nothing is sent to it before: it failed often in a row';
create index endpoint_newest on webhooks.endpoint (team_id, created_at desc, id desc);

create table webhooks.delivery (
    team_id uuid not null,
    endpoint_id uuid not null,
    event_id uuid not null,
    state text not null check (state in ('pending', 'delivered', 'dead')),
    told_at timestamptz not null,
    begun_at timestamptz not null,
    tries integer not null default 0,
    attempts integer not null default 0,
    due_at timestamptz not null,
    lease_token bigint not null default 0,
    lease_until timestamptz not null default '-infinity',
    settled_at timestamptz,
    primary key (team_id, endpoint_id, event_id),
    foreign key (team_id, endpoint_id) references webhooks.endpoint on delete cascade,
    foreign key (team_id, event_id) references webhooks.event on delete cascade,
    check ((state = 'pending') = (settled_at is null))
) with (fillfactor = 70);
comment on column webhooks.delivery.begun_at is 'when it was told or last sent again by hand; its attempts are counted from there';
comment on column webhooks.delivery.tries is 'attempts since then';
comment on column webhooks.delivery.attempts is 'all attempts';
create index delivery_due on webhooks.delivery (team_id, endpoint_id, greatest(due_at, lease_until), event_id) where state = 'pending';
create index delivery_in_hands on webhooks.delivery (team_id, endpoint_id, lease_until) where state = 'pending';
create index delivery_newest on webhooks.delivery (team_id, endpoint_id, told_at desc, event_id desc);
create index delivery_event on webhooks.delivery (team_id, event_id);

create table webhooks.attempt (
    team_id uuid not null,
    endpoint_id uuid not null,
    event_id uuid not null,
    number integer not null,
    at timestamptz not null,
    millis bigint not null,
    status integer,
    fault text,
    primary key (team_id, endpoint_id, event_id, number),
    foreign key (team_id, endpoint_id, event_id) references webhooks.delivery on delete cascade,
    check ((status is null) <> (fault is null))
);
comment on column webhooks.attempt.fault is 'why there was no answer, without anything that was sent';

create table webhooks.wallet_place (
    team_id uuid not null references identity.team,
    version bigint not null,
    balance bigint not null,
    primary key (team_id)
);
comment on table webhooks.wallet_place is 'up to which version of its wallet a team that has endpoints was told, and the free credits there';

call operations.own_rows_only('webhooks.endpoint');
call operations.own_rows_only('webhooks.delivery');
call operations.own_rows_only('webhooks.attempt');
call operations.own_rows_only('webhooks.wallet_place');
grant select, insert, update, delete on webhooks.endpoint to tastemaker_app;
grant select, insert, update on webhooks.delivery to tastemaker_app;
grant select on webhooks.attempt to tastemaker_app;
grant select, insert, delete on webhooks.wallet_place to tastemaker_app;

create policy platform_reads on webhooks.endpoint for select to tastemaker_platform using (true);
create policy platform_counts on webhooks.endpoint for update to tastemaker_platform using (true);
grant update (failures, failing_since, quiet_until) on webhooks.endpoint to tastemaker_platform;
create policy platform_works on webhooks.event to tastemaker_platform using (true);
grant select, insert, delete on webhooks.event to tastemaker_platform;
create policy platform_works on webhooks.delivery to tastemaker_platform using (true);
grant select, insert, update on webhooks.delivery to tastemaker_platform;
create policy platform_notes on webhooks.attempt for insert to tastemaker_platform with check (true);
grant insert on webhooks.attempt to tastemaker_platform;
create policy platform_works on webhooks.wallet_place to tastemaker_platform using (true);
grant select, update on webhooks.wallet_place to tastemaker_platform;

-- Old events are dropped over all teams.
drop index webhooks.event_oldest;
create index event_oldest on webhooks.event (at);

-- Endings of jobs, in the transaction that ends them, until somebody was told. A job that is repeated ends again.
create table operations.job_ending (
    team_id uuid not null,
    id uuid not null,
    job_id uuid not null,
    kind text not null,
    status text not null,
    at timestamptz not null,
    number bigint generated always as identity,
    primary key (team_id, id),
    foreign key (team_id, job_id) references operations.job on delete cascade
);
create index job_ending_number on operations.job_ending (number);
create index job_ending_job on operations.job_ending (team_id, job_id);
call operations.own_rows_only('operations.job_ending');
grant select, insert on operations.job_ending to tastemaker_app;
create policy platform_works on operations.job_ending to tastemaker_platform using (true);
grant select, insert, delete on operations.job_ending to tastemaker_platform;

create function operations.note_ending() returns trigger
language plpgsql
as $$
begin
    insert into operations.job_ending (team_id, id, job_id, kind, status, at)
    values (new.team_id, gen_random_uuid(), new.id, new.kind, new.status, coalesce(new.finished_at, now()));
    return null;
end
$$;
create trigger note_ending after update of status on operations.job for each row
    when (new.status in ('succeeded', 'failed', 'canceled') and old.status is distinct from new.status)
    execute function operations.note_ending();
