package io.tastemaker.adapters.persistence.webhooks;

import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.ATTEMPT;
import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.DELIVERY;
import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.ENDPOINT;
import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.EVENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.webhooks.Attempt;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Events on their way, in PostgreSQL. */
public final class JooqDeliveries implements Deliveries, Meter {

    /** How many events an endpoint has in hands at once, over all programs: enough to hide its latency, too few to hold up others. */
    private static final int MOST_AT_ONCE = 4;

    /** How many old events are dropped at once. */
    private static final int A_ROUND = 10_000;

    private static final Field<Instant> LONG_AGO = DSL.field("'-infinity'::timestamptz", ENDPOINT.QUIET_UNTIL.getDataType());

    /**
     * One statement takes them up, so that nobody else can take them between looking and taking. It steps through the endpoints that have
     * something pending (a loose scan of the index), takes of each as many as it may have in hands besides those it has, and of all those the
     * ones first that are the first of their endpoint: whoever has one event waits for nobody who has thousands.
     */
    private static final String CLAIM = """
            with recursive waiting(team_id, endpoint_id) as (
                (select team_id, endpoint_id from webhooks.delivery where state = 'pending' order by team_id, endpoint_id limit 1)
                union all
                select next.team_id, next.endpoint_id
                  from waiting w
                 cross join lateral (
                    select d.team_id, d.endpoint_id from webhooks.delivery d
                     where d.state = 'pending' and (d.team_id, d.endpoint_id) > (w.team_id, w.endpoint_id)
                     order by d.team_id, d.endpoint_id limit 1) next
            ), open as materialized (
                select e.team_id, e.id, (case when e.failures >= {3} then 1 else {4} end) - (
                    select count(*)::int from webhooks.delivery h
                     where h.team_id = e.team_id and h.endpoint_id = e.id and h.state = 'pending'
                       and h.lease_until > {0}) as room
                  from waiting w
                  join webhooks.endpoint e on e.team_id = w.team_id and e.id = w.endpoint_id
                 where e.enabled and e.quiet_until <= {0}
            ), due as materialized (
                select d.team_id, d.endpoint_id, d.event_id, d.since
                  from open o
                 cross join lateral (
                    select p.team_id, p.endpoint_id, p.event_id, greatest(p.due_at, p.lease_until) as since
                      from webhooks.delivery p
                     where p.team_id = o.team_id and p.endpoint_id = o.id and p.state = 'pending'
                       and greatest(p.due_at, p.lease_until) <= {0}
                     order by greatest(p.due_at, p.lease_until), p.event_id
                     limit greatest(o.room, 0)
                       for update skip locked) d
            ), taken as (
                select team_id, endpoint_id, event_id
                  from (select due.*, row_number() over (partition by team_id, endpoint_id order by since, event_id) as place from due) placed
                 order by place, since
                 limit {2}
            )
            update webhooks.delivery d
               set attempts = d.attempts + 1, tries = d.tries + 1, lease_token = d.lease_token + 1, lease_until = {1}
              from taken t, webhooks.endpoint endpoint, webhooks.event event
             where d.team_id = t.team_id and d.endpoint_id = t.endpoint_id and d.event_id = t.event_id
               and endpoint.team_id = d.team_id and endpoint.id = d.endpoint_id
               and event.team_id = d.team_id and event.id = d.event_id
            returning d.team_id, d.endpoint_id, d.event_id, d.lease_token, d.attempts, d.tries, d.begun_at, endpoint.url, endpoint.sealed_secret,
                      endpoint.old_sealed_secret, endpoint.old_secret_until, endpoint.failures, event.kind, event.subject_type,
                      event.subject_id, event.data, event.at
            """;

    private static final List<Field<?>> CLAIMED = List.of(DELIVERY.TEAM_ID, DELIVERY.ENDPOINT_ID, DELIVERY.EVENT_ID, DELIVERY.LEASE_TOKEN,
            DELIVERY.ATTEMPTS, DELIVERY.TRIES, DELIVERY.BEGUN_AT, ENDPOINT.URL, ENDPOINT.SEALED_SECRET, ENDPOINT.OLD_SEALED_SECRET,
            ENDPOINT.OLD_SECRET_UNTIL, ENDPOINT.FAILURES, EVENT.KIND, EVENT.SUBJECT_TYPE, EVENT.SUBJECT_ID, EVENT.DATA, EVENT.AT);

    private static final List<Field<?>> COLUMNS = List.of(DELIVERY.ENDPOINT_ID, DELIVERY.EVENT_ID, DELIVERY.STATE, DELIVERY.TOLD_AT,
            DELIVERY.ATTEMPTS, DELIVERY.DUE_AT, DELIVERY.SETTLED_AT, EVENT.KIND, EVENT.SUBJECT_TYPE, EVENT.SUBJECT_ID, EVENT.DATA);

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;
    private final InstantSource clock;

