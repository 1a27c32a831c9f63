create table campaigns.campaign (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 200),
    kind text not null,
    status text not null,
    brief text not null,
    website text,
    followers_min bigint,
    followers_max bigint,
    platforms text[] not null,
    locations text[] not null,
    categories text[] not null,
    budget_amount numeric,
    budget_currency text,
    starts_on date,
    ends_on date,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id),
    check ((budget_amount is null) = (budget_currency is null))
);
create index campaign_newest on campaigns.campaign (team_id, created_at desc, id desc);

call operations.own_rows_only('campaigns.campaign');
grant select, insert, update, delete on campaigns.campaign to tastemaker_app;

create table campaigns.shortlist_entry (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    creator_team_id uuid not null check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid not null,
    status text not null,
    note text not null,
    ranking_id text,
    added_by text not null,
    added_at timestamptz not null,
    version bigint not null check (version >= 1),
    primary key (team_id, campaign_id, creator_id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade,
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade
);
create index shortlist_entry_oldest on campaigns.shortlist_entry (team_id, campaign_id, added_at, creator_id);
create index shortlist_entry_creator on campaigns.shortlist_entry (creator_team_id, creator_id);

call operations.own_rows_only('campaigns.shortlist_entry');
grant select, insert, update, delete on campaigns.shortlist_entry to tastemaker_app;
