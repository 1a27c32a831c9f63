package io.tastemaker.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_key_stops_working_at_its_last_instant() {
        ApiKey key = key(Role.MEMBER, Set.of(Scope.CREATORS_READ), Optional.of(NOON), Optional.empty());

        assertThat(key.isActive(NOON.minusNanos(1))).isTrue();
        assertThat(key.isActive(NOON)).isFalse();
    }

    @Test
    void a_revoked_key_does_not_work() {
        assertThat(key(Role.MEMBER, Set.of(Scope.CREATORS_READ), Optional.empty(), Optional.of(NOON)).isActive(NOON)).isFalse();
    }

    @Test
    void a_key_is_at_most_a_manager_and_has_a_scope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(Role.ADMIN, Set.of(Scope.CREATORS_READ), Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> key(Role.MEMBER, Set.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void after_a_rotation_both_secrets_work_until_the_overlap_ends() {
        ApiKey key = key(Role.MEMBER, Set.of(Scope.CREATORS_READ), Optional.empty(), Optional.empty());
        ApiKey rotated = key.rotated("11", Duration.ofHours(1), NOON);

        assertThat(rotated.opensWith("00"::equals, NOON.plusSeconds(3_599))).isTrue();
        assertThat(rotated.opensWith("00"::equals, NOON.plusSeconds(3_600))).isFalse();
        assertThat(rotated.opensWith("11"::equals, NOON.plusSeconds(3_600))).isTrue();
        assertThat(rotated.revoked(NOON).opensWith("11"::equals, NOON)).isFalse();
        assertThat(rotated.revoked(NOON).opensWith("00"::equals, NOON)).isFalse();
    }

    @Test
    void of_three_secrets_the_first_stops_at_once() {
        ApiKey key = key(Role.MEMBER, Set.of(Scope.CREATORS_READ), Optional.empty(), Optional.empty())
                .rotated("11", Duration.ofDays(7), NOON).rotated("22", Duration.ZERO, NOON);

        assertThat(List.of("00", "11", "22")).filteredOn(secret -> key.opensWith(secret::equals, NOON)).containsExactly("22");
    }

    @Test
    void two_secrets_overlap_for_seven_days_at_most() {
        ApiKey key = key(Role.MEMBER, Set.of(Scope.CREATORS_READ), Optional.empty(), Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(() -> key.rotated("11", Duration.ofDays(7).plusNanos(1), NOON));
    }

    private static ApiKey key(Role role, Set<Scope> scopes, Optional<Instant> expires, Optional<Instant> revoked) {
        ApiKey key = ApiKey.begin(new ApiKeyId(new UUID(1, 1)), new TeamId(new UUID(2, 2)), "ci", "00", role, scopes, NOON, expires);
        return revoked.map(key::revoked).orElse(key);
    }
}
