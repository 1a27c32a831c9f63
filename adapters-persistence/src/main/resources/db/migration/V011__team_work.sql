-- API keys are made, changed and revoked by their team; the platform role only looks a presented key up.
alter table identity.api_key
    add column version bigint not null default 1 check (version >= 1),
    add column outgoing_hash text,
    add column outgoing_until timestamptz,
    add column last_used_at timestamptz,
    add check ((outgoing_hash is null) = (outgoing_until is null));
create index api_key_newest on identity.api_key (team_id, created_at desc, id desc);
drop policy platform_adds on identity.api_key;
revoke insert on identity.api_key from tastemaker_platform;
grant insert, update on identity.api_key to tastemaker_app;

create index team_cooling_off on identity.team (delete_after) where delete_after is not null and deleted_at is null;
create index user_account_home on identity.user_account (home_team_id);

create table identity.team_invitation (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    email text not null,
    role text not null check (role <> 'owner'),
    token_hash text not null,
    invited_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    primary key (team_id, id),
    check (accepted_at is null or revoked_at is null)
);
create unique index team_invitation_pending on identity.team_invitation (team_id, email) where accepted_at is null and revoked_at is null;
create index team_invitation_newest on identity.team_invitation (team_id, created_at desc, id desc);
create index team_invitation_token on identity.team_invitation (token_hash);

call operations.own_rows_only('identity.team_invitation');
grant select, insert, update on identity.team_invitation to tastemaker_app;

-- Who accepts is not yet in the team, and finds the invitation by its token alone.
create policy platform_reads on identity.team_invitation for select to tastemaker_platform using (true);
create policy platform_answers on identity.team_invitation for update to tastemaker_platform using (true);
grant select, update on identity.team_invitation to tastemaker_platform;

-- What a team used is counted per actor and action of a month.
create index audit_entry_time on operations.audit_entry (team_id, at);
