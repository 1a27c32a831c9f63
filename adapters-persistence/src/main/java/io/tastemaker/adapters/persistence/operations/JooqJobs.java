package io.tastemaker.adapters.persistence.operations;

import static io.tastemaker.adapters.persistence.generated.operations.Tables.JOB;
import static io.tastemaker.adapters.persistence.generated.operations.Tables.SCHEDULE_SLOT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The queue of jobs in PostgreSQL. */
public final class JooqJobs implements Jobs, HealthProbe {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            JOB.ID, JOB.TEAM_ID, JOB.KIND, JOB.CREATED_BY, JOB.INPUT, JOB.STATUS, JOB.PROGRESS_DONE, JOB.PROGRESS_TOTAL, JOB.PROGRESS_AT,
            JOB.CHECKPOINT, JOB.ATTEMPTS, JOB.FAILURE, JOB.CANCEL_REQUESTED, JOB.CREATED_AT, JOB.STARTED_AT, JOB.FINISHED_AT, JOB.LEASE_TOKEN);

    /**
     * One statement takes a job up, so that nobody else can take it between looking and taking. It steps through the teams that have
     * something to do (a loose scan of the index), takes the oldest due job of each that nobody else is just taking,
     * and of those the one whose team has the fewest jobs running.
     */
    private static final String CLAIM = """
            with recursive team_with_work(team_id) as (
                (select team_id from operations.job where status in ('queued', 'running') order by team_id limit 1)
                union all
                select (select j.team_id from operations.job j
                         where j.status in ('queued', 'running') and j.team_id > t.team_id order by j.team_id limit 1)
                  from team_with_work t
                 where t.team_id is not null
            ), running as materialized (
                select team_id, count(*) as jobs from operations.job where status = 'running' and lease_until > {1} group by team_id
            )
            update operations.job
               set status = 'running', attempts = attempts + 1, lease_token = lease_token + 1,
                   lease_until = {2}, started_at = coalesce(started_at, {1})
             where (team_id, id) in (
                select due.team_id, due.id
                  from team_with_work t
                 cross join lateral (
                    select j.team_id, j.id, j.created_at
                      from operations.job j
                     where j.team_id = t.team_id
                       and j.status in ('queued', 'running')
                       and (case j.status when 'queued' then j.not_before else j.lease_until end) <= {1}
                       and j.kind = any ({0}) and j.attempts < {3}
                     order by j.created_at, j.id
                     limit 1
                       for update skip locked) due
                  left join running r on r.team_id = due.team_id
                 order by coalesce(r.jobs, 0), due.created_at, due.id
                 limit 1)
            returning id, team_id, kind, created_by, input, status, progress_done, progress_total, progress_at, checkpoint,
                      attempts, failure, cancel_requested, created_at, started_at, finished_at, lease_token
            """;

    /** Its share of the health score. */
    private static final int WEIGHT = 10;

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqJobs(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public void add(Job job) {
        if (!job.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a job of another team");
        }
        transactions.sql().insertInto(JOB)
                .set(JOB.TEAM_ID, job.team())
                .set(JOB.ID, job.id())
                .set(JOB.KIND, job.kind())
                .set(JOB.CREATED_BY, job.createdBy())
                .set(JOB.INPUT, Json.write(job.input()))
                .set(JOB.STATUS, job.status())
                .set(JOB.PROGRESS_DONE, job.progress().done())
                .set(JOB.PROGRESS_TOTAL, job.progress().total().orElse(null))
                .set(JOB.PROGRESS_AT, job.progress().at().orElse(null))
                .set(JOB.CHECKPOINT, Json.write(job.checkpoint()))
                .set(JOB.ATTEMPTS, job.attempts())
                .set(JOB.FAILURE, job.failure().orElse(null))
                .set(JOB.CANCEL_REQUESTED, job.cancelRequested())
                .set(JOB.CREATED_AT, job.createdAt())
                .set(JOB.STARTED_AT, job.startedAt().orElse(null))
                .set(JOB.FINISHED_AT, job.finishedAt().orElse(null))
                .execute();
    }

    @Override
    public Optional<Job> find(JobId id) {
        return transactions.sql().select(COLUMNS).from(JOB).where(own(id)).fetchOptional(JooqJobs::job);
    }

    @Override
    public Page<Job> list(Set<Job.Status> status, Optional<String> kind, PageRequest page) {
        return list(transactions.sql(), JOB.TEAM_ID.eq(transactions.team()), status, kind, page);
    }

    @Override
    public Page<Job> listAll(Set<Job.Status> status, Optional<String> kind, PageRequest page) {
        return acrossTeams.run(sql -> list(sql, DSL.noCondition(), status, kind, page));
    }

    private static Page<Job> list(DSLContext sql, Condition whose, Set<Job.Status> status, Optional<String> kind, PageRequest page) {
        Condition wanted = whose;
        if (!status.isEmpty()) {
            wanted = wanted.and(JOB.STATUS.in(status));
        }
        if (kind.isPresent()) {
            wanted = wanted.and(JOB.KIND.eq(kind.get()));
        }
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(JOB.CREATED_AT, JOB.ID).lt(after.time(), new JobId(after.id())));
        }
        List<Job> jobs = sql.select(COLUMNS)
                .from(JOB)
                .where(wanted)
                .orderBy(JOB.CREATED_AT.desc(), JOB.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqJobs::job);
        return Page.of(jobs, page.limit(), job -> new Position(job.createdAt(), job.id().value()).toString());
    }

    @Override
    public Optional<Job> cancel(JobId id, Instant now) {
        transactions.sql().update(JOB)
                .set(JOB.CANCEL_REQUESTED, true)
                .set(JOB.STATUS, when(JOB.STATUS.eq(Job.Status.QUEUED), inline(Job.Status.CANCELED, JOB.STATUS)).otherwise(JOB.STATUS))
                .set(JOB.FINISHED_AT, when(JOB.STATUS.eq(Job.Status.QUEUED), DSL.val(now, JOB.FINISHED_AT)).otherwise(JOB.FINISHED_AT))
                .where(own(id).and(JOB.STATUS.in(Job.Status.QUEUED, Job.Status.RUNNING)))
                .execute();
        return find(id);
    }

    @Override
    public Optional<Job> repeat(JobId id, Instant now) {
        transactions.sql().update(JOB)
                .set(JOB.STATUS, Job.Status.QUEUED)
                .set(JOB.ATTEMPTS, 0)
                .set(JOB.FAILURE, (String) null)
                .set(JOB.CANCEL_REQUESTED, false)
                .set(JOB.FINISHED_AT, (Instant) null)
                .set(JOB.NOT_BEFORE, now)
                .where(own(id).and(JOB.STATUS.in(Job.Status.FAILED, Job.Status.CANCELED)))
                .execute();
        return find(id);
    }

    @Override
    public boolean checkpoint(Claim claim, Job.Progress progress, Map<String, String> checkpoint, Instant leaseUntil) {
        return transactions.sql().update(JOB)
                .set(JOB.ATTEMPTS, when(JOB.PROGRESS_DONE.lt(progress.done()), inline(1)).otherwise(JOB.ATTEMPTS))
                .set(JOB.PROGRESS_DONE, progress.done())
                .set(JOB.PROGRESS_TOTAL, progress.total().orElse(null))
                .set(JOB.PROGRESS_AT, progress.at().orElse(null))
                .set(JOB.CHECKPOINT, Json.write(checkpoint))
                .set(JOB.LEASE_UNTIL, leaseUntil)
                .where(held(claim).and(JOB.TEAM_ID.eq(transactions.team())))
                .execute() == 1;
    }

    @Override
    public Optional<Claim> claim(Set<String> kinds, Instant now, Duration lease) {
        String[] known = kinds.toArray(String[]::new);
        return acrossTeams.run(sql -> {
            sql.update(JOB)
                    .set(JOB.STATUS, Job.Status.FAILED)
                    .set(JOB.FAILURE, coalesce(JOB.FAILURE, inline("interrupted " + Job.MOST_ATTEMPTS + " times")))
                    .set(JOB.FINISHED_AT, now)
                    .where(row(JOB.TEAM_ID, JOB.ID).in(sql.select(JOB.TEAM_ID, JOB.ID)
                            .from(JOB)
                            .where(JOB.KIND.eq(DSL.any(known)))
                            .and(JOB.ATTEMPTS.ge(inline(Job.MOST_ATTEMPTS)))
                            .and(JOB.STATUS.eq(inline(Job.Status.QUEUED, JOB.STATUS)).and(JOB.NOT_BEFORE.le(now))
                                    .or(JOB.STATUS.eq(inline(Job.Status.RUNNING, JOB.STATUS)).and(JOB.LEASE_UNTIL.le(now))))
                            .forUpdate()
                            .skipLocked()))
                    .execute();
            return sql.resultQuery(CLAIM, DSL.val(known), DSL.val(now, JOB.STARTED_AT), DSL.val(now.plus(lease), JOB.LEASE_UNTIL),
                            inline(Job.MOST_ATTEMPTS))
                    .coerce(COLUMNS.toArray(TableField<?, ?>[]::new))
                    .fetchOptional(taken -> new Claim(job(taken), taken.get(JOB.LEASE_TOKEN)));
        });
    }

    @Override
    public boolean heartbeat(Claim claim, Instant leaseUntil) {
        return acrossTeams.run(sql -> sql.update(JOB).set(JOB.LEASE_UNTIL, leaseUntil).where(held(claim)).execute()) == 1;
    }

    @Override
    public boolean heartbeat(Claim claim, Job.Progress progress, Instant leaseUntil) {
        return acrossTeams.run(sql -> sql.update(JOB)
                .set(JOB.PROGRESS_DONE, progress.done())
                .set(JOB.PROGRESS_TOTAL, progress.total().orElse(null))
                .set(JOB.PROGRESS_AT, progress.at().orElse(null))
                .set(JOB.LEASE_UNTIL, leaseUntil)
                .where(held(claim))
                .execute()) == 1;
    }

    @Override
    public boolean isCancelRequested(Claim claim) {
        return acrossTeams.run(sql -> sql.fetchExists(JOB, JOB.TEAM_ID.eq(claim.job().team())
                .and(JOB.ID.eq(claim.job().id()))
                .and(JOB.CANCEL_REQUESTED)));
    }

    @Override
    public boolean finish(Claim claim, Job.Status status, Optional<String> failure, Instant now) {
        if (!status.isFinal()) {
            throw new IllegalArgumentException("a job does not end as " + status);
        }
        return acrossTeams.run(sql -> sql.update(JOB)
                .set(JOB.STATUS, status)
                .set(JOB.FAILURE, failure.orElse(null))
                .set(JOB.FINISHED_AT, now)
                .where(held(claim))
                .execute()) == 1;
    }

    @Override
    public boolean retry(Claim claim, String failure, Instant notBefore) {
        return acrossTeams.run(sql -> sql.update(JOB)
                .set(JOB.STATUS, Job.Status.QUEUED)
                .set(JOB.FAILURE, failure)
                .set(JOB.NOT_BEFORE, notBefore)
                .where(held(claim))
                .execute()) == 1;
    }

    @Override
    public boolean giveBack(Claim claim) {
        return acrossTeams.run(sql -> sql.update(JOB)
                .set(JOB.STATUS, Job.Status.QUEUED)
                .set(JOB.ATTEMPTS, JOB.ATTEMPTS.minus(inline(1)))
                .set(JOB.NOT_BEFORE, JOB.CREATED_AT)
                .where(held(claim))
                .execute()) == 1;
    }

    @Override
    public boolean takeSlot(String schedule, Instant slot) {
        return acrossTeams.run(sql -> sql.insertInto(SCHEDULE_SLOT, SCHEDULE_SLOT.SCHEDULE, SCHEDULE_SLOT.SLOT)
                .values(schedule, slot)
                .onConflictDoNothing()
                .execute()) == 1;
    }

    @Override
    public Health.Component check() {
        try {
            int late = acrossTeams.run(sql -> sql.fetchCount(JOB, JOB.STATUS.eq(inline(Job.Status.QUEUED, JOB.STATUS))
                    .and(DSL.greatest(JOB.NOT_BEFORE, JOB.CREATED_AT).lt(DSL.field("now() - interval '5 minutes'", JOB.NOT_BEFORE.getDataType())))));
            return late == 0
                    ? new Health.Component("jobs", WEIGHT, Health.Status.UP, "")
                    : new Health.Component("jobs", WEIGHT, Health.Status.DEGRADED, late + " jobs have waited for more than five minutes");
        } catch (Refusal.Unavailable unavailable) {
            return new Health.Component("jobs", WEIGHT, Health.Status.DOWN, "the queue is in the database, which is unavailable");
        }
    }

    private Condition own(JobId id) {
        return JOB.TEAM_ID.eq(transactions.team()).and(JOB.ID.eq(id));
    }

    private static Condition held(Claim claim) {
        return JOB.TEAM_ID.eq(claim.job().team())
                .and(JOB.ID.eq(claim.job().id()))
                .and(JOB.STATUS.eq(Job.Status.RUNNING))
                .and(JOB.LEASE_TOKEN.eq(claim.leaseToken()));
    }

    private static Job job(Record row) {
        return new Job(
                row.get(JOB.ID),
                row.get(JOB.TEAM_ID),
                row.get(JOB.KIND),
                row.get(JOB.CREATED_BY),
                Json.read(row.get(JOB.INPUT)),
                row.get(JOB.STATUS),
                new Job.Progress(row.get(JOB.PROGRESS_DONE), Optional.ofNullable(row.get(JOB.PROGRESS_TOTAL)),
                        Optional.ofNullable(row.get(JOB.PROGRESS_AT))),
                Json.read(row.get(JOB.CHECKPOINT)),
                row.get(JOB.ATTEMPTS),
                Optional.ofNullable(row.get(JOB.FAILURE)),
                row.get(JOB.CANCEL_REQUESTED),
                row.get(JOB.CREATED_AT),
                Optional.ofNullable(row.get(JOB.STARTED_AT)),
                Optional.ofNullable(row.get(JOB.FINISHED_AT)));
    }
}
