-- The life of a campaign, step by step, and where the creators of its shortlist stood when they were taken from a ranking.
alter table campaigns.campaign
    add column launched_at timestamptz,
    add check (kind in ('creator', 'locker', 'event', 'qr')),
    add check (status in ('draft', 'active', 'paused', 'completed', 'archived'));

create table campaigns.transition (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    version bigint not null check (version >= 2),
    step text not null,
    from_status text not null,
    to_status text not null,
    taken_by text not null,
    taken_at timestamptz not null,
    reason text check (char_length(reason) between 1 and 500),
    primary key (team_id, campaign_id, version),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade
);
call operations.own_rows_only('campaigns.transition');
grant select, insert on campaigns.transition to tastemaker_app;

alter table campaigns.shortlist_entry
    add column rank integer check (rank >= 1),
    add column receipt jsonb;

-- What was noted as a ranking before did not have to be one: those stay that are kept, with the creator in them.
alter table campaigns.shortlist_entry no force row level security;
alter table matching.stored_ranking no force row level security;
update campaigns.shortlist_entry entry
set rank = (place.standing ->> 'rank')::integer, receipt = place.standing
from (select ranking.team_id, ranking.id, jsonb_array_elements(ranking.rows) as standing from matching.stored_ranking ranking) place
where place.team_id = entry.team_id and place.id = entry.ranking_id and place.standing ->> 'creator' = entry.creator_id::text;
update campaigns.shortlist_entry set ranking_id = null where rank is null;
alter table campaigns.shortlist_entry force row level security;
alter table matching.stored_ranking force row level security;

alter table campaigns.shortlist_entry add check (num_nulls(ranking_id, rank, receipt) in (0, 3));
