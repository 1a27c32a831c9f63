-- What happened to a team's things, for whoever outside asked to be told: written in the transaction that made it happen.
create schema webhooks;
grant usage on schema webhooks to tastemaker_app, tastemaker_platform;

create table webhooks.event (
    team_id uuid not null references identity.team,
    id uuid not null,
    kind text not null,
    subject_type text not null,
    subject_id text not null,
    data jsonb not null,
    at timestamptz not null,
    primary key (team_id, id)
);
comment on column webhooks.event.data is 'ids and states by name; never a name, an address or a text of a person';
create index event_oldest on webhooks.event (team_id, at, id);

call operations.own_rows_only('webhooks.event');
grant select, insert on webhooks.event to tastemaker_app;
