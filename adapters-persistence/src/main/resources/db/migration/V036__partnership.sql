-- What hangs on a proposal: who is invited with which links, what is said, who applies, who takes part, and the work it leads to.
create table proposals.invitation (
    team_id uuid not null references identity.team,
    id uuid not null,
    proposal_id uuid not null,
    offer bigint not null check (offer >= 1),
    creator_team_id uuid check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid,
    email text not null,
    note text not null,
    invited_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    opened_at timestamptz,
    applied_at timestamptz,
    answer text,
    answered_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, proposal_id) references proposals.proposal on delete cascade,
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade,
    check ((creator_team_id is null) = (creator_id is null)),
    check ((answer is null) = (answered_at is null))
);
comment on column proposals.invitation.offer is 'the number of the version that was sent: the invitation ends with it';
create unique index invitation_once on proposals.invitation (team_id, proposal_id, offer, email);
create index invitation_newest on proposals.invitation (team_id, proposal_id, created_at desc, id desc);
create index invitation_creator on proposals.invitation (creator_team_id, creator_id);
create index invitation_email on proposals.invitation (email);

create table proposals.link (
    team_id uuid not null references identity.team,
    token_hash text not null,
    proposal_id uuid not null,
    invitation_id uuid not null,
    primary key (team_id, token_hash),
    foreign key (team_id, invitation_id) references proposals.invitation on delete cascade
);
create index link_hash on proposals.link (token_hash);
create index link_invitation on proposals.link (team_id, invitation_id);

create table proposals.message (
    team_id uuid not null references identity.team,
    id uuid not null,
    proposal_id uuid not null,
    invitation_id uuid not null,
    side text not null,
    text text not null check (char_length(text) between 1 and 5000),
    written_by text not null,
    created_at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, proposal_id) references proposals.proposal on delete cascade,
    foreign key (team_id, invitation_id) references proposals.invitation on delete cascade
);
create index message_newest on proposals.message (team_id, proposal_id, created_at desc, id desc);
create index message_invitation on proposals.message (team_id, invitation_id, created_at desc, id desc);

create table proposals.application (
    team_id uuid not null references identity.team,
    id uuid not null,
    proposal_id uuid not null,
    version bigint not null check (version >= 1),
    invitation_id uuid,
    creator_team_id uuid check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid,
    email text,
    pitch text not null check (char_length(pitch) between 1 and 5000),
    status text not null,
    reason text,
    entered_by text not null,
    created_at timestamptz not null,
    shortlisted_at timestamptz,
    decided_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, proposal_id) references proposals.proposal on delete cascade,
    foreign key (team_id, invitation_id) references proposals.invitation on delete cascade,
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade,
    check ((creator_team_id is null) = (creator_id is null)),
    check (creator_id is not null or email is not null)
);
create unique index application_once on proposals.application (team_id, invitation_id);
create index application_newest on proposals.application (team_id, proposal_id, created_at desc, id desc);
create index application_creator on proposals.application (creator_team_id, creator_id);
create index application_email on proposals.application (email);

create table proposals.collaborator (
    team_id uuid not null references identity.team,
    id uuid not null,
    proposal_id uuid not null,
    user_id uuid,
    creator_team_id uuid check (creator_team_id in (team_id, '00000000-0000-0000-0000-000000000001')),
    creator_id uuid,
    role text not null,
    added_by text not null,
    created_at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, proposal_id) references proposals.proposal on delete cascade,
    foreign key (team_id, user_id) references identity.membership on delete cascade,
    foreign key (creator_team_id, creator_id) references creators.creator on delete cascade,
    check ((creator_team_id is null) = (creator_id is null)),
    check ((user_id is null) <> (creator_id is null))
);
create unique index collaborator_member on proposals.collaborator (team_id, proposal_id, user_id);
create unique index collaborator_creator on proposals.collaborator (team_id, proposal_id, creator_team_id, creator_id);
create index collaborator_of_member on proposals.collaborator (team_id, user_id);
create index collaborator_of_creator on proposals.collaborator (creator_team_id, creator_id);

create table proposals.deliverable (
    team_id uuid not null references identity.team,
    id uuid not null,
    proposal_id uuid not null,
    version bigint not null check (version >= 1),
    type text not null,
    title text not null check (char_length(title) between 1 and 200),
    due_on date,
    proof text,
    state text not null,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, proposal_id) references proposals.proposal on delete cascade
);
create index deliverable_newest on proposals.deliverable (team_id, proposal_id, created_at desc, id desc);

do $$
declare
    name text;
begin
    foreach name in array array['invitation', 'link', 'message', 'application', 'collaborator', 'deliverable'] loop
        call operations.own_rows_only(format('proposals.%I', name)::regclass);
    end loop;
end
$$;
-- People who are erased take their invitations and applications with them; links and messages go with their invitation alone.
grant select, insert, update, delete on proposals.invitation, proposals.application, proposals.collaborator, proposals.deliverable to tastemaker_app;
grant select, insert on proposals.link, proposals.message to tastemaker_app;
-- Links are followed, and people who are erased are looked for, across teams.
create policy platform_finds on proposals.link for select to tastemaker_platform using (true);
create policy platform_finds on proposals.invitation for select to tastemaker_platform using (true);
create policy platform_finds on proposals.application for select to tastemaker_platform using (true);
