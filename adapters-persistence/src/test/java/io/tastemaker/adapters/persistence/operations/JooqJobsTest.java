package io.tastemaker.adapters.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.operations.out.JobsContract;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqJobsTest extends JobsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Jobs jobs() {
        return new JooqJobs(DATABASE.transactions(), DATABASE.acrossTeams());
    }

    @Test
    void a_poisonous_job_that_a_paused_worker_still_holds_open_blocks_nobody() {
        TeamId team = TeamFixtures.newTeam(teams());
        Instant now = TeamFixtures.NOON;
        Job poison = add(team, now);
        Job harmless = add(team, now.plusSeconds(1));
        for (int attempt = 1; attempt <= Job.MOST_ATTEMPTS; attempt++) {
            assertThat(claim(now.plusSeconds(attempt))).hasValueSatisfying(claim -> assertThat(claim.job().id()).isEqualTo(poison.id()));
        }
        Optional<Jobs.Claim> next = DATABASE.transactions().alone(team, sql -> {
            sql.fetch("select id from operations.job where id = {0} for update", DSL.val(poison.id().value()));
            return claim(now.plusSeconds(60));
        });
        assertThat(next).hasValueSatisfying(claim -> assertThat(claim.job().id()).isEqualTo(harmless.id()));
    }

    private Job add(TeamId team, Instant createdAt) {
        Job job = Job.queued(new JobId(SeededIds.next()), team, "held", "user:ana", Map.of(), createdAt);
        return DATABASE.transactions().alone(team, sql -> {
            jobs().add(job);
            return job;
        });
    }

    private Optional<Jobs.Claim> claim(Instant now) {
        return jobs().claim(Set.of("held"), now, Duration.ofSeconds(1));
    }
}
