create table matching.stored_ranking (
    team_id uuid not null references identity.team,
    id text not null,
    question text not null,
    catalogue_sequence bigint not null,
    catalogue_overlay bigint not null,
    catalogue_at text not null,
    total integer not null,
    excluded_unknown integer not null,
    rows jsonb not null,
    stored_at timestamptz not null,
    primary key (team_id, id)
);
comment on column matching.stored_ranking.rows is
    'creators and receipts, in order; they replay whatever becomes of the creators, so nothing refers to those';

call operations.own_rows_only('matching.stored_ranking');
grant select, insert on matching.stored_ranking to tastemaker_app;

create table matching.past_search (
    team_id uuid not null references identity.team,
    id uuid not null,
    holder text not null,
    question text not null,
    ranking_id text not null,
    total integer not null,
    at timestamptz not null,
    primary key (team_id, id)
);
create index past_search_newest on matching.past_search (team_id, holder, at desc, id desc);

call operations.own_rows_only('matching.past_search');
grant select, insert, delete on matching.past_search to tastemaker_app;

create table matching.saved_search (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 200),
    question text not null,
    saved_by text not null,
    at timestamptz not null,
    primary key (team_id, id)
);
create index saved_search_newest on matching.saved_search (team_id, at desc, id desc);

call operations.own_rows_only('matching.saved_search');
grant select, insert, update, delete on matching.saved_search to tastemaker_app;

create table campaigns.match (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    ranking_id text not null,
    campaign_version bigint not null,
    total integer not null,
    matched_by text not null,
    matched_at timestamptz not null,
    primary key (team_id, campaign_id, ranking_id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade
);
create index match_newest on campaigns.match (team_id, campaign_id, matched_at desc, ranking_id desc);

call operations.own_rows_only('campaigns.match');
grant select, insert on campaigns.match to tastemaker_app;
