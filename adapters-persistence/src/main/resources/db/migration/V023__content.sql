-- Posts, what was read out of them, and what follows for a creator. A team sees its own and the catalogue's.
create schema content;
grant usage on schema content to tastemaker_app, tastemaker_platform;

create table content.post (
    team_id uuid not null references identity.team,
    id uuid not null,
    creator_team_id uuid not null check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid not null,
    key text not null check (char_length(key) between 1 and 200),
    url text,
    posted_at timestamptz,
    published_at timestamptz not null generated always as (coalesce(posted_at, '0001-01-01 00:00:00+00'::timestamptz)) stored,
    caption text not null,
    likes bigint,
    comments bigint,
    views bigint,
    shares bigint,
    saves bigint,
    raw jsonb not null,
    source text not null,
    observed_at timestamptz not null,
    primary key (team_id, id),
    unique (team_id, creator_id, key),
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade
);
comment on column content.post.key is 'the platform''s id or short code, else a hash of the content';
comment on column content.post.published_at is 'for the order: posts without a date come last, as if they were of the year 1';
create index post_latest on content.post (creator_id, published_at desc, id desc);
create index post_by_creator on content.post (team_id, creator_id, id);
create index post_of_creator on content.post (creator_team_id, creator_id);

create table content.post_analysis (
    team_id uuid not null references identity.team,
    post_id uuid not null,
    text_hash text not null,
    reading jsonb not null,
    read_at timestamptz not null,
    primary key (team_id, post_id),
    foreign key (team_id, post_id) references content.post on delete cascade
);
comment on column content.post_analysis.reading is 'the results, each with its model and why it is a fallback';

create table content.profile (
    team_id uuid not null references identity.team,
    creator_team_id uuid not null check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid not null,
    outdated_since timestamptz,
    computed_at timestamptz,
    primary_category text,
    posts integer not null default 0,
    document jsonb,
    primary key (team_id, creator_id),
    check ((computed_at is null) = (document is null)),
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade
);
comment on column content.profile.outdated_since is 'since when posts have changed that the profile does not count';
create index profile_outdated on content.profile (outdated_since) where outdated_since is not null;
create index profile_about on content.profile (team_id, primary_category, posts desc) where primary_category is not null;
create index profile_of_creator on content.profile (creator_team_id, creator_id);

create table content.profile_day (
    team_id uuid not null references identity.team,
    creator_id uuid not null,
    on_day date not null,
    document jsonb not null,
    primary key (team_id, creator_id, on_day),
    foreign key (team_id, creator_id) references content.profile on delete cascade
);

create table content.source_state (
    team_id uuid not null references identity.team,
    creator_id uuid not null,
    source text not null,
    fetched_at timestamptz,
    wanted_at timestamptz not null,
    failure jsonb,
    retry_at timestamptz,
    related jsonb not null,
    primary key (team_id, creator_id),
    foreign key (team_id, creator_id) references creators.creator on delete cascade
);
comment on column content.source_state.retry_at is 'when to ask again after a failure, at the earliest';
create index source_state_due on content.source_state (fetched_at nulls first);

create table content.analysis_job (
    team_id uuid not null references identity.team,
    job_id uuid not null,
    options jsonb not null,
    report jsonb not null,
    primary key (team_id, job_id),
    foreign key (team_id, job_id) references operations.job on delete cascade
);

create table content.analysis_log (
    team_id uuid not null references identity.team,
    job_id uuid not null,
    number bigint not null,
    at timestamptz not null,
    level text not null,
    message text not null,
    primary key (team_id, job_id, number),
    foreign key (team_id, job_id) references content.analysis_job on delete cascade
);

create table content.post_import (
    team_id uuid not null references identity.team,
    job_id uuid not null,
    file_key text not null,
    file_name text not null,
    file_bytes bigint not null,
    sha256 text not null,
    options jsonb not null,
    options_fingerprint text not null,
    as_of timestamptz not null,
    started_at timestamptz not null default clock_timestamp(),
    report jsonb not null,
    primary key (team_id, job_id),
    foreign key (team_id, job_id) references operations.job on delete cascade
);
create index post_import_same on content.post_import (team_id, sha256, started_at);

create table content.post_import_fault (
    team_id uuid not null references identity.team,
    job_id uuid not null,
    number bigint not null,
    row_number bigint not null,
    line bigint not null,
    column_name text not null,
    value text not null,
    code text not null,
    detail text not null,
    primary key (team_id, job_id, number),
    foreign key (team_id, job_id) references content.post_import on delete cascade
);

do $$
declare
    name text;
begin
    foreach name in array array['post', 'post_analysis', 'profile', 'profile_day', 'source_state', 'analysis_job', 'analysis_log',
                                'post_import', 'post_import_fault'] loop
        call operations.own_rows_only(format('content.%I', name)::regclass);
    end loop;
    foreach name in array array['post', 'post_analysis', 'profile', 'profile_day', 'source_state'] loop
        execute format('create policy catalogue_for_all on content.%I for select to tastemaker_app using ('
                       'team_id = ''00000000-0000-0000-0000-000000000001'' '
                       'and nullif(current_setting(''app.team_id'', true), '''') is not null)', name);
        execute format('grant select, insert, update on content.%I to tastemaker_app', name);
    end loop;
    foreach name in array array['analysis_job', 'post_import'] loop
        execute format('grant select, insert, update on content.%I to tastemaker_app', name);
    end loop;
    foreach name in array array['analysis_log', 'post_import_fault'] loop
        execute format('grant select, insert on content.%I to tastemaker_app', name);
    end loop;
    foreach name in array array['profile', 'source_state'] loop
        execute format('create policy platform_finds on content.%I for select to tastemaker_platform using (true)', name);
    end loop;
end
$$;

alter table wallets.pricing_rule no force row level security;
insert into wallets.pricing_rule (action, version, unit_credits, allowance, access_seconds, unit, shipped)
values ('content_classification', 1, 0, 0, null, 'text read by a model', true);
alter table wallets.pricing_rule force row level security;
