-- Data that leave as files: what was asked for, and how far it is. The files themselves are on the disk.
create schema exports;
grant usage on schema exports to tastemaker_app, tastemaker_platform;

create table exports.export (
    team_id uuid not null references identity.team,
    id uuid not null,
    kind text not null,
    thing_id uuid,
    chosen_count integer check (chosen_count >= 0),
    from_at timestamptz,
    to_at timestamptz,
    format text not null,
    byte_order_mark boolean not null,
    columns text[] not null,
    created_by text not null,
    requested_at timestamptz not null,
    hold text,
    file_key text,
    row_count bigint,
    byte_count bigint,
    sha256 text,
    ready_at timestamptz,
    failure text,
    expires_at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, id) references operations.job on delete cascade,
    check (ready_at is null or failure is null),
    check (ready_at is null or file_key is not null and row_count is not null and byte_count is not null and sha256 is not null)
);
comment on column exports.export.id is 'that of its job, too';
comment on column exports.export.thing_id is 'the creator whose posts, or the campaign whose shortlist';
comment on column exports.export.hold is 'under what the credits are set aside that it will cost';
comment on column exports.export.file_key is 'the file of whoever took it last; what removes the uploads of a closed team removes it, too';
create index export_newest on exports.export (team_id, requested_at desc, id desc);
create unique index export_hold on exports.export (team_id, hold) where hold is not null;
create index export_over on exports.export (expires_at);

create table exports.chosen (
    team_id uuid not null references identity.team,
    export_id uuid not null,
    creators uuid[] not null,
    primary key (team_id, export_id),
    foreign key (team_id, export_id) references exports.export on delete cascade
);
comment on table exports.chosen is 'whom somebody or a search chose, in this order: up to 100,000';

call operations.own_rows_only('exports.export');
call operations.own_rows_only('exports.chosen');
grant select, insert, update, delete on exports.export to tastemaker_app;
grant select, insert, delete on exports.chosen to tastemaker_app;
create policy platform_finds on exports.export for select to tastemaker_platform using (true);
