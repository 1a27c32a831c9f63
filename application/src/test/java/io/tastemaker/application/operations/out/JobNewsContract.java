package io.tastemaker.application.operations.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.JobEnding;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that tells of ended jobs. */
public abstract class JobNewsContract {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private TeamId team;
    private String kind;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Jobs jobs();

    protected abstract JobNews news();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
        kind = "kind-" + team;
    }

    private JobId added() {
        Job job = Job.queued(new JobId(SeededIds.next()), team, kind, "test", Map.of(), NOON);
        transactions().run(system(team), "test", () -> jobs().add(job));
        return job.id();
    }

    private Jobs.Claim claimed(Instant now) {
        return jobs().claim(Set.of(kind), now, LEASE).orElseThrow();
    }

    private List<JobEnding> endings() {
        return news().list(10_000).stream().filter(ending -> ending.team().equals(team)).toList();
    }

    @Test
    void each_way_to_end_is_an_ending() {
        JobId succeeded = added();
        jobs().finish(claimed(NOON), Job.Status.SUCCEEDED, Optional.empty(), NOON.plusSeconds(1));
        JobId failed = added();
        jobs().finish(claimed(NOON), Job.Status.FAILED, Optional.of("broken"), NOON.plusSeconds(2));
        JobId canceled = added();
        transactions().run(system(team), "test", () -> jobs().cancel(canceled, NOON.plusSeconds(3)));

        assertThat(endings()).extracting(JobEnding::job).containsExactly(succeeded, failed, canceled);
        assertThat(endings()).extracting(JobEnding::status).containsExactly(Job.Status.SUCCEEDED, Job.Status.FAILED, Job.Status.CANCELED);
        assertThat(endings()).extracting(JobEnding::at).containsExactly(NOON.plusSeconds(1), NOON.plusSeconds(2), NOON.plusSeconds(3));
        assertThat(endings()).extracting(JobEnding::kind).containsOnly(kind);
        assertThat(endings()).extracting(JobEnding::id).doesNotHaveDuplicates();
    }

    @Test
    void a_job_that_was_interrupted_too_often_ends_as_well() {
        JobId poison = added();
        Instant now = NOON;
        for (int attempt = 0; attempt < Job.MOST_ATTEMPTS; attempt++) {
            claimed(now);
            now = now.plus(LEASE);
        }
        assertThat(endings()).isEmpty();
        assertThat(jobs().claim(Set.of(kind), now, LEASE)).isEmpty();
        assertThat(endings()).extracting(JobEnding::job).containsExactly(poison);
        assertThat(endings()).extracting(JobEnding::status).containsExactly(Job.Status.FAILED);
    }

    @Test
    void what_is_tried_again_or_given_back_has_not_ended() {
        added();
        jobs().retry(claimed(NOON), "broken", NOON);
        jobs().giveBack(claimed(NOON));
        assertThat(endings()).isEmpty();
    }

    @Test
    void a_job_that_is_repeated_ends_again() {
        JobId job = added();
        jobs().finish(claimed(NOON), Job.Status.FAILED, Optional.of("broken"), NOON);
        transactions().run(system(team), "test", () -> jobs().repeat(job, NOON));
        jobs().finish(claimed(NOON), Job.Status.SUCCEEDED, Optional.empty(), NOON);
        assertThat(endings()).extracting(JobEnding::status).containsExactly(Job.Status.FAILED, Job.Status.SUCCEEDED);
    }

    @Test
    void an_ending_that_is_rolled_back_did_not_happen() {
        JobId job = added();
        assertThatThrownBy(() -> transactions().run(system(team), "test", () -> {
            jobs().cancel(job, NOON);
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(endings()).isEmpty();
    }

    @Test
    void an_ending_is_listed_until_it_is_forgotten() {
        added();
        jobs().finish(claimed(NOON), Job.Status.SUCCEEDED, Optional.empty(), NOON);
        List<JobEnding> told = endings();
        added();
        jobs().finish(claimed(NOON), Job.Status.SUCCEEDED, Optional.empty(), NOON);
        assertThat(endings()).hasSize(2).containsAll(told);
        news().forget(told.stream().map(JobEnding::id).toList());
        assertThat(endings()).hasSize(1).doesNotContainAnyElementsOf(told);
        assertThat(news().list(1)).hasSize(1);
    }
}
