-- Links of archived campaigns lead on and count no more: whoever follows them is of no team, so that is looked up across teams.
grant usage on schema campaigns to tastemaker_platform;
grant select (team_id, id, status) on campaigns.campaign to tastemaker_platform;
create policy platform_counts on campaigns.campaign for select to tastemaker_platform using (status = 'archived');

comment on column exports.export.thing_id is 'the creator whose posts, the campaign whose shortlist, or the list whose items';
