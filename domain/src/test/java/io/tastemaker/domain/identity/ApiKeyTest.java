package io.tastemaker.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
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

    private static ApiKey key(Role role, Set<Scope> scopes, Optional<Instant> expires, Optional<Instant> revoked) {
        return new ApiKey(new ApiKeyId(new UUID(1, 1)), new TeamId(new UUID(2, 2)), "ci", "00", role, scopes, NOON, expires, revoked);
    }
}
