-- The audit log becomes a chain per team: numbered without gap, each entry carrying the hash of the one before, and a head that
-- remembers the last one, so that whoever edits, removes, inserts or swaps entries later, or cuts off the last ones, is found out.
alter table operations.audit_entry no force row level security;
alter table operations.audit_entry drop constraint audit_entry_pkey;
alter table operations.audit_entry drop constraint audit_entry_team_id_fkey;
alter table operations.audit_entry alter column id drop identity;
alter table operations.audit_entry rename column id to seq;
alter table operations.audit_entry
    alter column at drop default,
    add column subject_type text,
    add column subject_id text,
    add column changes jsonb not null default '[]',
    add column request_id text,
    add column address text,
    add column previous text,
    add column hash text;
comment on column operations.audit_entry.seq is '1, 2, 3 ... in each team';
comment on column operations.audit_entry.changes is '[{field, before, after}] of fields that are neither secret nor personal';
comment on column operations.audit_entry.previous is 'the hash of the entry before; 64 zeros in the first';

create table operations.audit_head (
    team_id uuid not null references identity.team,
    seq bigint not null,
    hash text not null,
    primary key (team_id)
) with (fillfactor = 50);
comment on table operations.audit_head is 'the last entry of each team''s audit log; the last lock that a transaction takes';

-- One part of what is hashed: its length in bytes and its text, so that no two different entries are written alike.
create function operations.audit_part(part text) returns text
language sql immutable
as $$
    select coalesce(octet_length(convert_to(part, 'UTF8')) || ':' || part, '-')
$$;

-- The same is computed by io.tastemaker.domain.operations.AuditEntry, which verifies it.
create function operations.audit_hash(entry operations.audit_entry) returns text
language sql immutable
as $$
    select encode(sha256(convert_to(
        operations.audit_part('1')
        || operations.audit_part(entry.team_id::text)
        || operations.audit_part(entry.seq::text)
        || operations.audit_part((extract(epoch from entry.at) * 1000000)::bigint::text)
        || operations.audit_part(entry.actor)
        || operations.audit_part(entry.action)
        || operations.audit_part(entry.subject_type)
        || operations.audit_part(entry.subject_id)
        || operations.audit_part(entry.request_id)
        || operations.audit_part(entry.address)
        || operations.audit_part(entry.previous)
        || (select coalesce(string_agg(
                operations.audit_part(change ->> 'field') || operations.audit_part(change ->> 'before')
                    || operations.audit_part(change ->> 'after'), '' order by position), '')
              from jsonb_array_elements(entry.changes) with ordinality as list(change, position)), 'UTF8')), 'hex')
$$;

-- What older stores hold is chained in the order in which it was written.
update operations.audit_entry entry
   set seq = numbered.position
  from (select team_id, seq, row_number() over (partition by team_id order by seq) as position from operations.audit_entry) numbered
 where entry.team_id = numbered.team_id and entry.seq = numbered.seq;
alter table operations.audit_entry add primary key (team_id, seq);

do $$
declare
    entry operations.audit_entry;
    last_team uuid;
    last_hash text;
begin
    for entry in select * from operations.audit_entry order by team_id, seq loop
        if last_team is distinct from entry.team_id then
            last_hash := repeat('0', 64);
        end if;
        entry.previous := last_hash;
        entry.hash := operations.audit_hash(entry);
        update operations.audit_entry set previous = entry.previous, hash = entry.hash where team_id = entry.team_id and seq = entry.seq;
        last_team := entry.team_id;
        last_hash := entry.hash;
    end loop;
end
$$;

alter table operations.audit_entry
    alter column previous set not null,
    alter column hash set not null;

alter table identity.team no force row level security;
insert into operations.audit_head (team_id, seq, hash)
select team.team_id, coalesce(last.seq, 0), coalesce(last.hash, repeat('0', 64))
  from identity.team team
  left join lateral (select seq, hash from operations.audit_entry entry where entry.team_id = team.team_id order by seq desc limit 1) last on true;
alter table identity.team force row level security;

-- Not the team itself: its lock may be held by work that waits for the head.
alter table operations.audit_entry add foreign key (team_id) references operations.audit_head;
create index audit_entry_subject on operations.audit_entry (team_id, subject_type, subject_id, seq) where subject_id is not null;
create index audit_entry_actor on operations.audit_entry (team_id, actor, seq);
alter table operations.audit_entry force row level security;

call operations.own_rows_only('operations.audit_head');
create policy platform_chains on operations.audit_head to tastemaker_platform using (true);
grant select, update on operations.audit_head to tastemaker_app;
grant select, insert, update on operations.audit_head to tastemaker_platform;

create function operations.begin_audit_chain() returns trigger
language plpgsql
as $$
begin
    insert into operations.audit_head (team_id, seq, hash) values (new.team_id, 0, repeat('0', 64));
    return null;
end
$$;
create trigger begin_audit_chain after insert on identity.team for each row execute function operations.begin_audit_chain();

-- Whoever inserts says who did what; number, time and hashes are not theirs to say.
create function operations.chain_audit_entry() returns trigger
language plpgsql
as $$
declare
    head operations.audit_head;
begin
    select * into strict head from operations.audit_head where team_id = new.team_id for no key update;
    new.seq := head.seq + 1;
    new.at := clock_timestamp();
    new.previous := head.hash;
    new.hash := operations.audit_hash(new);
    return new;
end
$$;
create trigger chain_audit_entry before insert on operations.audit_entry
    for each row execute function operations.chain_audit_entry();

create function operations.move_audit_head() returns trigger
language plpgsql
as $$
begin
    update operations.audit_head set seq = new.seq, hash = new.hash where team_id = new.team_id;
    return null;
end
$$;
create trigger move_audit_head after insert on operations.audit_entry
    for each row execute function operations.move_audit_head();

create function operations.check_audit_head() returns trigger
language plpgsql
as $$
begin
    if new.seq = old.seq + 1 and exists (select from operations.audit_entry entry
            where entry.team_id = old.team_id and entry.team_id = new.team_id
              and entry.seq = new.seq and entry.previous = old.hash and entry.hash = new.hash) then
        return new;
    end if;
    raise exception 'the head of an audit log moves to the next entry, and nowhere else' using errcode = 'insufficient_privilege';
end
$$;
create trigger check_audit_head before update on operations.audit_head
    for each row execute function operations.check_audit_head();

create function operations.refuse_change() returns trigger
language plpgsql
as $$
begin
    raise exception '% of %: the audit log is only ever added to', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger refuse_change before update or delete on operations.audit_entry
    for each row execute function operations.refuse_change();
create trigger refuse_truncate before truncate on operations.audit_entry
    for each statement execute function operations.refuse_change();
create trigger refuse_change before delete on operations.audit_head
    for each row execute function operations.refuse_change();
create trigger refuse_truncate before truncate on operations.audit_head
    for each statement execute function operations.refuse_change();
