-- The credits of each team. One statement writes a change: it moves the wallet's row from the version that was decided on to the next,
-- and what it inserts besides comes from that row alone. So no table but the wallet refers to another: a row of a ledger cannot come
-- without its wallet, and looking that up again would cost a lock on every row.

-- What is never removed, not even with its team: it tells what happened to money.
create procedure operations.own_rows_for_good(tenant_table regclass)
language plpgsql
as $$
begin
    call operations.own_rows_only(tenant_table);
    execute format('drop policy closed_team_is_seen on %s', tenant_table);
    execute format('drop policy closed_team_is_purged on %s', tenant_table);
    execute format('revoke select, delete on %s from tastemaker_platform', tenant_table);
end
$$;
revoke execute on procedure operations.own_rows_for_good(regclass) from public;

create table wallets.wallet (
    team_id uuid not null references identity.team,
    version bigint not null default 0,
    seq bigint not null default 0,
    head bytea,
    posted bigint not null default 0,
    held bigint not null default 0,
    debt bigint not null default 0,
    plan_key text,
    plan_version integer,
    next_plan_key text,
    next_plan_version integer,
    owner_zone text not null,
    opened_at timestamptz not null,
    opened_zone text not null,
    due_at timestamptz,
    state jsonb,
    primary key (team_id),
    check (held >= 0),
    check (posted >= held),
    check (debt >= 0)
) with (fillfactor = 50);
alter table wallets.wallet alter column state set storage main;
comment on column wallets.wallet.version is 'counts the commands, and changes of the owner''s zone';
comment on column wallets.wallet.seq is 'the number of the last ledger entry';
comment on column wallets.wallet.head is 'the hash of the last ledger entry; null before the first';
comment on column wallets.wallet.posted is 'what all lots hold, reserved credits included';
comment on column wallets.wallet.due_at is 'when the first lot or hold ends that somebody has to book';
comment on column wallets.wallet.state is 'cycle, lots, holds and counters; null before the first command';
create index wallet_due on wallets.wallet (due_at) where due_at is not null;

create table wallets.operation (
    team_id uuid not null,
    id uuid not null,
    version bigint not null,
    position integer not null,
    key text not null,
    kind text not null,
    command text not null,
    action text,
    units bigint not null,
    credits bigint not null,
    balance bigint not null,
    actor text not null,
    target text,
    about text,
    at timestamptz not null,
    last_seq bigint not null,
    entries integer not null,
    note text,
    answer jsonb not null,
    primary key (team_id, id)
);
create index operation_newest on wallets.operation (team_id, version desc, position desc);
create index operation_about on wallets.operation (team_id, about) where about is not null;
comment on column wallets.operation.id is 'follows from team and key, so that the primary key lets each key happen once';
comment on column wallets.operation.version is 'the version of the wallet on which it was decided, with what else was written then';
comment on column wallets.operation.position is 'its place among those';
comment on column wallets.operation.last_seq is 'its entries are those numbered last_seq - entries + 1 to last_seq';

create table wallets.lot (
    team_id uuid not null,
    source text not null,
    kind text not null,
    scope text[] not null,
    granted bigint not null,
    effective_at timestamptz not null,
    expires_at timestamptz,
    primary key (team_id, source)
);
comment on table wallets.lot is 'grants as they were born; what is left of them stands in the wallet';

create table wallets.ledger_entry (
    team_id uuid not null,
    seq bigint not null,
    operation_id uuid not null,
    at timestamptz not null,
    from_account text not null,
    to_account text not null,
    unit text not null,
    amount bigint not null check (amount > 0),
    lot text,
    period timestamptz,
    actor text not null,
    rule text,
    hash bytea not null,
    primary key (team_id, seq)
);
create index ledger_entry_at on wallets.ledger_entry using brin (at) with (pages_per_range = 32, autosummarize = on);

