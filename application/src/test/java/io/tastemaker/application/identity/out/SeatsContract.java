package io.tastemaker.application.identity.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.shared.TeamId;
import org.junit.jupiter.api.Test;

/** What everything that limits seats does. */
public abstract class SeatsContract {

    protected abstract Seats seats();

    @Test
    void a_team_has_a_seat_for_its_owner_at_least() {
        assertThat(seats().of(new TeamId(SeededIds.next())).orElse(Integer.MAX_VALUE)).isPositive();
    }
}
