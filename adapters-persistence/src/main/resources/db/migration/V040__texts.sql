-- What creators say is indexed in memory, by the state of the database that the facts in memory are of.
alter table creators.creator add column text_changed_xid xid8;
comment on column creators.creator.text_changed_xid is 'the last transaction to change name, handle or biography; null when none has since it is noted';

create or replace function creators.note_change() returns trigger
language plpgsql
as $$
begin
    new.changed_xid := pg_current_xact_id();
    new.changed_at := now();
    if tg_op = 'INSERT' then
        new.text_changed_xid := pg_current_xact_id();
    elsif (new.name, new.handle, new.biography) is distinct from (old.name, old.handle, old.biography) then
        new.text_changed_xid := pg_current_xact_id();
    end if;
    return new;
end
$$;

create table creators.caption_change (
    team_id uuid not null references identity.team,
    creator_id uuid not null,
    changed_xid xid8 not null,
    changed_at timestamptz not null,
    primary key (team_id, creator_id)
);
comment on table creators.caption_change is 'when the captions of a creator that a team holds were last changed; with the changes and the removals, the change feed';
create index caption_changes on creators.caption_change (team_id, changed_xid);

call operations.own_rows_only('creators.caption_change');
create policy catalogue_for_all on creators.caption_change for select to tastemaker_app
    using (team_id = '00000000-0000-0000-0000-000000000001' and nullif(current_setting('app.team_id', true), '') is not null);
grant select, insert, update on creators.caption_change to tastemaker_app;

create function creators.note_caption() returns trigger
language plpgsql
as $$
begin
    insert into creators.caption_change (team_id, creator_id, changed_xid, changed_at)
    values (new.team_id, new.creator_id, pg_current_xact_id(), now())
    on conflict (team_id, creator_id) do update
       set changed_xid = excluded.changed_xid, changed_at = excluded.changed_at
     where caption_change.changed_xid <> excluded.changed_xid;
    return null;
end
$$;

create trigger note_new_caption after insert on content.post
    for each row when (new.caption <> '') execute function creators.note_caption();

create trigger note_changed_caption after update on content.post
    for each row when (new.caption <> old.caption) execute function creators.note_caption();

create trigger tell_new_caption after insert on creators.caption_change
    referencing new table as changed for each statement execute function creators.tell_change();
create trigger tell_changed_caption after update on creators.caption_change
    referencing new table as changed for each statement execute function creators.tell_change();
