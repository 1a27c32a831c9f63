-- Proposals of a partnership: to whom they are open, what they offer in which versions, and what they begin as.
create schema proposals;
grant usage on schema proposals to tastemaker_app, tastemaker_platform;

create table proposals.access_grant (
    team_id uuid not null references identity.team,
    granted_by text not null,
    granted_at timestamptz not null,
    primary key (team_id)
);
comment on table proposals.access_grant is 'the teams to which an operator has opened proposals; they are closed in every plan';

create table proposals.proposal (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    status text not null,
    terms jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id)
);
comment on column proposals.proposal.terms is 'the texts of the terms by their names; of the last version';
create index proposal_newest on proposals.proposal (team_id, created_at desc, id desc);

create table proposals.proposal_version (
    team_id uuid not null references identity.team,
    proposal_id uuid not null,
    number bigint not null check (number >= 1),
    step text not null,
    status text not null,
    terms jsonb not null,
    reason text not null,
    taken_by text not null,
    taken_at timestamptz not null,
    primary key (team_id, proposal_id, number),
    foreign key (team_id, proposal_id) references proposals.proposal on delete cascade
);

create table proposals.template (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 200),
    terms jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id)
);
create index template_newest on proposals.template (team_id, created_at desc, id desc);

do $$
declare
    name text;
begin
    foreach name in array array['access_grant', 'proposal', 'proposal_version', 'template'] loop
        call operations.own_rows_only(format('proposals.%I', name)::regclass);
    end loop;
    foreach name in array array['proposal', 'template'] loop
        execute format('grant select, insert, update, delete on proposals.%I to tastemaker_app', name);
    end loop;
end
$$;
-- Versions are never changed: they go with their proposal alone.
grant select, insert on proposals.proposal_version to tastemaker_app;
grant select, insert, delete on proposals.access_grant to tastemaker_app;
create policy platform_lists on proposals.access_grant for select to tastemaker_platform using (true);
