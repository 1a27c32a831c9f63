package io.tastemaker.application.outreach.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.SeededIds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every list of addresses does to which nobody writes again. */
public abstract class SuppressionsContract extends OutreachContract {

    protected abstract Suppressions suppressions();

    @Test
    void who_said_so_to_one_team_has_said_so_to_all_and_once_is_enough() {
        String hash = SeededIds.next().toString();
        String innocent = SeededIds.next().toString();
        assertThat(write(team, () -> suppressions().add(hash, NOON))).isTrue();
        assertThat(write(other, () -> suppressions().add(hash, NOON.plusSeconds(1)))).isFalse();
        assertThat(read(other, () -> suppressions().among(List.of(innocent, hash)))).containsExactly(hash);
        assertThat(read(team, () -> suppressions().among(List.of(innocent)))).isEmpty();
        assertThat(read(team, () -> suppressions().among(List.of()))).isEmpty();
    }
}
