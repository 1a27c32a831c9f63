package io.tastemaker.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Endpoint.Streak;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Endpoint.Aim AIM = aim("https://hooks.example.com/");
    private static final Streak FAILING = new Streak(7, Optional.of(NOON));

    private static Endpoint.Aim aim(String url) {
        return new Endpoint.Aim(url, "", Set.of(), OptionalLong.empty());
    }

    private static Endpoint endpoint(Endpoint.State state, Streak streak) {
        return new Endpoint(new EndpointId(new UUID(1, 1)), new TeamId(new UUID(2, 2)), 3, AIM, state, streak, Optional.empty(), NOON);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "4, 0", "5, 1", "6, 2", "7, 4", "8, 8", "9, 10", "50, 10", "100000, 10"})
    void an_endpoint_that_fails_is_left_alone_for_longer_and_longer(int failures, long seconds) {
        assertThat(Streak.quiet(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void an_endpoint_is_dead_when_it_failed_often_and_for_long_and_not_by_one_alone() {
        Instant later = NOON.plus(Duration.ofHours(24));
        assertThat(new Streak(50, Optional.of(NOON)).isDead(later)).isTrue();
        assertThat(new Streak(49, Optional.of(NOON)).isDead(later)).isFalse();
        assertThat(new Streak(50, Optional.of(NOON)).isDead(later.minusMillis(1))).isFalse();
        assertThat(Streak.NONE.isDead(later)).isFalse();
    }

    @Test
    void whoever_enables_an_endpoint_or_sends_it_elsewhere_ends_the_count_of_failures() {
        Endpoint.State off = new Endpoint.State.Disabled(Endpoint.Reason.FAILING, NOON);
        assertThat(endpoint(off, FAILING).changed(AIM, true, NOON).streak()).isEqualTo(Streak.NONE);
        assertThat(endpoint(new Endpoint.State.Enabled(), FAILING).changed(aim("https://other.example.com/"), true, NOON).streak())
                .isEqualTo(Streak.NONE);
        assertThat(endpoint(new Endpoint.State.Enabled(), FAILING).changed(AIM, true, NOON).streak()).isEqualTo(FAILING);
        assertThat(endpoint(off, FAILING).changed(AIM, false, NOON.plusSeconds(1)).state()).isEqualTo(off);
    }

    @Test
    void whoever_disables_an_endpoint_is_named_as_the_reason() {
        Endpoint disabled = endpoint(new Endpoint.State.Enabled(), Streak.NONE).changed(AIM, false, NOON);
        assertThat(disabled.state()).isEqualTo(new Endpoint.State.Disabled(Endpoint.Reason.BY_TEAM, NOON));
        assertThat(disabled.version()).isEqualTo(4);
        assertThat(endpoint(new Endpoint.State.Enabled(), FAILING).disabled(Endpoint.Reason.GONE, NOON).isEnabled()).isFalse();
    }

    @Test
    void two_secrets_hold_for_a_while_or_not_at_all() {
        Endpoint endpoint = endpoint(new Endpoint.State.Enabled(), Streak.NONE);
        assertThat(endpoint.rotated(Duration.ofHours(2), NOON).oldSecretUntil()).contains(NOON.plus(Duration.ofHours(2)));
        assertThat(endpoint.rotated(Duration.ZERO, NOON).oldSecretUntil()).isEmpty();
        assertThatThrownBy(() -> endpoint.rotated(Duration.ofDays(7).plusMillis(1), NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> endpoint.rotated(Duration.ofMillis(-1), NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_cannot_be_wanted_is_refused() {
        assertThatThrownBy(() -> aim("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> aim("https://" + "a".repeat(2_048))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Endpoint.Aim("https://a.example", "", Set.of(Event.Kind.WEBHOOK_PING), OptionalLong.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Endpoint.Aim("https://a.example", "", Set.of(), OptionalLong.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Streak(0, Optional.of(NOON))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Streak(1, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attempt(1, NOON, Duration.ZERO, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_audit_log_shows_neither_address_nor_description() {
        assertThat(AIM.toString()).doesNotContain("hooks.example.com");
        assertThat(endpoint(new Endpoint.State.Enabled(), Streak.NONE).traits().made().toString()).doesNotContain("hooks.example.com");
    }
}
