-- What teams buy and pay. All of it is written by the platform alone, after a look at the payment provider; a team reads what is its own.
create schema billing;
grant usage on schema billing to tastemaker_app, tastemaker_platform;

create table billing.account (
    team_id uuid not null references identity.team,
    version bigint not null check (version >= 1),
    settled_version bigint not null default 0,
    customer text,
    entitled_key text,
    entitled_version integer,
    plan_due boolean not null default false,
    turns_at timestamptz,
    team_closed boolean not null,
    primary key (team_id),
    check (settled_version between 0 and version),
    check ((entitled_key is null) = (entitled_version is null))
);
create unique index account_customer on billing.account (customer);
create index account_unsettled on billing.account (team_id) where settled_version <> version;
create index account_turns on billing.account (turns_at) where turns_at is not null;
comment on column billing.account.version is 'counts the changes; it guards the subscriptions and payments of the team, too';
comment on column billing.account.settled_version is 'the version that the wallet knows of';
comment on column billing.account.customer is 'the provider''s id of the team';
comment on column billing.account.entitled_key is 'the plan that the team is entitled to; null when it pays for none';
comment on column billing.account.plan_due is 'whether the plan has changed since the wallet was told, back to what it was included';
comment on column billing.account.turns_at is 'when the plan may change by time alone';
comment on column billing.account.team_closed is 'follows identity.team: nothing may be charged any more';

create table billing.subscription (
    team_id uuid not null references billing.account,
    id text not null,
    item text not null,
    plan_key text,
    plan_version integer,
    status text not null,
    period_start timestamptz not null,
    period_end timestamptz not null,
    trial_end timestamptz,
    ends_at_period_end boolean not null,
    ended_at timestamptz,
    created_at timestamptz not null,
    trial_end_told boolean not null,
    primary key (team_id, id),
    check ((plan_key is null) = (plan_version is null))
);
create unique index subscription_id on billing.subscription (id);
create index subscription_alive on billing.subscription (period_end) where status not in ('canceled', 'incomplete_expired');
comment on column billing.subscription.id is 'the provider''s, as are those of its item, of invoices, payments, checkouts and coupons';
comment on column billing.subscription.plan_key is 'null when its price belongs to no plan';
comment on column billing.subscription.trial_end_told is 'whether the team was told that the trial ends';

create table billing.payment (
    team_id uuid not null references billing.account,
    id text collate "C" not null,
    kind text not null,
    status text not null,
    currency text not null check (char_length(currency) = 3),
    total numeric not null,
    paid numeric not null,
    refunded numeric not null,
    in_dispute boolean not null,
    order_id uuid,
    subscription_id text,
    intent text,
    number text,
    covers jsonb not null,
    covers_until timestamptz,
    source text not null,
    credits bigint not null check (credits >= 0),
    credits_end timestamptz,
    attempts integer not null check (attempts >= 0),
    created_at timestamptz not null,
    paid_at timestamptz,
    granted boolean not null,
    refund_due boolean not null default false,
    primary key (team_id, id),
    unique (team_id, source)
);
create unique index payment_id on billing.payment (id);
create index payment_intent on billing.payment (intent) where intent is not null;
create index payment_newest on billing.payment (team_id, created_at desc, id desc);
create index payment_unsettled on billing.payment (team_id)
    where status = 'paid' and credits > 0 and (not granted or refund_due);
create index payment_covering on billing.payment (team_id, covers_until) where covers_until is not null;
create index payment_open on billing.payment (id) where status = 'open';
create index payment_in_dispute on billing.payment (id) where in_dispute;
comment on column billing.payment.refunded is 'what went back of it, disputes included';
comment on column billing.payment.covers is '[{plan, from, until, given_back}]: the stretches of plans that it pays for';
comment on column billing.payment.covers_until is 'the end of the last of them';
comment on column billing.payment.source is 'the reference under which credits are granted, once for ever';
comment on column billing.payment.credits is 'fixed when it is first heard of as paid';
comment on column billing.payment.granted is 'whether the wallet was given the credits';
comment on column billing.payment.refund_due is 'whether what went back has changed since the wallet was told';

