package io.tastemaker.application.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Jobs that ended badly are taken up again, and operators see all of them. */
class RepeatingJobsTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryJobs jobs = new InMemoryJobs(transactions);
    private final Deque<JobHandler.Ending> endings = new ArrayDeque<>();
    private final OperationsUseCases operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions),
            List.of(new Scripted("repeatable", true, endings), new Scripted("once", false, endings)), List.of(), List.of(), clock);

    private record Scripted(String kind, boolean isRepeatable, Deque<JobHandler.Ending> endings) implements JobHandler {
        @Override
        public void abandoned(Job job) {
            // nothing is held
        }

        @Override
        public Ending run(JobRun run) {
            return endings.removeFirst();
        }
    }

    private Job add(Actor actor, int number, String kind) {
        Job job = Job.queued(new JobId(new UUID(7, number)), actor.team(), kind, actor.label(), Map.of(), clock.instant());
        transactions.run(actor, "test", () -> jobs.add(job));
        return job;
    }

    private Job ended(String kind, JobHandler.Ending ending) {
        Job job = add(Actors.ANA, 1, kind);
        endings.add(ending);
        work();
        return job;
    }

    private void work() {
        operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, () -> false));
    }

    private RepeatJob.Outcome repeat(Actor actor, Job job) {
        return operations.repeatJob().handle(new RepeatJob.Command(actor, job.id()));
    }

    private Job show(Job job) {
        return operations.showJob().handle(new ShowJob.Query(Actors.BEN, job.id()));
    }

    private List<JobId> listAll(Set<Job.Status> status, Optional<String> kind) {
        return operations.listAllJobs().handle(new ListAllJobs.Query(Actors.OPERATOR, status, kind, PageRequest.first(10)))
                .map(Job::id).items();
    }

    private String lastDeed() {
        return transactions.done().getLast().action();
    }

    @Test
    void a_job_that_failed_waits_again_and_may_succeed_then() {
        Job job = ended("repeatable", new JobHandler.Ending.Failed("the source is down"));

        RepeatJob.Outcome outcome = repeat(Actors.ANA, job);

        assertThat(outcome).isEqualTo(new RepeatJob.Outcome.Queued(show(job)));
        assertThat(show(job).status()).isEqualTo(Job.Status.QUEUED);
        assertThat(show(job).failure()).isEmpty();
        assertThat(transactions.done().getLast().changes()).extracting(change -> change.field()).contains("status");
        assertThat(lastDeed()).isEqualTo("job.repeat");
        endings.add(new JobHandler.Ending.Done());
        work();
        assertThat(show(job).status()).isEqualTo(Job.Status.SUCCEEDED);
    }

    @Test
    void a_job_that_was_canceled_while_it_waited_can_be_repeated() {
        Job job = add(Actors.ANA, 1, "repeatable");
        operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, job.id()));

        assertThat(repeat(Actors.ANA, job)).isInstanceOf(RepeatJob.Outcome.Queued.class);
        assertThat(repeat(Actors.ANA, job)).as("it waits already").isInstanceOf(RepeatJob.Outcome.NotEnded.class);
        assertThat(lastDeed()).isEqualTo("job.repeat.refused");
    }

    @Test
    void a_job_that_succeeded_is_not_repeated() {
        Job job = ended("repeatable", new JobHandler.Ending.Done());

        assertThat(repeat(Actors.ANA, job)).isEqualTo(new RepeatJob.Outcome.NotEnded(show(job)));
        assertThat(lastDeed()).isEqualTo("job.repeat.refused");
    }

    @Test
    void what_lets_go_of_its_things_at_the_end_cannot_be_repeated() {
        Job job = ended("once", new JobHandler.Ending.Failed("the file is empty"));
        Job unknown = add(Actors.ANA, 2, "of another version of the program");

        assertThat(repeat(Actors.ANA, job)).isEqualTo(new RepeatJob.Outcome.NotRepeatable(show(job)));
        assertThat(repeat(Actors.ANA, unknown)).isInstanceOf(RepeatJob.Outcome.NotRepeatable.class);
        assertThat(lastDeed()).isEqualTo("job.repeat.refused");
    }

    @Test
    void jobs_of_other_teams_are_not_there_to_be_repeated() {
        Job job = ended("repeatable", new JobHandler.Ending.Failed("the source is down"));

        assertThatThrownBy(() -> repeat(Actors.OLE, job)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> repeat(Actors.BEN, job)).isInstanceOf(Refusal.Forbidden.class);
        assertThat(show(job).status()).isEqualTo(Job.Status.FAILED);
    }

    @Test
    void operators_see_the_jobs_of_all_teams() {
        Job anas = ended("once", new JobHandler.Ending.Done());
        clock.advance(Duration.ofSeconds(1));
        Job oles = add(Actors.OLE, 2, "repeatable");

        assertThat(listAll(Set.of(), Optional.empty())).containsExactly(oles.id(), anas.id());
        assertThat(listAll(Set.of(Job.Status.SUCCEEDED), Optional.empty())).containsExactly(anas.id());
        assertThat(listAll(Set.of(), Optional.of("repeatable"))).containsExactly(oles.id());
        assertThatThrownBy(() -> operations.listAllJobs().handle(
                new ListAllJobs.Query(Actors.ANA, Set.of(), Optional.empty(), PageRequest.first(10)))).isInstanceOf(Refusal.Forbidden.class);
    }
}
