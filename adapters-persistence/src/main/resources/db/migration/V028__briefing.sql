-- Conversations that fill a brief. What was said is a person's word: it goes with the conversation, and with its team.
create schema briefing;
grant usage on schema briefing to tastemaker_app, tastemaker_platform;

create table briefing.conversation (
    team_id uuid not null references identity.team,
    id uuid not null,
    version bigint not null check (version >= 1),
    draft jsonb not null,
    messages integer not null check (messages between 0 and 1000),
    campaign_id uuid,
    started_by text not null,
    started_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, campaign_id) references campaigns.campaign on delete set null (campaign_id)
);
comment on column briefing.conversation.draft is 'the brief so far, by the names of its topics';
comment on column briefing.conversation.campaign_id is 'what came of it; once it is deleted the conversation goes on';
create index conversation_newest on briefing.conversation (team_id, started_at desc, id desc);
create index conversation_of_campaign on briefing.conversation (team_id, campaign_id) where campaign_id is not null;

call operations.own_rows_only('briefing.conversation');
grant select, insert, delete on briefing.conversation to tastemaker_app;
grant update (version, draft, messages, campaign_id, updated_at) on briefing.conversation to tastemaker_app;

create table briefing.message (
    team_id uuid not null references identity.team,
    chat_id uuid not null,
    number integer not null check (number >= 1),
    speaker text not null,
    said_by text not null,
    words text not null check (char_length(words) between 1 and 20000),
    interpreted_by jsonb,
    said_at timestamptz not null,
    primary key (team_id, chat_id, number),
    foreign key (team_id, chat_id) references briefing.conversation on delete cascade
);
comment on column briefing.message.interpreted_by is 'who understood the message that is answered';

call operations.own_rows_only('briefing.message');
grant select, insert on briefing.message to tastemaker_app;
