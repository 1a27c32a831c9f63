-- Invitations of creators: what they are written, what they answer, and to whom nobody writes again.
create schema outreach;
grant usage on schema outreach to tastemaker_app, tastemaker_platform;

create table outreach.invitation (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    campaign_id uuid not null,
    creator_team_id uuid not null check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid not null,
    email text not null,
    subject text not null,
    body text not null,
    days integer not null check (days between 1 and 90),
    remind_after_days integer[] not null,
    status text not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    reminders integer not null check (reminders >= 0),
    remind_at timestamptz,
    opened_at timestamptz,
    replied_at timestamptz,
    ended_at timestamptz,
    invited_by text not null,
    created_at timestamptz not null,
    attend_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade,
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade,
    check ((ended_at is null) = (status in ('sent', 'opened', 'replied', 'bounced'))),
    check (attend_at is null or ended_at is null)
);
comment on column outreach.invitation.body is 'with its placeholders: reminders are written from it, too';
comment on column outreach.invitation.attend_at is 'when somebody is to look at it next: when something is due, or when who looked has had time enough';
create unique index invitation_standing on outreach.invitation (team_id, campaign_id, creator_id)
    where status in ('sent', 'opened', 'replied', 'bounced', 'accepted');
create index invitation_newest on outreach.invitation (team_id, created_at desc, id desc);
create index invitation_of_campaign on outreach.invitation (team_id, campaign_id, created_at desc, id desc);
create index invitation_creator on outreach.invitation (creator_team_id, creator_id);
create index invitation_due on outreach.invitation (attend_at, id) where attend_at is not null;
create index invitation_email on outreach.invitation (email);

call operations.own_rows_only('outreach.invitation');
create policy platform_finds on outreach.invitation for select to tastemaker_platform using (true);
create policy platform_attends on outreach.invitation for update to tastemaker_platform using (true);
grant select, insert, update, delete on outreach.invitation to tastemaker_app;
grant update (attend_at) on outreach.invitation to tastemaker_platform;

create table outreach.response_link (
    team_id uuid not null references identity.team,
    token_hash text not null,
    invitation_id uuid not null,
    mailed_at timestamptz not null,
    primary key (team_id, token_hash),
    foreign key (team_id, invitation_id) references outreach.invitation on delete cascade
);
create index response_link_hash on outreach.response_link (token_hash);
create index response_link_invitation on outreach.response_link (team_id, invitation_id);

call operations.own_rows_only('outreach.response_link');
create policy platform_finds on outreach.response_link for select to tastemaker_platform using (true);
grant select, insert on outreach.response_link to tastemaker_app;

create table outreach.invitation_message (
    team_id uuid not null references identity.team,
    id uuid not null,
    invitation_id uuid not null,
    side text not null,
    text text not null check (char_length(text) between 1 and 5000),
    written_by text not null,
    at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, invitation_id) references outreach.invitation on delete cascade
);
create index invitation_message_oldest on outreach.invitation_message (team_id, invitation_id, at, id);

call operations.own_rows_only('outreach.invitation_message');
grant select, insert on outreach.invitation_message to tastemaker_app;

create table outreach.message_template (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 100),
    subject text not null,
    body text not null,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id)
);
create index message_template_newest on outreach.message_template (team_id, created_at desc, id desc);

insert into outreach.message_template (team_id, id, version, name, subject, body, created_by, created_at, updated_at)
values ('00000000-0000-0000-0000-000000000001', '0195f2a0-0000-7000-8000-000000000001', 1, 'Invitation',
        '{{team_name}} would like to work with you: {{campaign_name}}',
        e'Hello {{creator_name}},\n\n'
        'we are {{team_name}}, and we would like to have {{handle}} in our campaign "{{campaign_name}}".\n\n'
        '{{brief}}\n\n'
        'Look at it, ask us anything, and say yes or no here:\n{{response_link}}\n\n'
        'The link works until {{expires_on}}.\n\n'
        'Best wishes\n{{team_name}}\n',
        'system:shipped', timestamptz '2026-01-01 00:00:00Z', timestamptz '2026-01-01 00:00:00Z');

call operations.own_rows_only('outreach.message_template');
create policy shipped_is_read on outreach.message_template for select to tastemaker_app
    using (team_id = '00000000-0000-0000-0000-000000000001' and nullif(current_setting('app.team_id', true), '') is not null);
grant select, insert, update, delete on outreach.message_template to tastemaker_app;

-- Of no team: who said so to one has said it to all.
create table outreach.suppression (
    address_hash text not null,
    at timestamptz not null,
    primary key (address_hash)
);
alter table outreach.suppression enable row level security;
alter table outreach.suppression force row level security;
create policy everybody_heeds on outreach.suppression for select to tastemaker_app using (true);
create policy everybody_notes on outreach.suppression for insert to tastemaker_app with check (true);
grant select, insert on outreach.suppression to tastemaker_app;

-- A letter may say what it is about, so that who wants to know is told when it cannot be delivered.
alter table operations.outgoing_mail
    add column about_type text,
    add column about_id text,
    add check ((about_type is null) = (about_id is null));
