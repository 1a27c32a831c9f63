package io.tastemaker.adapters.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobQueueHealthTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2900-01-01T00:00:00Z");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqJobs jobs = new JooqJobs(DATABASE.transactions(), DATABASE.acrossTeams());

    @Test
    void the_queue_is_degraded_while_a_job_waits_for_too_long() {
        assertThat(jobs.check().status()).isEqualTo(Health.Status.UP);

        queue("ahead", FAR_AHEAD);
        assertThat(jobs.check().status()).isEqualTo(Health.Status.UP);

        queue("late", LONG_AGO);
        assertThat(jobs.check().status()).isEqualTo(Health.Status.DEGRADED);

        jobs.claim(Set.of("late"), LONG_AGO, Duration.ofDays(1)).orElseThrow();
        assertThat(jobs.check().status()).isEqualTo(Health.Status.UP);
    }

    private void queue(String kind, Instant due) {
        TeamId team = TeamFixtures.newTeam(DATABASE.teams());
        Job job = Job.queued(new JobId(SeededIds.next()), team, kind, "system:test", Map.of(), due);
        DATABASE.transactions().run(new Actor.System("test", team), "test", () -> jobs.add(job));
    }
}
