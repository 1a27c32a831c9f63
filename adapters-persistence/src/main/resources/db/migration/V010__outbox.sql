-- Mail on its way out: written in the transaction that has a reason for it, sent by the platform role, wiped when it is settled.
create table operations.outgoing_mail (
    team_id uuid not null references identity.team,
    id uuid not null,
    sealed_letter bytea,
    attempts integer not null default 0,
    not_before timestamptz not null,
    lease_token bigint not null default 0,
    lease_until timestamptz not null default '-infinity',
    created_at timestamptz not null,
    sent_at timestamptz,
    failed_at timestamptz,
    failure text,
    primary key (team_id, id),
    check ((sealed_letter is null) = (sent_at is not null or failed_at is not null))
);
comment on column operations.outgoing_mail.sealed_letter is 'to, subject and text, encrypted; null once it was sent or given up';
comment on column operations.outgoing_mail.failure is 'why the last attempt failed, without personal data';

create index outgoing_mail_due on operations.outgoing_mail (greatest(not_before, lease_until), id) where sealed_letter is not null;
create index outgoing_mail_settled on operations.outgoing_mail (coalesce(sent_at, failed_at)) where sealed_letter is null;

call operations.own_rows_only('operations.outgoing_mail');
create policy platform_works on operations.outgoing_mail to tastemaker_platform using (true);
grant insert on operations.outgoing_mail to tastemaker_app;
grant select, insert, update, delete on operations.outgoing_mail to tastemaker_platform;
