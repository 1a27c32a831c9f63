package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The queue of jobs under kills: two programs on one database. {@code -Dfaults.jobs=10000} gives the long form,
 * {@code -Dfaults.seed} other moments.
 */
@Tag("faults")
class JobsFaultsTest {

    private static final int JOBS = Integer.getInteger("faults.jobs", 3_000);
    private static final long SEED = Long.getLong("faults.seed", 20_261_120);
    private static final int KILLS = 10;
    private static final int TEAMS = 5;
    private static final int ROUND = JOBS / KILLS / TEAMS * TEAMS;
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private final List<ChildProgram> workers = new ArrayList<>();

    private ChildProgram worker() {
        return worker(2);
    }

    private ChildProgram worker(int threads) {
        ChildProgram worker = ChildProgram.start(directory, JobWorker.class, List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"), Map.of(),
                directory.resolve("database").toString(), directory.toString(), Integer.toString(threads));
        workers.add(worker);
        return worker;
    }

    @Test
    @Timeout(600)
    void killed_workers_lose_no_job_and_do_none_twice() {
        SplittableRandom random = new SplittableRandom(SEED);
        try (JobQueue queue = new JobQueue(directory.resolve("database"), SEED)) {
            queue.withEffects();
            List<TeamId> teams = IntStream.range(0, TEAMS).mapToObj(number -> queue.team("team " + number)).toList();
            queue.add(teams.getFirst(), "poison", Map.of(), 1);
            List<ChildProgram> pair = new ArrayList<>(List.of(worker(), worker()));
            pair.forEach(worker -> worker.line("working"));
            long begun = System.nanoTime();
            for (int kill = 0; kill < KILLS; kill++) {
                long moment = effects(queue) + ROUND / 4 + random.nextInt(ROUND / 2);
                teams.forEach(team -> queue.add(team, "count", Map.of(), ROUND / TEAMS));
                Patience.until(moment + " effects", LONG, () -> Optional.of(effects(queue)).filter(done -> done >= moment));
                int victim = random.nextInt(2);
                pair.get(victim).kill();
                // without this wait a later kill could take the only program that works, and recovery would be the time to start one
                pair.set(victim, worker());
                pair.get(victim).line("working");
            }
            Patience.until("the end of all jobs", LONG,
                    () -> Optional.of(queue.ask("count(*) from operations.job where finished_at is null")).filter(open -> open == 0));
            double seconds = (System.nanoTime() - begun) / 1e9;
            long orphaned = queue.ask("count(*) from operations.job where kind = 'count' and lease_token > 1");
            long slowest = queue.ask("coalesce(max(extract(epoch from finished_at - started_at) * 1000 / (lease_token - 1)), 0)::bigint"
                    + " from operations.job where kind = 'count' and lease_token > 1");
            System.out.printf("R-JOB-1: %d jobs of %d teams, 2 programs, %d kills in %.1f s: %d succeeded, %d effects, %d of them twice;"
                            + " %d jobs taken over, the slowest %d ms after its first start (lease %d ms);"
                            + " poison job: %d failed (seed %d)%n",
                    KILLS * ROUND, TEAMS, KILLS, seconds, succeeded(queue), effects(queue), twice(queue), orphaned, slowest,
                    JobWorker.LEASE.toMillis(), poisoned(queue), SEED);
            assertThat(succeeded(queue)).as("seed " + SEED).isEqualTo(KILLS * ROUND);
            assertThat(effects(queue)).isEqualTo(KILLS * ROUND);
            assertThat(twice(queue)).isZero();
            assertThat(poisoned(queue)).isOne();
            assertThat(orphaned).as("a kill that hit nobody at work proves nothing").isPositive();
            assertThat(slowest).isLessThan(JobWorker.LEASE.plusSeconds(5).toMillis());
        } finally {
            workers.forEach(ChildProgram::close);
        }
    }

