package io.tastemaker.application.operations.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.Jobs.Claim;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every queue of jobs does. Each test has a kind of job of its own, so that it never meets the jobs of another. */
public abstract class JobsContract {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private String kind;
    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Jobs jobs();

    @BeforeEach
    void makeTeam() {
        kind = "kind-" + SeededIds.next();
        team = newTeam(teams());
    }

    @Test
    void a_job_is_found_as_it_was_added_by_its_own_team_only() {
        Job job = add(team, NOON);
        assertThat(find(team, job)).contains(job);
        assertThat(find(newTeam(teams()), job)).isEmpty();
    }

    @Test
    void a_team_adds_jobs_of_its_own_only() {
        Job foreign = Job.queued(new JobId(SeededIds.next()), newTeam(teams()), kind, "user:ana", Map.of(), NOON);
        assertThatThrownBy(() -> write(team, () -> {
            jobs().add(foreign);
            return true;
        })).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_claimed_job_runs_and_cannot_be_claimed_again() {
        Job job = add(team, NOON);
        Claim claim = claim(NOON.plusSeconds(5)).orElseThrow();
        assertThat(claim.job().id()).isEqualTo(job.id());
        assertThat(claim.job().status()).isEqualTo(Job.Status.RUNNING);
        assertThat(claim.job().attempts()).isEqualTo(1);
        assertThat(claim.job().startedAt()).contains(NOON.plusSeconds(5));
        assertThat(find(team, job)).contains(claim.job());
        assertThat(claim(NOON.plusSeconds(6))).isEmpty();
    }

    @Test
    void only_known_kinds_are_claimed() {
        add(team, NOON);
        assertThat(jobs().claim(Set.of("another-" + kind), NOON, LEASE)).isEmpty();
    }

    @Test
    void a_job_whose_lease_ran_out_is_claimed_by_the_next_and_lost_to_the_first() {
        Job job = add(team, NOON);
        Claim first = claim(NOON).orElseThrow();
        assertThat(claim(NOON.plus(LEASE).minusMillis(1))).isEmpty();
        Claim second = claim(NOON.plus(LEASE)).orElseThrow();

        assertThat(second.leaseToken()).isGreaterThan(first.leaseToken());
        assertThat(second.job().attempts()).isEqualTo(2);
        assertThat(second.job().startedAt()).contains(NOON);
        assertThat(jobs().heartbeat(first, NOON.plusSeconds(900))).isFalse();
        assertThat(checkpoint(first, Map.of("row", "7"))).isFalse();
        assertThat(jobs().finish(first, Job.Status.SUCCEEDED, Optional.empty(), NOON)).isFalse();
        assertThat(jobs().retry(first, "late", NOON)).isFalse();
        assertThat(find(team, job)).contains(second.job());
    }

    @Test
    void a_sign_of_life_keeps_the_claim() {
        add(team, NOON);
        Claim claim = claim(NOON).orElseThrow();
        assertThat(jobs().heartbeat(claim, NOON.plusSeconds(90))).isTrue();
        assertThat(claim(NOON.plusSeconds(89))).isEmpty();
        assertThat(claim(NOON.plusSeconds(90))).isPresent();
    }

    @Test
    void a_sign_of_life_may_tell_how_far_the_work_is_and_is_no_place_to_go_on_from() {
        Job job = add(team, NOON);
        Claim first = claim(NOON).orElseThrow();
        Job.Progress progress = new Job.Progress(500, Optional.of(1_000L), Optional.of(NOON.plusSeconds(2)));
        assertThat(jobs().heartbeat(first, progress, NOON.plusSeconds(90))).isTrue();
        assertThat(claim(NOON.plusSeconds(89))).isEmpty();
        assertThat(find(team, job).orElseThrow().progress()).isEqualTo(progress);

        Claim second = claim(NOON.plusSeconds(90)).orElseThrow();
        assertThat(second.job().checkpoint()).isEmpty();
        assertThat(second.job().attempts()).isEqualTo(2);
        assertThat(jobs().heartbeat(first, progress, NOON.plusSeconds(900))).isFalse();
    }

    @Test
    void a_checkpoint_is_what_the_next_claim_goes_on_from() {
        add(team, NOON);
        Claim first = claim(NOON).orElseThrow();
        assertThat(checkpoint(first, Map.of("row", "500"))).isTrue();
        Claim second = claim(NOON.plusSeconds(1_000)).orElseThrow();
        assertThat(second.job().checkpoint()).containsExactly(Map.entry("row", "500"));
        assertThat(second.job().progress()).isEqualTo(new Job.Progress(500, Optional.of(1_000L)));
    }

    @Test
    void a_job_that_gets_on_is_not_given_up_however_often_it_is_interrupted() {
        add(team, NOON);
        claim(NOON).orElseThrow();
        Claim second = claim(NOON.plus(LEASE)).orElseThrow();
        assertThat(second.job().attempts()).isEqualTo(2);
        assertThat(checkpoint(second, Map.of("row", "500"))).isTrue();
        Claim third = claim(NOON.plusSeconds(1_000)).orElseThrow();
        assertThat(third.job().attempts()).as("the first since it got on, and this one").isEqualTo(2);
        assertThat(checkpoint(third, Map.of("row", "500"))).isTrue();
        assertThat(claim(NOON.plusSeconds(2_000)).orElseThrow().job().attempts()).as("the same place is no progress").isEqualTo(3);
    }

    @Test
    void a_checkpoint_knows_when_it_was_noted() {
        Job job = add(team, NOON);
        Claim claim = claim(NOON).orElseThrow();
        Job.Progress noted = new Job.Progress(7, Optional.empty(), Optional.of(NOON.plusNanos(123_456_000)));
        write(team, () -> jobs().checkpoint(claim, noted, Map.of(), NOON.plusSeconds(60)));
        assertThat(find(team, job).orElseThrow().progress()).isEqualTo(noted);
    }

    @Test
    void a_checkpoint_is_undone_with_its_transaction() {
        add(team, NOON);
        Claim claim = claim(NOON).orElseThrow();
        assertThatThrownBy(() -> write(team, () -> {
            jobs().checkpoint(claim, new Job.Progress(1, Optional.empty()), Map.of("row", "1"), NOON.plusSeconds(60));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(find(team, claim.job()).orElseThrow().checkpoint()).isEmpty();
    }

    @Test
    void a_finished_job_stays_finished() {
        Job job = add(team, NOON);
        Claim claim = claim(NOON).orElseThrow();
        assertThat(jobs().finish(claim, Job.Status.FAILED, Optional.of("the file is empty"), NOON.plusSeconds(3))).isTrue();
        Job finished = find(team, job).orElseThrow();
        assertThat(finished.status()).isEqualTo(Job.Status.FAILED);
        assertThat(finished.failure()).contains("the file is empty");
        assertThat(finished.finishedAt()).contains(NOON.plusSeconds(3));
        assertThat(claim(NOON.plusSeconds(1_000))).isEmpty();
        assertThat(jobs().finish(claim, Job.Status.SUCCEEDED, Optional.empty(), NOON)).isFalse();
        assertThatThrownBy(() -> jobs().finish(claim, Job.Status.RUNNING, Optional.empty(), NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_job_that_is_tried_again_is_due_when_it_said() {
        Job job = add(team, NOON);
        assertThat(jobs().retry(claim(NOON).orElseThrow(), "the source is down", NOON.plusSeconds(10))).isTrue();
        Job waiting = find(team, job).orElseThrow();
        assertThat(waiting.status()).isEqualTo(Job.Status.QUEUED);
        assertThat(waiting.failure()).contains("the source is down");
        assertThat(claim(NOON.plusSeconds(9))).isEmpty();
        assertThat(claim(NOON.plusSeconds(10)).orElseThrow().job().attempts()).isEqualTo(2);
    }

    @Test
    void a_job_that_is_given_back_is_due_at_once_and_loses_no_attempt() {
        add(team, NOON);
        Claim claim = claim(NOON).orElseThrow();

        assertThat(jobs().giveBack(claim)).isTrue();

        assertThat(jobs().giveBack(claim)).isFalse();
        assertThat(claim(NOON)).hasValueSatisfying(again -> assertThat(again.job().attempts()).isEqualTo(1));
    }

    @Test
    void a_poisonous_job_fails_in_the_end_and_blocks_nobody() {
        Job poison = add(team, NOON);
        Job harmless = add(team, NOON.plusSeconds(1));
        Instant now = NOON.plusSeconds(2);
        for (int attempt = 1; attempt <= Job.MOST_ATTEMPTS; attempt++) {
            Claim claim = claim(now).orElseThrow();
            assertThat(claim.job().id()).isEqualTo(poison.id());
            now = now.plus(LEASE); // the worker dies without a word
        }
        assertThat(claim(now).orElseThrow().job().id()).isEqualTo(harmless.id());
        Job dead = find(team, poison).orElseThrow();
        assertThat(dead.status()).isEqualTo(Job.Status.FAILED);
        assertThat(dead.failure()).isPresent();
        assertThat(dead.finishedAt()).contains(now);
    }

    @Test
    void a_team_with_many_jobs_does_not_hold_up_another() {
        for (int second = 0; second < 20; second++) {
            add(team, NOON.plusSeconds(second));
        }
        TeamId small = newTeam(teams());
        Job late = add(small, NOON.plusSeconds(500));
        Instant now = NOON.plusSeconds(600);
        assertThat(claim(now).orElseThrow().job().team()).isEqualTo(team);
        assertThat(claim(now).orElseThrow().job().id()).isEqualTo(late.id());
    }

    @Test
    void within_a_team_the_oldest_comes_first() {
        Job younger = add(team, NOON.plusSeconds(1));
        Job older = add(team, NOON);
        assertThat(claim(NOON.plusSeconds(2)).orElseThrow().job().id()).isEqualTo(older.id());
        assertThat(claim(NOON.plusSeconds(2)).orElseThrow().job().id()).isEqualTo(younger.id());
    }

    @Test
    void a_waiting_job_is_canceled_at_once() {
        Job job = add(team, NOON);
        Job canceled = cancel(team, job).orElseThrow();
        assertThat(canceled.status()).isEqualTo(Job.Status.CANCELED);
        assertThat(canceled.finishedAt()).contains(NOON.plusSeconds(60));
        assertThat(claim(NOON.plusSeconds(61))).isEmpty();
    }

    @Test
    void a_running_job_hears_that_it_shall_stop() {
        Job job = add(team, NOON);
        Claim claim = claim(NOON).orElseThrow();
        assertThat(jobs().isCancelRequested(claim)).isFalse();
        assertThat(cancel(team, job).orElseThrow().status()).isEqualTo(Job.Status.RUNNING);
        assertThat(jobs().isCancelRequested(claim)).isTrue();
    }

    @Test
    void a_finished_job_cannot_be_canceled_nor_can_another_teams() {
        Job job = add(team, NOON);
        assertThat(cancel(newTeam(teams()), job)).isEmpty();
        jobs().finish(claim(NOON).orElseThrow(), Job.Status.SUCCEEDED, Optional.empty(), NOON);
        assertThat(cancel(team, job).orElseThrow().status()).isEqualTo(Job.Status.SUCCEEDED);
    }

    @Test
    void a_job_that_failed_is_taken_up_again_from_its_last_checkpoint_with_all_its_attempts() {
        Job job = add(team, NOON);
        claim(NOON).orElseThrow();
        Claim second = claim(NOON.plus(LEASE)).orElseThrow();
        checkpoint(second, Map.of("row", "500"));
        jobs().finish(second, Job.Status.FAILED, Optional.of("the file is gone"), NOON.plusSeconds(50));

        Job again = repeat(team, job, NOON.plusSeconds(90)).orElseThrow();

        assertThat(find(team, job)).contains(again);
        assertThat(again.status()).isEqualTo(Job.Status.QUEUED);
        assertThat(again.attempts()).isZero();
        assertThat(again.failure()).isEmpty();
        assertThat(again.finishedAt()).isEmpty();
        assertThat(again.startedAt()).contains(NOON);
        assertThat(claim(NOON.plusSeconds(89))).isEmpty();
        Claim third = claim(NOON.plusSeconds(90)).orElseThrow();
        assertThat(third.job().attempts()).isEqualTo(1);
        assertThat(third.job().checkpoint()).containsExactly(Map.entry("row", "500"));
        assertThat(third.job().progress().done()).isEqualTo(500);
        assertThat(third.leaseToken()).isGreaterThan(second.leaseToken());
        assertThat(checkpoint(second, Map.of("row", "7"))).isFalse();
    }

    @Test
    void a_job_that_was_canceled_is_taken_up_again_and_need_not_stop() {
        Job waiting = add(team, NOON);
        cancel(team, waiting);
        assertThat(repeat(team, waiting, NOON.plusSeconds(90)).orElseThrow().cancelRequested()).isFalse();
        assertThat(jobs().isCancelRequested(claim(NOON.plusSeconds(90)).orElseThrow())).isFalse();
    }

    @Test
    void a_job_that_waits_runs_or_succeeded_is_not_repeated_nor_is_another_teams() {
        Job job = add(team, NOON);
        assertThat(repeat(team, job, NOON.plusSeconds(90))).contains(job);
        assertThat(repeat(newTeam(teams()), job, NOON.plusSeconds(90))).isEmpty();
        Claim claim = claim(NOON).orElseThrow();
        assertThat(repeat(team, job, NOON.plusSeconds(90))).contains(claim.job());
        jobs().finish(claim, Job.Status.SUCCEEDED, Optional.empty(), NOON.plusSeconds(3));
        assertThat(repeat(team, job, NOON.plusSeconds(90)).orElseThrow().status()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(claim(NOON.plusSeconds(90))).isEmpty();
    }

    @Test
    void operators_see_the_jobs_of_all_teams_the_newest_first() {
        Job oldest = add(team, NOON);
        Job newest = add(team, NOON.plusSeconds(2));
        Job others = add(newTeam(teams()), NOON.plusSeconds(1));
        claim(NOON.plusSeconds(3));
        assertThat(listAll(Set.of(), PageRequest.first(100)).items()).map(Job::id).containsExactly(newest.id(), others.id(), oldest.id());
        assertThat(listAll(Set.of(Job.Status.RUNNING), PageRequest.first(100)).items()).map(Job::id).containsExactly(oldest.id());
        assertThat(jobs().listAll(Set.of(Job.Status.QUEUED), Optional.of("another-" + kind), PageRequest.first(100)).items()).isEmpty();
    }

    @Test
    void pages_of_the_jobs_of_all_teams_concatenate_to_the_whole_list() {
        List<JobId> newestFirst = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            newestFirst.addFirst(add(number % 2 == 0 ? team : newTeam(teams()), NOON.plusSeconds(number)).id());
        }
        Page<Job> first = listAll(Set.of(), PageRequest.first(3));
        Page<Job> second = listAll(Set.of(), new PageRequest(3, first.next()));
        assertThat(first.items()).map(Job::id).isEqualTo(newestFirst.subList(0, 3));
        assertThat(second.items()).map(Job::id).isEqualTo(newestFirst.subList(3, 5));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void pages_of_jobs_concatenate_to_the_whole_list_the_newest_first() {
        List<JobId> newestFirst = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            newestFirst.addFirst(add(team, NOON.plusSeconds(number / 2)).id()); // two at the same second
        }
        List<JobId> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(3, after);
            Page<Job> page = transactions().reading(system(team), () -> jobs().list(Set.of(Job.Status.QUEUED), Optional.of(kind), request));
            page.items().forEach(job -> seen.add(job.id()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(newestFirst);
        assertThat(seen.getFirst()).isEqualTo(newestFirst.getFirst());
    }

    @Test
    void a_list_holds_only_what_was_asked_for() {
        Job waiting = add(team, NOON.plusSeconds(1));
        Job running = add(team, NOON);
        claim(NOON.plusSeconds(2));
        assertThat(list(team, Set.of(Job.Status.QUEUED), Optional.empty())).containsExactly(waiting.id());
        assertThat(list(team, Set.of(), Optional.of(kind))).containsExactly(waiting.id(), running.id());
        assertThat(list(team, Set.of(), Optional.of("another"))).isEmpty();
        assertThat(list(newTeam(teams()), Set.of(), Optional.empty())).isEmpty();
    }

    @Test
    void a_slot_is_taken_once() {
        assertThat(jobs().takeSlot(kind, NOON)).isTrue();
        assertThat(jobs().takeSlot(kind, NOON)).isFalse();
        assertThat(jobs().takeSlot(kind, NOON.plusSeconds(1))).isTrue();
    }

    private Job add(TeamId owner, Instant createdAt) {
        Job job = Job.queued(new JobId(SeededIds.next()), owner, kind, "user:ana", Map.of("file", "creators.csv"), createdAt);
        return write(owner, () -> {
            jobs().add(job);
            return job;
        });
    }

    private Optional<Claim> claim(Instant now) {
        return jobs().claim(Set.of(kind), now, LEASE);
    }

    private boolean checkpoint(Claim claim, Map<String, String> values) {
        Job.Progress progress = new Job.Progress(500, Optional.of(1_000L));
        return write(team, () -> jobs().checkpoint(claim, progress, values, NOON.plusSeconds(60)));
    }

    private Optional<Job> cancel(TeamId owner, Job job) {
        return write(owner, () -> jobs().cancel(job.id(), NOON.plusSeconds(60)));
    }

    private Optional<Job> repeat(TeamId owner, Job job, Instant now) {
        return write(owner, () -> jobs().repeat(job.id(), now));
    }

    private Page<Job> listAll(Set<Job.Status> status, PageRequest page) {
        return jobs().listAll(status, Optional.of(kind), page);
    }

    private Optional<Job> find(TeamId owner, Job job) {
        return transactions().reading(system(owner), () -> jobs().find(job.id()));
    }

    private List<JobId> list(TeamId owner, Set<Job.Status> status, Optional<String> ofKind) {
        return transactions().reading(system(owner), () -> jobs().list(status, ofKind, PageRequest.first(100))).map(Job::id).items();
    }

    private <T> T write(TeamId owner, Supplier<T> work) {
        return transactions().inTransaction(system(owner), "test", work);
    }
}
