-- Who asked to be erased. Outlives the account; of the address only a hash is kept, so that a restored backup can be cleaned again.
create table identity.erasure (
    id uuid not null,
    user_id uuid not null,
    email_hash text not null,
    requested_at timestamptz not null,
    completed_at timestamptz,
    primary key (id)
);
create unique index erasure_user on identity.erasure (user_id);
create index erasure_unfinished on identity.erasure (requested_at) where completed_at is null;

alter table identity.erasure enable row level security;
alter table identity.erasure force row level security;
create policy platform_works on identity.erasure to tastemaker_platform using (true);
grant select, insert, update on identity.erasure to tastemaker_platform;
