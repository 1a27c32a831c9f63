-- Who has the fewest jobs running is asked at every claim, for every team with work: without this index at the price of the whole queue.
create index job_running on operations.job (team_id) where status = 'running';
