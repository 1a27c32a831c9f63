-- Second factors, links to other providers and sign-ins under way are a person's: only the platform role sees them.
create table identity.totp_factor (
    factor_id uuid not null,
    user_id uuid not null references identity.user_account on delete cascade,
    name text not null check (char_length(name) between 1 and 100),
    sealed_secret bytea not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint,
    primary key (factor_id)
);
create index totp_factor_user on identity.totp_factor (user_id);
comment on column identity.totp_factor.last_step is 'the last step a code of which was used; none is used twice';

create table identity.recovery_code (
    user_id uuid not null references identity.user_account on delete cascade,
    hash text not null,
    created_at timestamptz not null,
    used_at timestamptz,
    primary key (user_id, hash)
);

create table identity.mfa_challenge (
    challenge_id uuid not null,
    token_hash text not null,
    user_id uuid not null references identity.user_account on delete cascade,
    proofs text[] not null check (cardinality(proofs) > 0),
    address text not null,
    tries integer not null default 0,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (challenge_id)
);
create index mfa_challenge_user on identity.mfa_challenge (user_id);
create index mfa_challenge_old on identity.mfa_challenge (expires_at);

create table identity.external_identity (
    identity_id uuid not null,
    user_id uuid not null references identity.user_account on delete cascade,
    provider text not null,
    issuer text not null check (char_length(issuer) between 1 and 255),
    subject text not null check (char_length(subject) between 1 and 255),
    email text not null,
    linked_at timestamptz not null,
    primary key (identity_id),
    constraint external_identity_person unique (issuer, subject),
    constraint external_identity_issuer unique (user_id, issuer)
);

create table identity.oauth_flow (
    state_hash text not null,
    provider text not null,
    redirect text not null,
    user_id uuid references identity.user_account on delete cascade,
    sealed bytea not null,
    expires_at timestamptz not null,
    primary key (state_hash)
);
create index oauth_flow_user on identity.oauth_flow (user_id);
create index oauth_flow_old on identity.oauth_flow (expires_at);
comment on column identity.oauth_flow.user_id is 'whose account the provider''s is to be linked to; null to sign in';
comment on column identity.oauth_flow.sealed is 'the nonce and the verifier';

do $$
declare
    personal text;
begin
    foreach personal in array array['totp_factor', 'recovery_code', 'mfa_challenge', 'external_identity', 'oauth_flow'] loop
        execute format('alter table identity.%I enable row level security', personal);
        execute format('alter table identity.%I force row level security', personal);
        execute format('create policy platform_works on identity.%I to tastemaker_platform using (true)', personal);
        execute format('grant select, insert, update, delete on identity.%I to tastemaker_platform', personal);
    end loop;
end
$$;

-- One sealed text that says nothing: whether the keys of this program open it tells at the start whether they open the rest.
create table operations.secret_sample (
    sample_id smallint not null check (sample_id = 1),
    sealed bytea not null,
    primary key (sample_id)
);
alter table operations.secret_sample enable row level security;
alter table operations.secret_sample force row level security;
create policy platform_works on operations.secret_sample to tastemaker_platform using (true);
grant select, insert on operations.secret_sample to tastemaker_platform;
