-- What a person asked to be handed: one at a time, written piece by piece by a job, handed out for a few days. It goes with the account.
create table identity.data_export (
    export_id uuid not null,
    user_id uuid not null references identity.user_account on delete cascade,
    requested_at timestamptz not null,
    attempt integer not null default 0,
    touched_at timestamptz not null,
    row_count bigint not null default 0,
    byte_count bigint not null default 0,
    ready_at timestamptz,
    failure text,
    expires_at timestamptz not null,
    primary key (export_id),
    check (ready_at is null or failure is null)
);
create unique index data_export_user on identity.data_export (user_id);
create index data_export_old on identity.data_export (expires_at);
comment on column identity.data_export.attempt is 'grows whenever a worker takes it up; whoever holds an older one has lost it';
comment on column identity.data_export.touched_at is 'when it was asked for or last got on; one that stands still for long is given up';

create table identity.data_export_piece (
    export_id uuid not null references identity.data_export on delete cascade,
    number integer not null check (number >= 0),
    content text not null,
    primary key (export_id, number)
);
comment on table identity.data_export_piece is 'the file: its pieces in order. In the database, since another node may hand it out';

-- What was erased, for the certificate.
alter table identity.erasure
    add column erased jsonb not null default '{}',
    add column teams uuid[] not null default '{}';
comment on column identity.erasure.erased is '{table: how many rows were removed}';
comment on column identity.erasure.teams is 'the teams that were closed with the account; their rows say what became of them';
create index erasure_newest on identity.erasure (requested_at desc, id desc);

do $$
declare
    personal text;
begin
    foreach personal in array array['data_export', 'data_export_piece'] loop
        execute format('alter table identity.%I enable row level security', personal);
        execute format('alter table identity.%I force row level security', personal);
        execute format('create policy platform_works on identity.%I to tastemaker_platform using (true)', personal);
        execute format('grant select, insert, update, delete on identity.%I to tastemaker_platform', personal);
    end loop;
end
$$;
