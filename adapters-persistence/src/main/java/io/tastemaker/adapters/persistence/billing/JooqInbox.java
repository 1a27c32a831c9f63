package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.NOTICE;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The notices of the payment provider in PostgreSQL. */
public final class JooqInbox implements Inbox, Meter {

    private static final List<Field<?>> COLUMNS = List.of(NOTICE.ID, NOTICE.TYPE, NOTICE.MATTER_KIND, NOTICE.MATTER_ID, NOTICE.STATE,
            NOTICE.ATTEMPTS, NOTICE.LEASE_TOKEN, NOTICE.TEAM_ID, NOTICE.FAULT, NOTICE.CREATED_AT, NOTICE.RECEIVED_AT, NOTICE.SETTLED_AT);

    /** Since when a notice has waited, or when it may be taken up again. */
    private static final Field<Instant> DUE = greatest(NOTICE.NOT_BEFORE, NOTICE.LEASE_UNTIL);

    private final PlatformSteps steps;
    private final AcrossTeams acrossTeams;

    public JooqInbox(JooqPlatformTransactions platform, AcrossTeams acrossTeams) {
        this.steps = new PlatformSteps(platform, acrossTeams);
        this.acrossTeams = acrossTeams;
    }

    @Override
    public boolean add(Notice notice, Instant now) {
        return acrossTeams.run(sql -> sql.insertInto(NOTICE)
                .set(NOTICE.ID, notice.id())
                .set(NOTICE.RECEIVED_AT, now)
                .set(told(notice, now))
                .onConflictDoNothing()
                .execute()) == 1;
    }

