package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of API keys does. */
public abstract class ApiKeysContract {

    protected abstract Teams teams();

    protected abstract ApiKeys keys();

    @Test
    void a_key_is_found_as_it_was_added() {
        ApiKey key = new ApiKey(new ApiKeyId(UUID.randomUUID()), newTeam(teams()), "reporting", "hash", Role.MANAGER,
                Set.of(Scope.CREATORS_READ, Scope.CAMPAIGNS_WRITE), NOON, Optional.of(NOON.plusSeconds(60)), Optional.empty());
        keys().add(key);
        assertThat(keys().find(key.id())).contains(key);
    }

    @Test
    void a_revoked_key_is_still_found() {
        ApiKey key = new ApiKey(new ApiKeyId(UUID.randomUUID()), newTeam(teams()), "old", "hash", Role.MEMBER, Set.of(Scope.JOBS_READ), NOON,
                Optional.empty(), Optional.of(NOON.plusSeconds(1)));
        keys().add(key);
        assertThat(keys().find(key.id())).contains(key);
    }

    @Test
    void an_unknown_key_is_not_found() {
        assertThat(keys().find(new ApiKeyId(UUID.randomUUID()))).isEmpty();
    }
}
