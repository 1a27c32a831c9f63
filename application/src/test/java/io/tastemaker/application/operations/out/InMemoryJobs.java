package io.tastemaker.application.operations.out;

import io.tastemaker.application.operations.JobEnding;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A queue of jobs in memory. */
public final class InMemoryJobs implements Jobs {

    private record Row(Job job, long leaseToken, Instant leaseUntil, Instant notBefore) {

        Row with(Job changed) {
            return new Row(changed, leaseToken, leaseUntil, notBefore);
        }

        boolean isHeldBy(Claim claim) {
            return job.status() == Job.Status.RUNNING && leaseToken == claim.leaseToken();
        }

        boolean isDue(Instant now) {
            return switch (job.status()) {
                case QUEUED -> !notBefore.isAfter(now);
                case RUNNING -> !leaseUntil.isAfter(now);
                case SUCCEEDED, FAILED, CANCELED -> false;
            };
        }
    }

    private record Slot(String schedule, Instant time) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<JobId, Row> rows;
    private final InMemoryTransactions.Table<Slot, Slot> slots;
    private final InMemoryTransactions.Table<UUID, JobEnding> endings;
    private final Ids ids = new InMemoryIds();

    public InMemoryJobs(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
        this.slots = transactions.table();
        this.endings = transactions.table();
    }

    @Override
    public void add(Job job) {
        if (!job.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a job of another team");
        }
        if (rows.get(job.id()).isPresent()) {
            throw new IllegalStateException("this job is there already: " + job.id());
        }
        put(job.id(), new Row(job, 0, Instant.MIN, Instant.MIN));
    }

    @Override
    public Optional<Job> find(JobId id) {
        return own(id).map(Row::job);
    }

    @Override
    public Page<Job> list(Set<Job.Status> status, Optional<String> kind, PageRequest page) {
        TeamId team = transactions.team();
        return Newest.first(
                rows.rows()
                        .map(Row::job)
                        .filter(job -> job.team().equals(team))
                        .filter(job -> status.isEmpty() || status.contains(job.status()))
                        .filter(job -> kind.map(job.kind()::equals).orElse(true)),
                page,
                Job::createdAt,
                job -> job.id().value());
    }

    @Override
    public Optional<Job> cancel(JobId id, Instant now) {
        return own(id).map(row -> {
            Job job = row.job();
            Job changed = switch (job.status()) {
                case QUEUED -> changed(job, Job.Status.CANCELED, job.failure(), true, Optional.of(now));
                case RUNNING -> changed(job, job.status(), job.failure(), true, job.finishedAt());
                case SUCCEEDED, FAILED, CANCELED -> job;
            };
            put(id, row.with(changed));
            return changed;
        });
    }

    @Override
    public Optional<Job> repeat(JobId id, Instant now) {
        return own(id).map(row -> {
            Job job = row.job();
            if (job.status() != Job.Status.FAILED && job.status() != Job.Status.CANCELED) {
                return job;
            }
            Job again = new Job(job.id(), job.team(), job.kind(), job.createdBy(), job.input(), Job.Status.QUEUED, job.progress(),
                    job.checkpoint(), 0, Optional.empty(), false, job.createdAt(), job.startedAt(), Optional.empty());
            put(id, new Row(again, row.leaseToken(), row.leaseUntil(), now));
            return again;
        });
    }

    @Override
    public Page<Job> listAll(Set<Job.Status> status, Optional<String> kind, PageRequest page) {
        return transactions.alone(() -> Newest.first(
                rows.rows()
                        .map(Row::job)
                        .filter(job -> status.isEmpty() || status.contains(job.status()))
                        .filter(job -> kind.map(job.kind()::equals).orElse(true)),
                page,
                Job::createdAt,
                job -> job.id().value()));
    }

    @Override
    public boolean checkpoint(Claim claim, Job.Progress progress, Map<String, String> checkpoint, Instant leaseUntil) {
        return own(claim.job().id()).isPresent() && ifHeld(claim, row -> new Row(
                at(row.job(), progress, checkpoint), row.leaseToken(), leaseUntil, row.notBefore()));
    }

    @Override
    public Optional<Claim> claim(Set<String> kinds, Instant now, Duration lease) {
        return transactions.alone(() -> {
            Comparator<Row> fair = Comparator.comparingLong(row -> running(row.job().team(), now));
            Comparator<Row> oldest = Comparator.comparing(row -> row.job().createdAt());
            while (true) {
                Optional<Row> next = rows.rows()
                        .filter(row -> kinds.contains(row.job().kind()) && row.isDue(now))
                        .min(fair.thenComparing(oldest).thenComparing(row -> row.job().id().toString()));
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                Row row = next.get();
                if (row.job().attempts() < Job.MOST_ATTEMPTS) {
                    Row taken = new Row(taken(row.job(), now), row.leaseToken() + 1, now.plus(lease), row.notBefore());
                    put(row.job().id(), taken);
                    return Optional.of(new Claim(taken.job(), taken.leaseToken()));
                }
                Optional<String> failure = row.job().failure().or(() -> Optional.of("interrupted " + Job.MOST_ATTEMPTS + " times"));
                put(row.job().id(), row.with(changed(
                        row.job(), Job.Status.FAILED, failure, row.job().cancelRequested(), Optional.of(now))));
            }
        });
    }

