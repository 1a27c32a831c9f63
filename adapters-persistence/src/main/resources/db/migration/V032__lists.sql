-- Named lists of creators: who is on them, with whom they are shared, and what they begin as.
create schema lists;
grant usage on schema lists to tastemaker_app, tastemaker_platform;

create table lists.team_list (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 200),
    description text not null,
    visibility text not null,
    columns text[] not null,
    default_note text not null,
    criteria text not null,
    arrangement bigint not null check (arrangement >= 1),
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id)
);
comment on column lists.team_list.arrangement is 'how often all items got new places, so that cursors from before are known as such';
create index team_list_newest on lists.team_list (team_id, created_at desc, id desc);

create table lists.item (
    team_id uuid not null references identity.team,
    list_id uuid not null,
    creator_team_id uuid not null check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid not null,
    place text collate "C" not null,
    note text not null,
    column_values jsonb not null,
    ranking_id text,
    added_by text not null,
    added_at timestamptz not null,
    version bigint not null check (version >= 1),
    primary key (team_id, list_id, creator_id),
    foreign key (team_id, list_id) references lists.team_list on delete cascade,
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade
);
comment on column lists.item.place is 'a number in base 36, compared byte by byte: between any two there is another';
create index item_in_order on lists.item (team_id, list_id, place);
create index item_of_creator on lists.item (creator_team_id, creator_id);

create table lists.collaborator (
    team_id uuid not null references identity.team,
    list_id uuid not null,
    user_id uuid not null,
    access text not null,
    added_by text not null,
    added_at timestamptz not null,
    version bigint not null check (version >= 1),
    primary key (team_id, list_id, user_id),
    foreign key (team_id, list_id) references lists.team_list on delete cascade,
    foreign key (team_id, user_id) references identity.membership on delete cascade
);
create index collaborator_member on lists.collaborator (team_id, user_id);

create table lists.template (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 200),
    description text not null,
    columns text[] not null,
    default_note text not null,
    criteria text not null,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id)
);
create index template_newest on lists.template (team_id, created_at desc, id desc);

do $$
declare
    name text;
begin
    foreach name in array array['team_list', 'item', 'collaborator', 'template'] loop
        call operations.own_rows_only(format('lists.%I', name)::regclass);
        execute format('grant select, insert, update, delete on lists.%I to tastemaker_app', name);
    end loop;
end
$$;
