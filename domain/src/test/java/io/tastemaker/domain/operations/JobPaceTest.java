package io.tastemaker.domain.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobPaceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Job job(Optional<Instant> startedAt, Job.Progress progress) {
        return new Job(new JobId(new UUID(7, 7)), TeamId.CATALOGUE, "kind", "user:ana", Map.of(), Job.Status.RUNNING, progress, Map.of(), 1,
                Optional.empty(), false, NOON.minusSeconds(60), startedAt, Optional.empty());
    }

    @Test
    void the_end_is_where_the_rest_is_done_as_fast_as_what_is_done() {
        Job job = job(Optional.of(NOON), new Job.Progress(40, Optional.of(100L), Optional.of(NOON.plusSeconds(20))));

        assertThat(job.pace()).contains(new Job.Pace(2, Optional.of(NOON.plusSeconds(50))));
    }

    @Test
    void without_the_whole_there_is_no_end_to_be_seen() {
        Job job = job(Optional.of(NOON), new Job.Progress(5, Optional.empty(), Optional.of(NOON.plusSeconds(10))));

        assertThat(job.pace()).contains(new Job.Pace(0.5, Optional.empty()));
    }

    @Test
    void what_is_done_has_its_end_behind_it() {
        Job job = job(Optional.of(NOON), new Job.Progress(100, Optional.of(100L), Optional.of(NOON.plusSeconds(10))));

        assertThat(job.pace().orElseThrow().endsAt()).contains(NOON.plusSeconds(10));
        Job beyond = job(Optional.of(NOON), new Job.Progress(120, Optional.of(100L), Optional.of(NOON.plusSeconds(10))));
        assertThat(beyond.pace().orElseThrow().endsAt()).as("more than was expected").contains(NOON.plusSeconds(10));
    }

    @Test
    void nothing_can_be_said_until_something_is_done_and_time_has_passed() {
        assertThat(job(Optional.empty(), Job.Progress.NONE).pace()).isEmpty();
        assertThat(job(Optional.of(NOON), Job.Progress.NONE).pace()).isEmpty();
        assertThat(job(Optional.of(NOON), new Job.Progress(0, Optional.of(100L), Optional.of(NOON.plusSeconds(10)))).pace()).isEmpty();
        assertThat(job(Optional.of(NOON), new Job.Progress(9, Optional.of(100L), Optional.of(NOON))).pace()).isEmpty();
        assertThat(job(Optional.of(NOON), new Job.Progress(9, Optional.of(100L), Optional.of(NOON.minusSeconds(1)))).pace()).isEmpty();
    }
}