    @Override
    public boolean heartbeat(Claim claim, Instant leaseUntil) {
        return transactions.alone(() ->
                ifHeld(claim, row -> new Row(row.job(), row.leaseToken(), leaseUntil, row.notBefore())));
    }

    @Override
    public boolean heartbeat(Claim claim, Job.Progress progress, Instant leaseUntil) {
        return transactions.alone(() -> ifHeld(claim, row -> new Row(told(row.job(), progress), row.leaseToken(), leaseUntil, row.notBefore())));
    }

    @Override
    public boolean isCancelRequested(Claim claim) {
        return transactions.alone(() -> rows.get(claim.job().id()).map(row -> row.job().cancelRequested()).orElse(false));
    }

    @Override
    public boolean finish(Claim claim, Job.Status status, Optional<String> failure, Instant now) {
        if (!status.isFinal()) {
            throw new IllegalArgumentException("a job does not end as " + status);
        }
        return transactions.alone(() -> ifHeld(claim, row -> row.with(
                changed(row.job(), status, failure, row.job().cancelRequested(), Optional.of(now)))));
    }

    @Override
    public boolean retry(Claim claim, String failure, Instant notBefore) {
        return transactions.alone(() -> ifHeld(claim, row -> {
            Job queued = changed(row.job(), Job.Status.QUEUED, Optional.of(failure), row.job().cancelRequested(), Optional.empty());
            return new Row(queued, row.leaseToken(), Instant.MIN, notBefore);
        }));
    }

    @Override
    public boolean giveBack(Claim claim) {
        return transactions.alone(() -> ifHeld(claim, row -> {
            Job job = row.job();
            Job untaken = new Job(job.id(), job.team(), job.kind(), job.createdBy(), job.input(), Job.Status.QUEUED, job.progress(),
                    job.checkpoint(), job.attempts() - 1, job.failure(), job.cancelRequested(), job.createdAt(), job.startedAt(), Optional.empty());
            return new Row(untaken, row.leaseToken(), Instant.MIN, Instant.MIN);
        }));
    }

    @Override
    public boolean takeSlot(String schedule, Instant slot) {
        return transactions.alone(() -> {
            Slot taken = new Slot(schedule, slot);
            boolean free = slots.get(taken).isEmpty();
            slots.put(taken, taken);
            return free;
        });
    }

    /** Whichever step ends a job notes its ending. */
    private void put(JobId id, Row row) {
        boolean ended = rows.get(id).filter(before -> before.job().status() != row.job().status()).isPresent();
        rows.put(id, row);
        Job job = row.job();
        if (ended && job.status().isFinal()) {
            UUID ending = ids.next();
            endings.put(ending, new JobEnding(ending, job.team(), id, job.kind(), job.status(), job.finishedAt().orElseThrow()));
        }
    }

    /** Endings that nobody has forgotten yet. */
    InMemoryTransactions.Table<UUID, JobEnding> endings() {
        return endings;
    }

    private Optional<Row> own(JobId id) {
        TeamId team = transactions.team();
        return rows.get(id).filter(row -> row.job().team().equals(team));
    }

    private boolean ifHeld(Claim claim, UnaryOperator<Row> change) {
        Optional<Row> held = rows.get(claim.job().id()).filter(row -> row.isHeldBy(claim));
        held.ifPresent(row -> put(row.job().id(), change.apply(row)));
        return held.isPresent();
    }

    private long running(TeamId team, Instant now) {
        return rows.rows()
                .filter(row -> row.job().team().equals(team))
                .filter(row -> row.job().status() == Job.Status.RUNNING && row.leaseUntil().isAfter(now))
                .count();
    }

    private static Job taken(Job job, Instant now) {
        return new Job(job.id(), job.team(), job.kind(), job.createdBy(), job.input(), Job.Status.RUNNING, job.progress(), job.checkpoint(),
                job.attempts() + 1, job.failure(), job.cancelRequested(), job.createdAt(), job.startedAt().or(() -> Optional.of(now)),
                Optional.empty());
    }

    private static Job at(Job job, Job.Progress progress, Map<String, String> checkpoint) {
        return new Job(job.id(), job.team(), job.kind(), job.createdBy(), job.input(), job.status(), progress, checkpoint,
                progress.done() > job.progress().done() ? 1 : job.attempts(),
                job.failure(), job.cancelRequested(), job.createdAt(), job.startedAt(), job.finishedAt());
    }

    private static Job told(Job job, Job.Progress progress) {
        return new Job(job.id(), job.team(), job.kind(), job.createdBy(), job.input(), job.status(), progress, job.checkpoint(), job.attempts(),
                job.failure(), job.cancelRequested(), job.createdAt(), job.startedAt(), job.finishedAt());
    }

    private static Job changed(Job job, Job.Status status, Optional<String> failure, boolean cancelRequested, Optional<Instant> finishedAt) {
        return new Job(job.id(), job.team(), job.kind(), job.createdBy(), job.input(), status, job.progress(), job.checkpoint(),
                job.attempts(), failure, cancelRequested, job.createdAt(), job.startedAt(), finishedAt);
    }
}