create table billing.checkout_order (
    team_id uuid not null references identity.team,
    id uuid not null,
    user_id uuid not null,
    kind text not null check (kind in ('subscribe', 'top_up', 'one_off')),
    plan_key text,
    plan_version integer,
    trial_days integer,
    pack_key text,
    pack_version integer,
    credits bigint,
    valid_days integer,
    description text,
    state text not null,
    currency text not null check (char_length(currency) = 3),
    list_price numeric not null check (list_price >= 0),
    discount numeric not null check (discount >= 0),
    coupon text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    session text,
    settled_at timestamptz,
    fault text,
    primary key (team_id, id),
    check ((kind = 'subscribe') = (plan_key is not null and plan_version is not null and trial_days is not null)),
    check ((kind = 'top_up') = (pack_key is not null and pack_version is not null and credits is not null)),
    check ((kind = 'one_off') = (description is not null))
);
create unique index checkout_order_session on billing.checkout_order (session);
create unique index checkout_order_one_plan on billing.checkout_order (team_id) where kind = 'subscribe' and state in ('new', 'open');
comment on index billing.checkout_order_one_plan is 'of two who subscribe a team at once, one has to wait: else both could pay';
create index checkout_order_newest on billing.checkout_order (team_id, created_at desc, id desc);
create index checkout_order_awaited on billing.checkout_order (expires_at) where state in ('new', 'open', 'pending');
create index checkout_order_mismatched on billing.checkout_order (created_at) where state = 'mismatched';
comment on column billing.checkout_order.user_id is 'who buys; it leads to nobody once that person is erased';
comment on column billing.checkout_order.valid_days is 'how long the credits of a pack last; null for ever';
comment on column billing.checkout_order.session is 'the provider''s id of the checkout; where it is paid is as secret as a password, and not kept here';
comment on column billing.checkout_order.fault is 'why it did not count, when the sums did not agree';

create table billing.trial (
    team_id uuid not null references identity.team,
    user_id uuid not null,
    order_id uuid not null,
    free_again_at timestamptz,
    primary key (team_id)
);
create unique index trial_person on billing.trial (user_id);
comment on table billing.trial is 'one for each team and each person, ever: what is used outlives both, as two ids';
comment on column billing.trial.free_again_at is 'until when it is set aside for an order; null once it was used';

create table billing.coupon (
    code text collate "C" not null,
    version bigint not null check (version >= 1),
    promotion text not null,
    basis_points integer check (basis_points between 1 and 10000),
    amount_off numeric check (amount_off > 0),
    currency text check (char_length(currency) = 3),
    term text not null,
    months integer,
    most bigint,
    used bigint not null,
    ends_at timestamptz,
    active boolean not null,
    primary key (code),
    unique (promotion),
    check ((basis_points is null) = (amount_off is not null)),
    check ((amount_off is null) = (currency is null)),
    check ((term = 'repeating') = (months is not null))
);
comment on column billing.coupon.promotion is 'the provider''s id of the code';
comment on column billing.coupon.used is 'how often, as we last heard: the provider counts';

create table billing.top_up_pack (
    key text not null,
    version integer not null check (version >= 1),
    credits bigint not null check (credits >= 1),
    price numeric not null check (price > 0),
    currency text not null check (char_length(currency) = 3),
    valid_days integer check (valid_days >= 1),
    on_sale boolean not null,
    created_at timestamptz not null default now(),
    primary key (key, version)
);
comment on column billing.top_up_pack.valid_days is 'how long the credits last; null for ever';

create table billing.notice (
    id text collate "C" not null check (char_length(id) between 1 and 255),
    type text not null check (char_length(type) between 1 and 255),
    matter_kind text,
    matter_id text,
    state text not null,
    attempts integer not null default 0,
    not_before timestamptz not null,
    lease_until timestamptz not null default '-infinity',
    lease_token bigint not null default 0,
    team_id uuid,
    fault text,
    created_at timestamptz not null,
    received_at timestamptz not null,
    settled_at timestamptz,
    primary key (id),
    check ((matter_kind is null) = (matter_id is null)),
    check (state <> 'received' or matter_id is not null),
    check ((state = 'received') = (settled_at is null))
);
create index notice_due on billing.notice (greatest(not_before, lease_until), created_at, id) where state = 'received';
create index notice_newest on billing.notice (received_at desc, id desc);
create index notice_dead on billing.notice (id) where state = 'dead';
create index notice_settled on billing.notice (settled_at) where state in ('applied', 'ignored');
comment on column billing.notice.id is 'the provider''s; what is told twice has the same';
comment on column billing.notice.matter_id is 'the provider''s id of what it is about; null when that is of no interest or cannot be read';
comment on column billing.notice.created_at is 'when it happened there';