    @Test
    @Timeout(120)
    void a_worker_that_was_stopped_past_its_lease_overwrites_nothing() throws Exception {
        try (JobQueue queue = new JobQueue(directory.resolve("database"), SEED)) {
            queue.withEffects();
            TeamId team = queue.team("team");
            List<JobId> slow = new ArrayList<>(queue.add(team, "slow", Map.of("gate", "before"), 1));
            slow.addAll(queue.add(team, "slow", Map.of("gate", "after"), 1));
            ChildProgram sleeper = worker();
            sleeper.line("in hand before");
            sleeper.line("in hand after");
            sleeper.signal("STOP");
            Files.createFile(directory.resolve("before"));
            Files.createFile(directory.resolve("after"));
            long begun = System.nanoTime();
            ChildProgram other = worker();
            slow.forEach(id -> finished(queue, team, id));
            long taken = (System.nanoTime() - begun) / 1_000_000;
            List<Job> before = slow.stream().map(id -> queue.job(team, id)).toList();

            sleeper.signal("CONT");
            Patience.until("the sleeper to notice", Duration.ofSeconds(30),
                    () -> Optional.of(sleeper.log().split("was taken over by another worker", -1).length - 1).filter(lost -> lost == 2));
            List<Job> after = slow.stream().map(id -> queue.job(team, id)).toList();

            System.out.printf("R-JOB-1: worker stopped past its lease: both jobs done by the other after %d ms;"
                    + " continued, its late checkpoint and its late end were refused; %d effects, %d of them twice%n",
                    taken, effects(queue), twice(queue));
            assertThat(after).isEqualTo(before).allSatisfy(job -> assertThat(job.status()).isEqualTo(Job.Status.SUCCEEDED));
            assertThat(effects(queue)).isEqualTo(2);
            assertThat(twice(queue)).isZero();
            assertThat(other.isAlive()).isTrue();
        } finally {
            workers.forEach(ChildProgram::close);
        }
    }

    @Test
    @Timeout(180)
    void a_job_that_kills_its_program_is_given_up_and_blocks_nobody() {
        try (JobQueue queue = new JobQueue(directory.resolve("database"), SEED)) {
            queue.withEffects();
            TeamId team = queue.team("team");
            JobId deadly = queue.add(team, "deadly", Map.of(), 1).getFirst();
            queue.add(team, "count", Map.of(), 200);
            ChildProgram worker = worker(1);
            int ends = 0;
            long begun = System.nanoTime();
            while (!queue.job(team, deadly).status().isFinal()) {
                assertThat(System.nanoTime() - begun).as("nanoseconds").isLessThan(Duration.ofSeconds(120).toNanos());
                if (!worker.isAlive()) {
                    ends++;
                    worker = worker(1);
                }
                Patience.until("a moment", Duration.ofSeconds(1), () -> Optional.of(1));
            }
            Patience.until("the harmless jobs", Duration.ofSeconds(30), () -> Optional.of(queue.ask(
                    "count(*) from operations.job where kind = 'count' and finished_at is null")).filter(open -> open == 0));
            Job given = queue.job(team, deadly);
            System.out.printf("R-JOB-1: a job that kills its program: %d programs died, then it %s (\"%s\");"
                            + " of 200 others %d succeeded, %d twice%n",
                    ends, given.status().code(), given.failure().orElse(""), succeeded(queue), twice(queue));
            assertThat(succeeded(queue)).isEqualTo(200);
            assertThat(given.status()).isEqualTo(Job.Status.FAILED);
            assertThat(ends).isEqualTo(Job.MOST_ATTEMPTS);
            assertThat(twice(queue)).isZero();
        } finally {
            workers.forEach(ChildProgram::close);
        }
    }

    @Test
    @Timeout(120)
    void a_team_with_thousands_of_jobs_does_not_delay_another() {
        try (JobQueue queue = new JobQueue(directory.resolve("database"), SEED)) {
            queue.withEffects();
            TeamId busy = queue.team("busy");
            TeamId quiet = queue.team("quiet");
            queue.add(busy, "count", Map.of(), 10_000);
            worker().line("working");
            Patience.until("the busy team's work", LONG, () -> Optional.of(effects(queue)).filter(done -> done > 100));
            long begun = System.nanoTime();
            JobId first = queue.add(quiet, "count", Map.of(), 1).getFirst();
            finished(queue, quiet, first);
            long taken = (System.nanoTime() - begun) / 1_000_000;
            long left = queue.ask("count(*) from operations.job where finished_at is null");
            System.out.printf("R-JOB-1: first job of a team while another has %d queued: done after %d ms%n", left, taken);
            assertThat(left).as("the busy team must still be busy").isGreaterThan(1_000);
            assertThat(taken).isLessThan(5_000);
        } finally {
            workers.forEach(ChildProgram::close);
        }
    }

    private static void finished(JobQueue queue, TeamId team, JobId job) {
        Patience.until("job " + job, Duration.ofSeconds(40),
                () -> Optional.of(queue.job(team, job)).filter(seen -> seen.status().isFinal()));
    }

    private static long effects(JobQueue queue) {
        return queue.ask("count(*) from faults.effect");
    }

    private static long twice(JobQueue queue) {
        return queue.ask("count(*) - count(distinct job_id) from faults.effect");
    }

    private static long succeeded(JobQueue queue) {
        return queue.ask("count(*) from operations.job where kind <> 'deadly' and status = 'succeeded'");
    }

    private static long poisoned(JobQueue queue) {
        return queue.ask("count(*) from operations.job where kind = 'poison' and status = 'failed'");
    }
}
