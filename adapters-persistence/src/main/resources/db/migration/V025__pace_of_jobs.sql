-- How fast a job gets on shows when its progress was noted.
alter table operations.job add column progress_at timestamptz;
comment on column operations.job.progress_at is 'when progress_done was noted last';
create index job_newest_of_all on operations.job (created_at desc, id desc);