create table billing.reconciliation (
    number bigint not null generated always as identity,
    started_at timestamptz not null,
    ended_at timestamptz,
    since timestamptz not null,
    undelivered integer not null default 0,
    sessions integer not null default 0,
    invoices integer not null default 0,
    refunds integer not null default 0,
    stale integer not null default 0,
    repaired integer not null default 0,
    accounts integer not null default 0,
    drifts jsonb not null default '[]',
    fault text,
    primary key (number)
);
create unique index reconciliation_running on billing.reconciliation ((true)) where ended_at is null;
comment on column billing.reconciliation.since is 'from when on the provider''s lists were read';
comment on column billing.reconciliation.drifts is '[{team, due, granted}]: teams whose credits differ from what is due';

call operations.own_rows_for_good('billing.account');
call operations.own_rows_for_good('billing.subscription');
call operations.own_rows_for_good('billing.payment');
call operations.own_rows_for_good('billing.checkout_order');
call operations.own_rows_for_good('billing.trial');
grant select on billing.account, billing.subscription, billing.payment, billing.checkout_order, billing.trial to tastemaker_app;

do $$
declare
    name text;
begin
    foreach name in array array['coupon', 'top_up_pack', 'notice', 'reconciliation'] loop
        execute format('alter table billing.%I enable row level security', name);
        execute format('alter table billing.%I force row level security', name);
    end loop;
    foreach name in array array['account', 'subscription', 'payment', 'checkout_order', 'trial', 'coupon', 'notice', 'reconciliation'] loop
        execute format('create policy platform_changes on billing.%I for update to tastemaker_platform using (true)', name);
        execute format('grant update on billing.%I to tastemaker_platform', name);
    end loop;
    foreach name in array array['account', 'subscription', 'payment', 'checkout_order', 'trial', 'coupon', 'top_up_pack', 'notice',
                                'reconciliation'] loop
        execute format('create policy platform_reads on billing.%I for select to tastemaker_platform using (true)', name);
        execute format('create policy platform_adds on billing.%I for insert to tastemaker_platform with check (true)', name);
        execute format('grant select, insert on billing.%I to tastemaker_platform', name);
    end loop;
    foreach name in array array['account', 'subscription', 'payment', 'checkout_order'] loop
        execute format('create trigger refuse_change before delete on billing.%I for each row execute function wallets.refuse_change()', name);
    end loop;
    foreach name in array array['account', 'subscription', 'payment', 'checkout_order', 'trial', 'top_up_pack'] loop
        execute format('create trigger refuse_truncate before truncate on billing.%I '
                       'for each statement execute function wallets.refuse_change()', name);
    end loop;
end
$$;
create policy platform_frees on billing.trial for delete to tastemaker_platform using (free_again_at is not null);
create policy platform_forgets on billing.notice for delete to tastemaker_platform using (state in ('applied', 'ignored'));
grant delete on billing.trial, billing.notice to tastemaker_platform;
create trigger refuse_change before update or delete on billing.top_up_pack
    for each row execute function wallets.refuse_change();

-- A team is closed by its own role, so that this role moves its account here, and only here. The version moves, so that what was decided
-- for a living team is not written.
create function billing.follow_closing() returns trigger
language plpgsql
as $$
begin
    update billing.account set team_closed = true, version = version + 1 where team_id = new.team_id and not team_closed;
    return null;
end
$$;
create trigger follow_closing after update of deleted_at on identity.team for each row
    when (old.deleted_at is null and new.deleted_at is not null)
    execute function billing.follow_closing();
grant update (version, team_closed) on billing.account to tastemaker_app;

create function billing.check_closing() returns trigger
language plpgsql
as $$
begin
    if new.team_closed and not old.team_closed and new.version = old.version + 1
            and exists (select from identity.team closed where closed.team_id = new.team_id and closed.deleted_at is not null) then
        return new;
    end if;
    raise exception 'an account follows the payment provider and the end of its team, and nothing else'
        using errcode = 'insufficient_privilege';
end
$$;
create trigger check_closing before update on billing.account for each row
    when (not pg_has_role('tastemaker_platform', 'member'))
    execute function billing.check_closing();

alter table billing.top_up_pack no force row level security;
insert into billing.top_up_pack (key, version, credits, price, currency, valid_days, on_sale)
values ('credits-500', 1, 500, 10, 'USD', null, true),
       ('credits-2500', 1, 2500, 50, 'USD', null, true),
       ('credits-10000', 1, 10000, 200, 'USD', null, true);
alter table billing.top_up_pack force row level security;
