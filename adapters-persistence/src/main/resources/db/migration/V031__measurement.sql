-- What campaigns did: the posts that count, what was measured of them, promo codes, tracked links with their clicks, and orders.
create schema measurement;
grant usage on schema measurement to tastemaker_app, tastemaker_platform;

create table measurement.campaign_post (
    team_id uuid not null references identity.team,
    id uuid not null,
    campaign_id uuid not null,
    platform text not null,
    key text not null check (char_length(key) between 1 and 200),
    url text check (char_length(url) <= 2000),
    creator_id uuid,
    added_by text not null,
    added_at timestamptz not null,
    removed_at timestamptz,
    primary key (team_id, id),
    unique (team_id, campaign_id, platform, key),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade
);
comment on column measurement.campaign_post.creator_id is 'stays when the creator goes: what a campaign did does not change with that';
comment on column measurement.campaign_post.removed_at is 'since when it does not count; what was measured of it is kept';
create index campaign_post_oldest on measurement.campaign_post (team_id, campaign_id, added_at, id) where removed_at is null;

create table measurement.metric_row (
    team_id uuid not null references identity.team,
    id uuid not null,
    campaign_id uuid not null,
    campaign_post_id uuid,
    creator_id uuid,
    figures jsonb not null,
    currency text,
    measured_at timestamptz not null,
    source text not null check (char_length(source) between 1 and 100),
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (team_id, id),
    check (campaign_post_id is null or creator_id is null),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade,
    foreign key (team_id, campaign_post_id) references measurement.campaign_post on delete cascade
);
comment on table measurement.metric_row is 'of a post, of a creator, or without both of the campaign; rows are added and never changed';
comment on column measurement.metric_row.figures is '{metric: total so far, as a decimal text}';
create index metric_row_latest on measurement.metric_row (team_id, campaign_id, measured_at desc, id desc);
create index metric_row_of_post on measurement.metric_row (team_id, campaign_post_id) where campaign_post_id is not null;

create table measurement.promo_code (
    team_id uuid not null references identity.team,
    id uuid not null,
    campaign_id uuid not null,
    code text not null check (code ~ '^[A-Z0-9_-]{3,40}$'),
    creator_id uuid,
    discount text not null check (char_length(discount) <= 200),
    valid_from date,
    valid_to date,
    created_by text not null,
    created_at timestamptz not null,
    archived_at timestamptz,
    primary key (team_id, id),
    unique (team_id, code),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade
);
create index promo_code_newest on measurement.promo_code (team_id, campaign_id, created_at desc, id desc);

create table measurement.tracked_link (
    team_id uuid not null references identity.team,
    id uuid not null,
    campaign_id uuid not null,
    code text not null check (code ~ '^[A-Za-z0-9_-]{12}$'),
    target text not null check (char_length(target) <= 2000),
    label text not null check (char_length(label) <= 200),
    creator_id uuid,
    campaign_post_id uuid,
    created_by text not null,
    created_at timestamptz not null,
    archived_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade,
    foreign key (team_id, campaign_post_id) references measurement.campaign_post on delete cascade
);
comment on column measurement.tracked_link.code is '70 random bits, so that no two links meet without an index that would tell a team of another''s';
create index tracked_link_newest on measurement.tracked_link (team_id, campaign_id, created_at desc, id desc);
create index tracked_link_code on measurement.tracked_link (code);
create index tracked_link_of_post on measurement.tracked_link (team_id, campaign_post_id) where campaign_post_id is not null;

create table measurement.click_day (
    team_id uuid not null references identity.team,
    tracked_link_id uuid not null,
    on_day date not null,
    clicks bigint not null check (clicks > 0),
    primary key (team_id, tracked_link_id, on_day),
    foreign key (team_id, tracked_link_id) references measurement.tracked_link on delete cascade
);
comment on table measurement.click_day is 'how many, and nothing about who';

create table measurement.conversion_secret (
    team_id uuid not null references identity.team,
    id uuid not null,
    campaign_id uuid not null,
    sealed bytea not null,
    made_at timestamptz not null,
    ends_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade
);
comment on column measurement.conversion_secret.sealed is 'encrypted outside the database';
create index conversion_secret_newest on measurement.conversion_secret (team_id, campaign_id, made_at desc);
create index conversion_secret_campaign on measurement.conversion_secret (campaign_id);

create table measurement.conversion (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    shop_order text not null check (char_length(shop_order) between 1 and 100),
    amount numeric not null check (amount >= 0),
    currency text not null,
    tracked_link_id uuid,
    promo_code_id uuid,
    campaign_post_id uuid,
    creator_id uuid,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    primary key (team_id, campaign_id, shop_order),
    check (tracked_link_id is not null or promo_code_id is not null),
    check (campaign_post_id is null or creator_id is null),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade,
    foreign key (team_id, tracked_link_id) references measurement.tracked_link on delete cascade,
    foreign key (team_id, promo_code_id) references measurement.promo_code on delete cascade,
    foreign key (team_id, campaign_post_id) references measurement.campaign_post on delete cascade
);
comment on column measurement.conversion.campaign_post_id is 'for what it counts: this post, else this creator, else the campaign';
create index conversion_of_link on measurement.conversion (team_id, tracked_link_id) where tracked_link_id is not null;
create index conversion_of_code on measurement.conversion (team_id, promo_code_id) where promo_code_id is not null;
create index conversion_of_post on measurement.conversion (team_id, campaign_post_id) where campaign_post_id is not null;

call operations.own_rows_only('measurement.campaign_post');
call operations.own_rows_only('measurement.metric_row');
call operations.own_rows_only('measurement.promo_code');
call operations.own_rows_only('measurement.tracked_link');
call operations.own_rows_only('measurement.click_day');
call operations.own_rows_only('measurement.conversion_secret');
call operations.own_rows_only('measurement.conversion');

grant select, insert on measurement.campaign_post, measurement.metric_row, measurement.promo_code, measurement.tracked_link,
    measurement.conversion to tastemaker_app;
grant update (removed_at, url, creator_id, added_by, added_at) on measurement.campaign_post to tastemaker_app;
grant update (archived_at) on measurement.promo_code, measurement.tracked_link to tastemaker_app;
grant select on measurement.click_day to tastemaker_app;
grant select, insert, delete on measurement.conversion_secret to tastemaker_app;

-- Strangers follow links, and shops say of which campaign they talk: whose these are is found across teams. Clicks are added there, too.
create policy platform_follows on measurement.tracked_link for select to tastemaker_platform using (true);
create policy platform_finds on measurement.conversion_secret for select to tastemaker_platform using (true);
create policy platform_sees on measurement.click_day for select to tastemaker_platform using (true);
create policy platform_counts on measurement.click_day for insert to tastemaker_platform with check (true);
create policy platform_counts_on on measurement.click_day for update to tastemaker_platform using (true);
grant insert, update (clicks) on measurement.click_day to tastemaker_platform;
