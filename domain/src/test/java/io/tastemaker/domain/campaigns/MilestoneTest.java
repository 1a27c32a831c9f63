package io.tastemaker.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.MilestoneId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MilestoneTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 10, 1);

    private static Milestone milestone(int number, LocalDate due, int position) {
        return new Milestone(new MilestoneId(new UUID(1, number)), new CampaignId(new UUID(2, 2)), 1, "Shoot", due, position, Optional.empty(),
                "user:ana", NOON);
    }

    @Test
    void it_is_overdue_from_the_day_after_until_it_is_reached() {
        Milestone open = milestone(1, DUE, 0);
        assertThat(open.isOverdue(DUE)).isFalse();
        assertThat(open.isOverdue(DUE.plusDays(1))).isTrue();
        assertThat(open.changed("Shoot", DUE, 0, true, NOON).isOverdue(DUE.plusDays(1))).isFalse();
    }

    @Test
    void what_is_reached_keeps_its_time_and_what_is_taken_back_loses_it() {
        Milestone reached = milestone(1, DUE, 0).changed("Shoot", DUE, 0, true, NOON);
        assertThat(reached.changed("Shooting", DUE, 0, true, NOON.plusSeconds(9)).doneAt()).contains(NOON);
        assertThat(reached.changed("Shoot", DUE, 0, false, NOON.plusSeconds(9)).doneAt()).isEmpty();
        assertThat(reached.version()).isEqualTo(2);
    }

    @Test
    void they_stand_by_position_and_then_by_day() {
        Milestone last = milestone(1, DUE, 5);
        Milestone second = milestone(2, DUE, 0);
        Milestone first = milestone(3, DUE.minusDays(1), 0);
        assertThat(Stream.of(last, second, first).sorted(Milestone.ORDER)).containsExactly(first, second, last);
    }
}