    /**
     * There are few connections for work across teams, and many senders: they take one of them in turns, so that whoever presents a key or
     * takes up a job finds another, and none of them gives up waiting and sends again what was taken.
     */
    private final Semaphore turn = new Semaphore(1, true);

    /** Deliveries of a team in its transactions, and of all teams in steps of their own; the clock is that of the figures. */
    public JooqDeliveries(JooqTransactions transactions, AcrossTeams acrossTeams, InstantSource clock) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
        this.clock = clock;
    }

    @Override
    public Page<Delivery> list(EndpointId endpoint, Set<Delivery.State> states, PageRequest page) {
        Condition wanted = of(endpoint).and(states.isEmpty() ? DSL.noCondition() : DELIVERY.STATE.in(states));
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(DELIVERY.TOLD_AT, DELIVERY.EVENT_ID).lt(after.time(), after.id()));
        }
        List<Delivery> found = transactions.sql().select(COLUMNS)
                .from(DELIVERY).join(EVENT).on(EVENT.TEAM_ID.eq(DELIVERY.TEAM_ID).and(EVENT.ID.eq(DELIVERY.EVENT_ID)))
                .where(wanted)
                .orderBy(DELIVERY.TOLD_AT.desc(), DELIVERY.EVENT_ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqDeliveries::delivery);
        return Page.of(found, page.limit(), last -> new Position(last.toldAt(), last.id()).toString());
    }

    @Override
    public Optional<Delivery> find(EndpointId endpoint, UUID id) {
        return transactions.sql().select(COLUMNS)
                .from(DELIVERY).join(EVENT).on(EVENT.TEAM_ID.eq(DELIVERY.TEAM_ID).and(EVENT.ID.eq(DELIVERY.EVENT_ID)))
                .where(of(endpoint).and(DELIVERY.EVENT_ID.eq(id)))
                .fetchOptional(JooqDeliveries::delivery);
    }

    @Override
    public List<Attempt> attempts(EndpointId endpoint, UUID id) {
        return transactions.sql().select(ATTEMPT.NUMBER, ATTEMPT.AT, ATTEMPT.MILLIS, ATTEMPT.STATUS, ATTEMPT.FAULT).from(ATTEMPT)
                .where(ATTEMPT.TEAM_ID.eq(transactions.team()).and(ATTEMPT.ENDPOINT_ID.eq(endpoint)).and(ATTEMPT.EVENT_ID.eq(id)))
                .orderBy(ATTEMPT.NUMBER)
                .fetch(row -> new Attempt(row.value1(), row.value2(), Duration.ofMillis(row.value3()), Optional.ofNullable(row.value4()),
                        Optional.ofNullable(row.value5())));
    }

    @Override
    public boolean sendAgain(EndpointId endpoint, UUID id, Instant now) {
        boolean sent = transactions.sql().update(DELIVERY)
                .set(DELIVERY.STATE, Delivery.State.PENDING)
                .set(DELIVERY.TRIES, 0)
                .set(DELIVERY.BEGUN_AT, now)
                .set(DELIVERY.DUE_AT, now)
                .setNull(DELIVERY.SETTLED_AT)
                .where(of(endpoint).and(DELIVERY.EVENT_ID.eq(id)).and(DELIVERY.STATE.ne(inline(Delivery.State.PENDING, DELIVERY.STATE))))
                .execute() == 1;
        if (sent) {
            endPause(endpoint);
        }
        return sent;
    }

    @Override
    public void tell(EndpointId endpoint, UUID id, Event event, Instant now) {
        FanOut.tell(transactions.sql(), transactions.team(), endpoint, id, event, now);
        endPause(endpoint);
    }

    private void endPause(EndpointId endpoint) {
        transactions.sql().update(ENDPOINT).set(ENDPOINT.QUIET_UNTIL, LONG_AGO)
                .where(ENDPOINT.TEAM_ID.eq(transactions.team()).and(ENDPOINT.ID.eq(endpoint)).and(ENDPOINT.QUIET_UNTIL.gt(LONG_AGO)))
                .execute();
    }

    @Override
    public List<Claim> claim(Instant now, Duration lease, int most) {
        return acrossTeams.run(sql -> isAnyPending(sql) ? claim(sql, now, lease, most) : List.of());
    }

    /** Asked ten times a second by a program that has nothing to send: to plan the statement that claims takes longer than this. */
    private static boolean isAnyPending(DSLContext sql) {
        return sql.fetchExists(DELIVERY, DELIVERY.STATE.eq(inline(Delivery.State.PENDING, DELIVERY.STATE)));
    }

    private static List<Claim> claim(DSLContext sql, Instant now, Duration lease, int most) {
        return sql.resultQuery(CLAIM, val(now, DELIVERY.DUE_AT), val(now.plus(lease), DELIVERY.LEASE_UNTIL), val(most),
                        inline(Endpoint.Streak.SUSPECT), inline(MOST_AT_ONCE))
                .coerce(CLAIMED.toArray(Field<?>[]::new))
                .fetch(row -> claim(row, now));
    }

    private static Claim claim(Record row, Instant now) {
        Optional<byte[]> old = Optional.ofNullable(row.get(ENDPOINT.OLD_SEALED_SECRET))
                .filter(secret -> now.isBefore(row.get(ENDPOINT.OLD_SECRET_UNTIL)));
        return new Claim(row.get(DELIVERY.TEAM_ID), row.get(DELIVERY.ENDPOINT_ID), row.get(DELIVERY.EVENT_ID), row.get(DELIVERY.LEASE_TOKEN),
                row.get(DELIVERY.ATTEMPTS), row.get(DELIVERY.TRIES), row.get(DELIVERY.BEGUN_AT), row.get(ENDPOINT.URL),
                Stream.concat(Stream.of(row.get(ENDPOINT.SEALED_SECRET)), old.stream()).toList(), row.get(ENDPOINT.FAILURES), event(row),
                row.get(EVENT.AT));
    }

    @Override
    public Optional<Endpoint.Streak> settle(Claim claim, Attempt attempt, Fate fate) {
        turn.acquireUninterruptibly();
        try {
            return settleInTurn(claim, attempt, fate);
        } finally {
            turn.release();
        }
    }

    private Optional<Endpoint.Streak> settleInTurn(Claim claim, Attempt attempt, Fate fate) {
        Instant end = attempt.at().plus(attempt.duration());
        return acrossTeams.run(sql -> {
            boolean held = switch (fate) {
                case Fate.Delivered delivered -> move(sql, claim, Delivery.State.DELIVERED, end);
                case Fate.Dead dead -> move(sql, claim, Delivery.State.DEAD, end);
                case Fate.Again again -> postpone(sql, claim, again.at());
            };
            if (!held) {
                return Optional.empty();
            }
            sql.insertInto(ATTEMPT)
                    .set(ATTEMPT.TEAM_ID, claim.team())
                    .set(ATTEMPT.ENDPOINT_ID, claim.endpoint())
                    .set(ATTEMPT.EVENT_ID, claim.id())
                    .set(ATTEMPT.NUMBER, attempt.number())
                    .set(ATTEMPT.AT, attempt.at())
                    .set(ATTEMPT.MILLIS, attempt.duration().toMillis())
                    .set(ATTEMPT.STATUS, attempt.status().orElse(null))
                    .set(ATTEMPT.FAULT, attempt.fault().orElse(null))
                    .execute();
            return switch (fate) {
                case Fate.Delivered delivered -> took(sql, claim);
                case Fate.Again again -> failed(sql, claim, attempt.at(), again.quietUntil());
                case Fate.Dead dead -> failed(sql, claim, attempt.at(), dead.quietUntil());
            };
        });
    }

    private static boolean move(DSLContext sql, Claim claim, Delivery.State state, Instant end) {
        return sql.update(DELIVERY).set(DELIVERY.STATE, state).set(DELIVERY.SETTLED_AT, end).set(DELIVERY.LEASE_UNTIL, LONG_AGO)
                .where(held(claim)).execute() == 1;
    }

    private static boolean postpone(DSLContext sql, Claim claim, Instant at) {
        return sql.update(DELIVERY).set(DELIVERY.DUE_AT, at).set(DELIVERY.LEASE_UNTIL, LONG_AGO).set(DELIVERY.LEASE_TOKEN, DELIVERY.LEASE_TOKEN.plus(1))
                .where(held(claim)).execute() == 1;
    }

    /** Nearly always there is no count to end, and then nothing is written. */
    private static Optional<Endpoint.Streak> took(DSLContext sql, Claim claim) {
        sql.update(ENDPOINT).set(ENDPOINT.FAILURES, 0).setNull(ENDPOINT.FAILING_SINCE).set(ENDPOINT.QUIET_UNTIL, LONG_AGO)
                .where(endpoint(claim).and(ENDPOINT.FAILURES.gt(inline(0)))).execute();
        return Optional.of(Endpoint.Streak.NONE);
    }

    private static Optional<Endpoint.Streak> failed(DSLContext sql, Claim claim, Instant at, Instant quietUntil) {
        return sql.update(ENDPOINT)
                .set(ENDPOINT.FAILURES, ENDPOINT.FAILURES.plus(1))
                .set(ENDPOINT.FAILING_SINCE, coalesce(ENDPOINT.FAILING_SINCE, val(at, ENDPOINT.FAILING_SINCE)))
                .set(ENDPOINT.QUIET_UNTIL, DSL.greatest(ENDPOINT.QUIET_UNTIL, val(quietUntil, ENDPOINT.QUIET_UNTIL)))
                .where(endpoint(claim))
                .returningResult(ENDPOINT.FAILURES, ENDPOINT.FAILING_SINCE)
                .fetchOptional(EndpointRow::streak);
    }

    @Override
    public int forget(Instant before) {
        return acrossTeams.run(sql -> sql.deleteFrom(EVENT)
                .where(row(EVENT.TEAM_ID, EVENT.ID).in(sql.select(EVENT.TEAM_ID, EVENT.ID).from(EVENT)
                        .where(EVENT.AT.lt(before))
                        .andNotExists(sql.selectOne().from(DELIVERY)
                                .where(DELIVERY.TEAM_ID.eq(EVENT.TEAM_ID).and(DELIVERY.EVENT_ID.eq(EVENT.ID)))
                                .and(DELIVERY.STATE.eq(inline(Delivery.State.PENDING, DELIVERY.STATE)))
                                .and(DELIVERY.BEGUN_AT.ge(before)))
                        .orderBy(EVENT.AT)
                        .limit(A_ROUND)))
                .execute());
    }

    @Override
    public Queue queue(Instant now) {
        return acrossTeams.run(sql -> {
            Condition waits = DELIVERY.STATE.eq(inline(Delivery.State.PENDING, DELIVERY.STATE)).and(ENDPOINT.ENABLED);
            Field<Instant> due = DSL.greatest(DELIVERY.DUE_AT, DELIVERY.LEASE_UNTIL);
            Field<Long> pending = DSL.count().cast(Long.class);
            Field<Instant> oldest = DSL.min(due).filterWhere(due.le(now).and(ENDPOINT.QUIET_UNTIL.le(now)));
            long disabled = sql.fetchCount(ENDPOINT, ENDPOINT.DISABLED_REASON.in(Endpoint.Reason.FAILING, Endpoint.Reason.GONE));
            return sql.select(pending, oldest).from(DELIVERY)
                    .join(ENDPOINT).on(ENDPOINT.TEAM_ID.eq(DELIVERY.TEAM_ID).and(ENDPOINT.ID.eq(DELIVERY.ENDPOINT_ID)))
                    .where(waits)
                    .fetchSingle(row -> new Queue(row.value1(), Optional.ofNullable(row.value2()), disabled));
        });
    }

    @Override
    public List<Reading> read() {
        Instant now = clock.instant();
        Queue queue = queue(now);
        double late = queue.oldestDue().map(due -> Math.max(0, Duration.between(due, now).toMillis() / 1_000.0)).orElse(0.0);
        return List.of(new Reading("webhook_queue_events", "Events on their way to endpoints that are enabled", queue.pending()),
                new Reading("webhook_oldest_due_seconds", "For how long the event has waited that should have been sent first", late),
                new Reading("webhook_given_up_endpoints", "Endpoints that were disabled since they failed or were gone", queue.disabled()));
    }

    private Condition of(EndpointId endpoint) {
        return DELIVERY.TEAM_ID.eq(transactions.team()).and(DELIVERY.ENDPOINT_ID.eq(endpoint));
    }

    private static Condition held(Claim claim) {
        return DELIVERY.TEAM_ID.eq(claim.team()).and(DELIVERY.ENDPOINT_ID.eq(claim.endpoint())).and(DELIVERY.EVENT_ID.eq(claim.id()))
                .and(DELIVERY.LEASE_TOKEN.eq(claim.leaseToken())).and(DELIVERY.STATE.eq(inline(Delivery.State.PENDING, DELIVERY.STATE)));
    }

    private static Condition endpoint(Claim claim) {
        return ENDPOINT.TEAM_ID.eq(claim.team()).and(ENDPOINT.ID.eq(claim.endpoint()));
    }

    private static Delivery delivery(Record row) {
        Delivery.State state = row.get(DELIVERY.STATE);
        return new Delivery(row.get(DELIVERY.ENDPOINT_ID), row.get(DELIVERY.EVENT_ID), event(row), row.get(DELIVERY.TOLD_AT), state,
                row.get(DELIVERY.ATTEMPTS), Optional.of(row.get(DELIVERY.DUE_AT)).filter(due -> state == Delivery.State.PENDING),
                Optional.ofNullable(row.get(DELIVERY.SETTLED_AT)));
    }

    private static Event event(Record row) {
        return new Event(row.get(EVENT.KIND), new Subject(row.get(EVENT.SUBJECT_TYPE), row.get(EVENT.SUBJECT_ID)),
                new TreeMap<>(Json.read(row.get(EVENT.DATA))));
    }
}
