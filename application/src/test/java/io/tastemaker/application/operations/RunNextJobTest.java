package io.tastemaker.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RunNextJobTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryJobs jobs = new InMemoryJobs(transactions);
    private final List<Function<JobRun, JobHandler.Ending>> script = new ArrayList<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final OperationsUseCases operations = new OperationsUseCases(
            transactions, jobs, new InMemoryIdempotentCalls(transactions), List.of(new Scripted(script)), List.of(), List.of(), clock);

    @Test
    void without_work_a_worker_is_idle() {
        assertThat(run()).isInstanceOf(RunNextJob.Outcome.Idle.class);
    }

    @Test
    void a_job_that_is_done_has_succeeded() {
        Job job = queue();
        script.add(run -> new JobHandler.Ending.Done());

        run();

        assertThat(show(job).status()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(show(job).finishedAt()).contains(clock.instant());
    }

    @Test
    void a_job_that_cannot_be_done_fails_at_once_and_says_why() {
        Job job = queue();
        script.add(run -> new JobHandler.Ending.Failed("the file is empty"));

        run();

        assertThat(show(job).status()).isEqualTo(Job.Status.FAILED);
        assertThat(show(job).failure()).contains("the file is empty");
    }

    @Test
    void a_fault_is_tried_again_from_the_last_checkpoint_after_a_pause() {
        Job job = queue();
        script.add(run -> {
            transactions.run(run.actor(), "work", () -> run.checkpoint(new Job.Progress(10, Optional.of(20L)), Map.of("row", "10")));
            throw new IllegalStateException("the cable came out");
        });
        List<String> resumedAt = new ArrayList<>();
        script.add(run -> {
            resumedAt.add(run.job().checkpoint().get("row"));
            return new JobHandler.Ending.Done();
        });

        assertThat(run()).isInstanceOf(RunNextJob.Outcome.Faulted.class);
        assertThat(run()).isInstanceOf(RunNextJob.Outcome.Idle.class);
        clock.advance(Duration.ofSeconds(2));
        assertThat(run()).isInstanceOf(RunNextJob.Outcome.Finished.class);

        assertThat(resumedAt).containsExactly("10");
        assertThat(show(job).attempts()).isEqualTo(2);
    }

    @Test
    void a_poisoned_job_is_given_up_after_five_attempts() {
        Job job = queue();
        for (int attempt = 0; attempt < Job.MOST_ATTEMPTS; attempt++) {
            script.add(run -> {
                throw new IllegalStateException("poison");
            });
        }

        for (int attempt = 0; attempt < Job.MOST_ATTEMPTS; attempt++) {
            run();
            clock.advance(Duration.ofMinutes(2));
        }

        assertThat(show(job).status()).isEqualTo(Job.Status.FAILED);
        assertThat(show(job).failure()).contains("given up after 5 attempts");
        assertThat(script).as("the handler let go of what the job held").hasSize(1);
        assertThat(run()).isInstanceOf(RunNextJob.Outcome.Idle.class);
    }

    @Test
    void a_worker_that_slept_past_its_lease_can_neither_write_nor_finish() {
        Job job = queue();
        script.add(slow -> {
            clock.advance(RunNextJob.LEASE.plusSeconds(1));
            script.add(quick -> new JobHandler.Ending.Done());
            assertThat(run()).isInstanceOf(RunNextJob.Outcome.Finished.class);
            transactions.run(slow.actor(), "work", () -> slow.checkpoint(new Job.Progress(99, Optional.empty()), Map.of()));
            return new JobHandler.Ending.Failed("must not be seen");
        });

        assertThat(run()).isInstanceOf(RunNextJob.Outcome.Lost.class);
        assertThat(show(job).status()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(show(job).progress().done()).isZero();
    }

    @Test
    void a_job_that_is_canceled_while_it_waits_lets_go_of_what_it_held() {
        Job job = queue();

        operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, job.id()));

        assertThat(show(job).status()).isEqualTo(Job.Status.CANCELED);
        assertThat(script).hasSize(1);
    }

    @Test
    void work_without_a_sign_of_life_gets_no_more_time_than_half_the_lease() {
        queue();
        script.add(run -> {
            assertThat(run.within(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(20));
            assertThat(run.within(RunNextJob.LEASE)).isEqualTo(RunNextJob.LEASE.dividedBy(2));
            clock.advance(RunNextJob.LEASE.dividedBy(3).minusMillis(1)); // no sign is due yet
            assertThat(run.mayContinue()).isTrue();
            clock.advance(run.within(RunNextJob.LEASE));
            assertThat(run()).as("nobody may take it over").isInstanceOf(RunNextJob.Outcome.Idle.class);
            return new JobHandler.Ending.Done();
        });

        assertThat(run()).isInstanceOf(RunNextJob.Outcome.Finished.class);
    }

    @Test
    void a_running_job_stops_at_its_next_checkpoint_when_asked_to() {
        Job job = queue();
        script.add(run -> {
            assertThat(run.mayContinue()).isTrue();
            operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, job.id()));
            assertThat(run.mayContinue()).isFalse();
            return new JobHandler.Ending.Canceled();
        });

        run();

        assertThat(show(job).status()).isEqualTo(Job.Status.CANCELED);
        assertThat(operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, job.id())))
                .isInstanceOf(CancelJob.Outcome.TooLate.class);
    }

    @Test
    void a_program_that_is_being_stopped_gives_its_job_back_and_no_attempt_is_lost() {
        Job job = queue();
        script.add(run -> {
            transactions.run(run.actor(), "work", () -> run.checkpoint(new Job.Progress(5, Optional.empty()), Map.of("row", "5")));
            stopping.set(true);
            run.mayContinue();
            return new JobHandler.Ending.Failed("must not be seen");
        });

        assertThat(run()).isInstanceOf(RunNextJob.Outcome.GivenBack.class);

        assertThat(show(job).status()).isEqualTo(Job.Status.QUEUED);
        assertThat(show(job).attempts()).isZero();
        assertThat(show(job).checkpoint()).containsEntry("row", "5");
    }

    private RunNextJob.Outcome run() {
        return operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, stopping::get));
    }

    private Job queue() {
        Job job = Job.queued(new JobId(new UUID(7, 7)), Actors.LIMA, "scripted", Actors.ANA.label(), Map.of(), clock.instant());
        transactions.run(Actors.ANA, "test", () -> jobs.add(job));
        return job;
    }

    private Job show(Job job) {
        return operations.showJob().handle(new ShowJob.Query(Actors.BEN, job.id()));
    }

    private record Scripted(List<Function<JobRun, JobHandler.Ending>> script) implements JobHandler {
        @Override
        public String kind() {
            return "scripted";
        }

        @Override
        public void abandoned(Job job) {
            script.add(run -> new JobHandler.Ending.Failed("was abandoned"));
        }

        @Override
        public Ending run(JobRun run) {
            return script.removeFirst().apply(run);
        }
    }
}
