create table creators.creator (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    platform text not null,
    handle text not null,
    handle_kind text not null,
    name text,
    biography text,
    followers bigint,
    posts_count bigint,
    total_views bigint,
    average_views bigint,
    average_likes bigint,
    average_comments bigint,
    average_shares bigint,
    average_engagements bigint,
    engagement_rate integer,
    categories text[],
    location text,
    languages text[],
    audience_location text,
    verified boolean,
    last_post_on date,
    email text,
    website text,
    avatar_url text,
    observed jsonb not null,
    raw jsonb not null,
    changed_xid xid8 not null,
    changed_at timestamptz not null,
    primary key (team_id, id),
    unique (team_id, platform, handle)
);
comment on column creators.creator.engagement_rate is 'as a source declares it, in millionths';
comment on column creators.creator.observed is 'where the facts come from: [{kind, source, at, facts: [code]}]';
comment on column creators.creator.raw is 'columns of the source that no fact is made of, as text';
comment on column creators.creator.changed_xid is 'the transaction of the last change; with the removals, the change feed for snapshots in memory';

create index creator_changes on creators.creator (team_id, changed_xid);

call operations.own_rows_only('creators.creator');
create policy catalogue_for_all on creators.creator for select to tastemaker_app
    using (team_id = '00000000-0000-0000-0000-000000000001' and nullif(current_setting('app.team_id', true), '') is not null);
grant select, insert, update, delete on creators.creator to tastemaker_app;

create table creators.removal (
    team_id uuid not null references identity.team,
    creator_id uuid not null,
    changed_xid xid8 not null,
    changed_at timestamptz not null,
    primary key (team_id, changed_xid, creator_id)
);

call operations.own_rows_only('creators.removal');
create policy catalogue_for_all on creators.removal for select to tastemaker_app
    using (team_id = '00000000-0000-0000-0000-000000000001' and nullif(current_setting('app.team_id', true), '') is not null);
grant select, insert on creators.removal to tastemaker_app;

create function creators.note_change() returns trigger
language plpgsql
as $$
begin
    new.changed_xid := pg_current_xact_id();
    new.changed_at := now();
    return new;
end
$$;

create trigger note_change before insert or update on creators.creator
    for each row execute function creators.note_change();

create function creators.note_removal() returns trigger
language plpgsql
as $$
begin
    insert into creators.removal (team_id, creator_id, changed_xid, changed_at)
    values (old.team_id, old.id, pg_current_xact_id(), now());
    return old;
end
$$;

create trigger note_removal after delete on creators.creator
    for each row execute function creators.note_removal();

create table creators.favorite (
    team_id uuid not null references identity.team,
    holder text not null,
    creator_team_id uuid not null check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid not null,
    marked_at timestamptz not null,
    primary key (team_id, holder, creator_id),
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade
);
create index favorite_newest on creators.favorite (team_id, holder, marked_at desc, creator_id desc);
create index favorite_creator on creators.favorite (creator_team_id, creator_id);

call operations.own_rows_only('creators.favorite');
grant select, insert, delete on creators.favorite to tastemaker_app;
