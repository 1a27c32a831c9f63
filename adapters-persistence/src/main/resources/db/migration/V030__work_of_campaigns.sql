-- The work of a campaign: what is delivered and by when, what is spent, who works on it, and what was said. All of it goes with its campaign.
create table campaigns.deliverable (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    id uuid not null,
    version bigint not null check (version >= 1),
    type text not null,
    title text not null check (char_length(title) between 1 and 200),
    creator_id uuid,
    due_on date,
    state text not null,
    proof text check (char_length(proof) <= 2048),
    submitted_by text,
    submitted_at timestamptz,
    reason text check (char_length(reason) <= 2000),
    reviewed_by text,
    reviewed_at timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, campaign_id, id),
    check ((proof is null) = (submitted_by is null) and (proof is null) = (submitted_at is null)),
    check ((reviewed_by is null) = (reviewed_at is null) and (reason is null or reviewed_by is not null)),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade,
    foreign key (team_id, campaign_id, creator_id) references campaigns.shortlist_entry on delete set null (creator_id)
);
comment on column campaigns.deliverable.creator_id is 'somebody on the shortlist; who is taken off it is named no more';
comment on column campaigns.deliverable.reason is 'why it was sent back';
create index deliverable_oldest on campaigns.deliverable (team_id, campaign_id, created_at, id);
create index deliverable_of_creator on campaigns.deliverable (team_id, campaign_id, creator_id) where creator_id is not null;

create table campaigns.milestone (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    id uuid not null,
    version bigint not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 200),
    due_on date not null,
    position integer not null check (position between 0 and 10000),
    done_at timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    primary key (team_id, campaign_id, id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade
);

create table campaigns.budget_line (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    id uuid not null,
    version bigint not null check (version >= 1),
    category text not null,
    label text not null check (char_length(label) between 1 and 200),
    currency text not null,
    planned numeric not null check (planned >= 0),
    committed numeric not null check (committed >= 0),
    spent numeric not null check (spent >= 0),
    entries bigint not null check (entries >= 0),
    created_by text not null,
    created_at timestamptz not null,
    primary key (team_id, campaign_id, id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade
);
comment on column campaigns.budget_line.planned is 'like committed and spent: what the entries of the line add up to';

create table campaigns.budget_entry (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    number bigint not null check (number >= 1),
    line_id uuid not null,
    kind text not null,
    amount numeric not null check (amount > 0),
    currency text not null,
    reason text not null check (char_length(reason) between 1 and 500),
    over_budget boolean not null,
    entered_by text not null,
    entered_at timestamptz not null,
    primary key (team_id, campaign_id, number),
    foreign key (team_id, campaign_id, line_id) references campaigns.budget_line on delete cascade
);
comment on table campaigns.budget_entry is 'only ever added to; the program removes no line that has entries';
comment on column campaigns.budget_entry.over_budget is 'whether somebody said that it shall go over what the brief allows';
create index budget_entry_of_line on campaigns.budget_entry (team_id, campaign_id, line_id, number desc);
create index budget_entry_over on campaigns.budget_entry (team_id, campaign_id, number desc) where over_budget;

create table campaigns.collaborator (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    user_id uuid not null,
    "right" text not null,
    added_by text not null,
    added_at timestamptz not null,
    primary key (team_id, campaign_id, user_id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade,
    foreign key (team_id, user_id) references identity.membership on delete cascade
);
create index collaborator_of_member on campaigns.collaborator (team_id, user_id);

create table campaigns.comment (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    id uuid not null,
    version bigint not null check (version >= 1),
    deliverable_id uuid,
    text text not null check (char_length(text) between 1 and 5000),
    written_by text not null,
    written_at timestamptz not null,
    edited_at timestamptz,
    primary key (team_id, campaign_id, id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade,
    foreign key (team_id, campaign_id, deliverable_id) references campaigns.deliverable on delete cascade
);
create index comment_newest on campaigns.comment (team_id, campaign_id, written_at desc, id desc);
create index comment_on_deliverable on campaigns.comment (team_id, campaign_id, deliverable_id, written_at desc, id desc)
    where deliverable_id is not null;

create table campaigns.work_rules (
    team_id uuid not null references identity.team,
    campaign_id uuid not null,
    version bigint not null check (version >= 2),
    self_approval boolean not null,
    primary key (team_id, campaign_id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete cascade
);
comment on table campaigns.work_rules is 'where somebody said something; version 1 is what holds otherwise, and stands nowhere';

do $$
declare
    name text;
begin
    foreach name in array array['deliverable', 'milestone', 'budget_line', 'budget_entry', 'collaborator', 'comment', 'work_rules'] loop
        call operations.own_rows_only(format('campaigns.%I', name)::regclass);
    end loop;
    foreach name in array array['deliverable', 'milestone', 'budget_line', 'collaborator', 'comment'] loop
        execute format('grant select, insert, update, delete on campaigns.%I to tastemaker_app', name);
    end loop;
end
$$;
grant select, insert on campaigns.budget_entry to tastemaker_app;
grant select, insert, update on campaigns.work_rules to tastemaker_app;

-- The activity of a campaign is the audit log, read by what it is about.
create index audit_entry_about on operations.audit_entry (team_id, subject_type, subject_id, seq desc);
