-- Accounts, sessions and mailed tokens are a person's, not a team's: only the platform role sees them. Memberships are a team's.
create table identity.user_account (
    user_id uuid not null,
    version bigint not null check (version >= 1),
    email text not null,
    full_name text not null check (char_length(full_name) between 1 and 200),
    password_hash text,
    home_team_id uuid not null references identity.team deferrable initially deferred,
    time_zone text not null,
    locale text not null,
    created_at timestamptz not null,
    suspended_at timestamptz,
    primary key (user_id)
);
create unique index user_account_email on identity.user_account (email);
comment on column identity.user_account.home_team_id is 'the personal team; the reserved team of the catalogue for an operator';

create table identity.consent (
    user_id uuid not null references identity.user_account on delete cascade,
    tier text not null check (tier ~ '^[a-z][a-z0-9_]{0,49}$'),
    granted boolean not null,
    at timestamptz not null,
    primary key (user_id, tier)
);

create table identity.session (
    session_id uuid not null,
    user_id uuid not null references identity.user_account on delete cascade,
    team_id uuid not null references identity.team,
    proofs text[] not null check (cardinality(proofs) > 0),
    address text not null,
    user_agent text not null,
    started_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (session_id)
);
create index session_of_user on identity.session (user_id, last_used_at desc);
comment on column identity.session.team_id is 'the team the person works for in it; the session is the person''s';

create table identity.refresh_token (
    hash text not null,
    session_id uuid not null references identity.session on delete cascade,
    issued_at timestamptz not null,
    spent_at timestamptz,
    successor_hash text,
    sealed_successor text,
    primary key (hash)
);
create index refresh_token_session on identity.refresh_token (session_id);
comment on column identity.refresh_token.sealed_successor is 'the text of the next token, opened only by the text of this one';

create table identity.mailed_token (
    hash text not null,
    purpose text not null,
    email text not null,
    user_id uuid references identity.user_account on delete cascade,
    details jsonb not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (hash)
);
create unique index mailed_token_alive on identity.mailed_token (purpose, email) where used_at is null;
create index mailed_token_user on identity.mailed_token (user_id);

create table identity.throttle (
    bucket text not null,
    window_began timestamptz not null,
    attempts integer not null,
    primary key (bucket)
);
create index throttle_old on identity.throttle (window_began);

do $$
declare
    personal text;
begin
    foreach personal in array array['user_account', 'consent', 'session', 'refresh_token', 'mailed_token', 'throttle'] loop
        execute format('alter table identity.%I enable row level security', personal);
        execute format('alter table identity.%I force row level security', personal);
        execute format('create policy platform_works on identity.%I to tastemaker_platform using (true)', personal);
        execute format('grant select, insert, update, delete on identity.%I to tastemaker_platform', personal);
    end loop;
end
$$;

create table identity.membership (
    team_id uuid not null references identity.team,
    user_id uuid not null references identity.user_account on delete cascade,
    version bigint not null check (version >= 1),
    role text not null,
    monthly_credit_cap bigint check (monthly_credit_cap >= 0),
    joined_at timestamptz not null,
    primary key (team_id, user_id)
);
create unique index membership_owner on identity.membership (team_id) where role = 'owner';
create index membership_user on identity.membership (user_id);

call operations.own_rows_only('identity.membership');
create policy platform_works on identity.membership to tastemaker_platform using (true);
grant select, insert, update, delete on identity.membership to tastemaker_app, tastemaker_platform;

-- Of the people in its own team, a team sees the name and the address.
create policy people_of_own_team on identity.user_account for select to tastemaker_app
    using (exists (select from identity.membership m where m.user_id = user_account.user_id
        and m.team_id = nullif(current_setting('app.team_id', true), '')::uuid));
grant select (user_id, email, full_name) on identity.user_account to tastemaker_app;

alter table identity.team
    add column version bigint not null default 1 check (version >= 1),
    add column time_zone text not null default 'UTC',
    add column delete_after timestamptz,
    add column deleted_at timestamptz;
comment on column identity.team.delete_after is 'the end of the cooling-off period, in which the deletion can be taken back';
create policy platform_works on identity.team for update to tastemaker_platform using (true);
grant update on identity.team to tastemaker_app, tastemaker_platform;

-- The deeds of the platform are recorded too.
create policy platform_notes on operations.audit_entry to tastemaker_platform using (true);
grant select, insert on operations.audit_entry to tastemaker_platform;
