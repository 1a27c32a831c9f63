create table creators.creator_import (
    team_id uuid not null references identity.team,
    job_id uuid not null,
    file_key text not null,
    file_name text not null,
    file_bytes bigint not null,
    sha256 text not null,
    options jsonb not null,
    options_fingerprint text not null,
    as_of text not null,
    started_at timestamptz not null default clock_timestamp(),
    report jsonb not null,
    primary key (team_id, job_id),
    foreign key (team_id, job_id) references operations.job on delete cascade
);
comment on column creators.creator_import.as_of is 'ISO 8601, to the nanosecond: it is compared with the times of facts';
create index creator_import_same on creators.creator_import (team_id, sha256, started_at);

call operations.own_rows_only('creators.creator_import');
grant select, insert, update on creators.creator_import to tastemaker_app;

create table creators.import_fault (
    team_id uuid not null references identity.team,
    job_id uuid not null,
    number bigint not null,
    row_number bigint not null,
    line bigint not null,
    column_name text not null,
    value text not null,
    code text not null,
    detail text not null,
    primary key (team_id, job_id, number),
    foreign key (team_id, job_id) references creators.creator_import on delete cascade
);

call operations.own_rows_only('creators.import_fault');
grant select, insert on creators.import_fault to tastemaker_app;