    /** One statement takes a notice up, so that nobody else can take it between looking and taking. */
    @Override
    public Optional<Claim> claim(Instant now, Duration lease) {
        return acrossTeams.run(sql -> sql.update(NOTICE)
                .set(NOTICE.ATTEMPTS, NOTICE.ATTEMPTS.plus(1))
                .set(NOTICE.LEASE_TOKEN, NOTICE.LEASE_TOKEN.plus(1))
                .set(NOTICE.LEASE_UNTIL, now.plus(lease))
                .where(NOTICE.ID.eq(sql.select(NOTICE.ID)
                        .from(NOTICE)
                        .where(is(Notice.State.RECEIVED).and(DUE.le(now)))
                        .orderBy(DUE, NOTICE.CREATED_AT, NOTICE.ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returningResult(COLUMNS)
                .fetchOptional(row -> new Claim(notice(row), row.get(NOTICE.ATTEMPTS), row.get(NOTICE.LEASE_TOKEN))));
    }

    @Override
    public boolean settle(Claim claim, Notice.State state, Optional<TeamId> team, Optional<String> fault, Instant now) {
        if (state == Notice.State.RECEIVED) {
            throw new IllegalArgumentException("a notice does not end as " + state);
        }
        return steps.run(sql -> sql.update(NOTICE)
                .set(NOTICE.STATE, state)
                .set(NOTICE.TEAM_ID, team.orElse(null))
                .set(NOTICE.FAULT, fault.orElse(null))
                .set(NOTICE.SETTLED_AT, now)
                .where(held(claim))
                .execute()) == 1;
    }

    @Override
    public void putBack(Claim claim, Instant notBefore, String fault, boolean counts) {
        acrossTeams.run(sql -> sql.update(NOTICE)
                .set(NOTICE.NOT_BEFORE, notBefore)
                .set(NOTICE.LEASE_UNTIL, NOTICE.NOT_BEFORE)
                .set(NOTICE.LEASE_TOKEN, NOTICE.LEASE_TOKEN.plus(1))
                .set(NOTICE.FAULT, fault)
                .set(NOTICE.ATTEMPTS, NOTICE.ATTEMPTS.minus(counts ? 0 : 1))
                .where(held(claim))
                .execute());
    }

    @Override
    public boolean renew(Notice notice, Instant now) {
        return acrossTeams.run(sql -> sql.update(NOTICE)
                .set(told(notice, now))
                .set(NOTICE.ATTEMPTS, 0)
                .set(NOTICE.LEASE_UNTIL, now)
                .set(NOTICE.LEASE_TOKEN, NOTICE.LEASE_TOKEN.plus(1))
                .setNull(NOTICE.TEAM_ID)
                .where(NOTICE.ID.eq(notice.id()).andNot(is(Notice.State.RECEIVED).and(NOTICE.LEASE_UNTIL.gt(now))))
                .execute()) == 1;
    }

    @Override
    public Optional<StoredNotice> find(String id) {
        return acrossTeams.run(sql -> sql.select(COLUMNS).from(NOTICE).where(NOTICE.ID.eq(id)).fetchOptional(JooqInbox::stored));
    }

    @Override
    public Page<StoredNotice> list(Set<Notice.State> states, PageRequest page) {
        Condition wanted = (states.isEmpty() ? DSL.noCondition() : NOTICE.STATE.in(states))
                .and(page.after().map(TextPosition::of).map(last -> last.isBefore(NOTICE.RECEIVED_AT, NOTICE.ID)).orElseGet(DSL::noCondition));
        List<StoredNotice> notices = acrossTeams.run(sql -> sql.select(COLUMNS).from(NOTICE)
                .where(wanted)
                .orderBy(NOTICE.RECEIVED_AT.desc(), NOTICE.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqInbox::stored));
        return Page.of(notices, page.limit(), last -> new TextPosition(last.receivedAt(), last.notice().id()).toString());
    }

    @Override
    public int forget(Instant before) {
        return acrossTeams.run(sql -> sql.deleteFrom(NOTICE)
                .where(is(Notice.State.APPLIED).or(is(Notice.State.IGNORED)))
                .and(NOTICE.SETTLED_AT.lt(before))
                .execute());
    }

    @Override
    public long count(Notice.State state) {
        return acrossTeams.run(sql -> sql.fetchCount(NOTICE, is(state)));
    }

    @Override
    public List<Reading> read() {
        try {
            return List.of(
                    new Reading("billing_notices_waiting", "Notices of the payment provider that nobody has heeded yet",
                            count(Notice.State.RECEIVED)),
                    new Reading("billing_notices_dead", "Notices of the payment provider that somebody has to look at",
                            count(Notice.State.DEAD)));
        } catch (Refusal.Unavailable unavailable) {
            return List.of();
        }
    }

    /** Written out, as in the partial indexes. */
    private static Condition is(Notice.State state) {
        return NOTICE.STATE.eq(inline(state, NOTICE.STATE));
    }

    private static Condition held(Claim claim) {
        return NOTICE.ID.eq(claim.notice().id()).and(is(Notice.State.RECEIVED)).and(NOTICE.LEASE_TOKEN.eq(claim.token()));
    }

    /** What a notice says, as if it had been received now. */
    private static Map<Field<?>, Object> told(Notice notice, Instant now) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(NOTICE.TYPE, notice.type());
        values.put(NOTICE.MATTER_KIND, notice.about().map(Notice.Matter::kind).orElse(null));
        values.put(NOTICE.MATTER_ID, notice.about().map(Notice.Matter::id).orElse(null));
        values.put(NOTICE.STATE, notice.firstState());
        values.put(NOTICE.FAULT, notice.fault().orElse(null));
        values.put(NOTICE.CREATED_AT, notice.createdAt());
        values.put(NOTICE.NOT_BEFORE, now);
        values.put(NOTICE.SETTLED_AT, notice.firstState() == Notice.State.RECEIVED ? null : now);
        return values;
    }

    /** What went wrong with a notice later is no part of what it says. */
    private static Notice notice(Record row) {
        Optional<Notice.Matter> about = Optional.ofNullable(row.get(NOTICE.MATTER_KIND))
                .map(kind -> new Notice.Matter(kind, row.get(NOTICE.MATTER_ID)));
        Optional<String> unreadable = Optional.ofNullable(row.get(NOTICE.FAULT)).filter(fault -> about.isEmpty());
        return new Notice(row.get(NOTICE.ID), row.get(NOTICE.TYPE), row.get(NOTICE.CREATED_AT), about, unreadable);
    }

    private static StoredNotice stored(Record row) {
        return new StoredNotice(notice(row), row.get(NOTICE.STATE), row.get(NOTICE.ATTEMPTS), Optional.ofNullable(row.get(NOTICE.TEAM_ID)),
                Optional.ofNullable(row.get(NOTICE.FAULT)), row.get(NOTICE.RECEIVED_AT), Optional.ofNullable(row.get(NOTICE.SETTLED_AT)));
    }
}
