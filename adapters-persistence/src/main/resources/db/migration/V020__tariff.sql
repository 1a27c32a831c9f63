-- What the product charges for and what its plans say. Both are rows that operators add versions to; a version is never edited, since
-- wallets and ledger entries name the one that they were decided on.
create schema wallets;
grant usage on schema wallets to tastemaker_app, tastemaker_platform;

create function wallets.refuse_change() returns trigger
language plpgsql
as $$
begin
    raise exception '% of %: it is only ever added to', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create table wallets.plan (
    key text not null,
    version integer not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 100),
    price numeric not null check (price >= 0),
    currency text not null check (char_length(currency) = 3),
    seats integer not null check (seats >= 1),
    quotas jsonb not null,
    features text[] not null,
    daily_credits bigint not null check (daily_credits >= 0),
    daily_for text[] not null,
    monthly_credits bigint not null check (monthly_credits >= 0),
    rollover_cap bigint not null check (rollover_cap >= 0),
    top_up_discount integer not null check (top_up_discount between 0 and 10000),
    support text not null,
    watermark boolean not null,
    created_at timestamptz not null default now(),
    primary key (key, version)
);
comment on column wallets.plan.quotas is '{action: "denied", "unlimited", or how many units of a period are included}; others are metered';
comment on column wallets.plan.daily_for is 'what the daily credits pay for; empty for everything';
comment on column wallets.plan.top_up_discount is 'in basis points';

create table wallets.pricing_rule (
    action text not null,
    version integer not null check (version >= 1),
    unit_credits bigint not null check (unit_credits >= 0),
    allowance bigint not null check (allowance >= 0),
    access_seconds bigint check (access_seconds > 0),
    unit text not null check (char_length(unit) between 1 and 200),
    shipped boolean not null default false,
    created_at timestamptz not null default now(),
    primary key (action, version)
);
comment on column wallets.pricing_rule.allowance is 'units of a period that every wallet has free';
comment on column wallets.pricing_rule.access_seconds is 'how long what is paid for stays open; null for good';
comment on column wallets.pricing_rule.shipped is 'came with the program; those that did not count the changes of the price list';

do $$
declare
    name text;
begin
    foreach name in array array['plan', 'pricing_rule'] loop
        execute format('alter table wallets.%I enable row level security', name);
        execute format('alter table wallets.%I force row level security', name);
        execute format('create policy platform_reads on wallets.%I for select to tastemaker_platform using (true)', name);
        execute format('create policy platform_adds on wallets.%I for insert to tastemaker_platform with check (true)', name);
        execute format('grant select, insert on wallets.%I to tastemaker_platform', name);
        execute format('create trigger refuse_change before update or delete on wallets.%I '
                       'for each row execute function wallets.refuse_change()', name);
        execute format('create trigger refuse_truncate before truncate on wallets.%I '
                       'for each statement execute function wallets.refuse_change()', name);
        execute format('alter table wallets.%I no force row level security', name);
    end loop;
end
$$;

insert into wallets.pricing_rule (action, version, unit_credits, allowance, access_seconds, unit, shipped)
values ('creator_unlock', 1, 25, 0, null, 'creator', true),
       ('email_unlock', 1, 10, 0, null, 'creator', true),
       ('post_analytics', 1, 5, 0, null, 'request', true),
       ('discovery_pagination', 1, 10, 5, null, 'page', true),
       ('advanced_search', 1, 15, 10, 86400, 'search', true),
       ('bulk_export', 1, 50, 1, null, 'export', true),
       ('image_generation', 1, 5, 0, null, 'image', true),
       ('video_generation', 1, 25, 0, null, 'video', true);

insert into wallets.plan (key, version, name, price, currency, seats, quotas, features, daily_credits, daily_for, monthly_credits,
                          rollover_cap, top_up_discount, support, watermark)
values ('free', 1, 'Free', 0, 'USD', 1, '{"creator_unlock": 5, "email_unlock": "denied", "bulk_export": "denied"}',
        '{}', 10, '{image_generation, video_generation}', 0, 0, 0, 'standard', true),
       ('standard', 1, 'Standard', 199, 'USD', 2,
        '{"creator_unlock": 500, "email_unlock": 250, "post_analytics": 125, "bulk_export": "unlimited"}',
        '{campaigns, lists, export, top_ups}', 10, '{image_generation, video_generation}', 0, 0, 0, 'priority', false),
       ('premium', 1, 'Premium', 499, 'USD', 5,
        '{"creator_unlock": 2000, "email_unlock": 800, "post_analytics": 300, "bulk_export": "unlimited"}',
        '{campaigns, lists, export, top_ups}', 10, '{image_generation, video_generation}', 0, 0, 2000, 'priority', false);

alter table wallets.plan force row level security;
alter table wallets.pricing_rule force row level security;