create table wallets.access (
    team_id uuid not null,
    action text not null,
    target text not null,
    until timestamptz,
    operation_id uuid not null,
    actor text not null,
    since timestamptz not null,
    primary key (team_id, action, target)
);
create index access_newest on wallets.access (team_id, since desc);
create index access_operation on wallets.access (team_id, operation_id);
comment on column wallets.access.until is 'null for good';
comment on table wallets.access is 'what was paid for and may be used again. A refund removes it, and so does the next one for the same when it '
    'has ended; the operations stay';

create table wallets.ledger_anchor (
    number bigint not null,
    at timestamptz not null,
    marks bigint not null,
    previous text not null,
    hash text not null,
    primary key (number)
);
comment on table wallets.ledger_anchor is 'fingerprints of all ledgers; they count only where they were written down outside, too';

call operations.own_rows_for_good('wallets.wallet');
call operations.own_rows_for_good('wallets.operation');
call operations.own_rows_for_good('wallets.lot');
call operations.own_rows_for_good('wallets.ledger_entry');
call operations.own_rows_only('wallets.access');
grant select, update on wallets.wallet to tastemaker_app;
grant select, insert on wallets.operation, wallets.lot, wallets.ledger_entry to tastemaker_app;
grant select, insert, delete on wallets.access to tastemaker_app;

create policy platform_reads on wallets.wallet for select to tastemaker_platform using (true);
create policy platform_opens on wallets.wallet for insert to tastemaker_platform with check (true);
create policy platform_reads on wallets.ledger_entry for select to tastemaker_platform using (true);
grant select, insert on wallets.wallet to tastemaker_platform;
grant select on wallets.ledger_entry to tastemaker_platform;

alter table wallets.ledger_anchor enable row level security;
alter table wallets.ledger_anchor force row level security;
create policy platform_reads on wallets.ledger_anchor for select to tastemaker_platform using (true);
create policy platform_adds on wallets.ledger_anchor for insert to tastemaker_platform with check (true);
grant select, insert on wallets.ledger_anchor to tastemaker_platform;

do $$
declare
    name text;
begin
    foreach name in array array['operation', 'lot', 'ledger_entry', 'ledger_anchor'] loop
        execute format('create trigger refuse_change before update or delete on wallets.%I '
                       'for each row execute function wallets.refuse_change()', name);
        execute format('create trigger refuse_truncate before truncate on wallets.%I '
                       'for each statement execute function wallets.refuse_change()', name);
    end loop;
end
$$;
create trigger refuse_change before delete on wallets.wallet for each row execute function wallets.refuse_change();
create trigger refuse_truncate before truncate on wallets.wallet for each statement execute function wallets.refuse_change();

-- The shared catalogue spends nothing.
create function wallets.open_wallet() returns trigger
language plpgsql
as $$
begin
    insert into wallets.wallet (team_id, owner_zone, opened_at, opened_zone)
    values (new.team_id, new.time_zone, new.created_at, new.time_zone);
    return null;
end
$$;
create trigger open_wallet after insert on identity.team for each row
    when (new.team_id <> '00000000-0000-0000-0000-000000000001')
    execute function wallets.open_wallet();

-- The version moves, so that a decision under the old zone is not written.
create function wallets.follow_zone() returns trigger
language plpgsql
as $$
begin
    update wallets.wallet set owner_zone = new.time_zone, version = version + 1 where team_id = new.team_id;
    return null;
end
$$;
create trigger follow_zone after update of time_zone on identity.team for each row
    when (old.time_zone is distinct from new.time_zone)
    execute function wallets.follow_zone();

alter table identity.team no force row level security;
alter table wallets.wallet no force row level security;
insert into wallets.wallet (team_id, owner_zone, opened_at, opened_zone)
select team_id, time_zone, created_at, time_zone from identity.team where team_id <> '00000000-0000-0000-0000-000000000001';
alter table identity.team force row level security;
alter table wallets.wallet force row level security;
