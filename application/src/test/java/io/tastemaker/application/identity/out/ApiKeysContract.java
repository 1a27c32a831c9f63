package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of API keys does. */
public abstract class ApiKeysContract {

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract ApiKeys keys();

    @BeforeEach
    void aTeam() {
        team = newTeam(teams());
    }

    static ApiKey key(TeamId team, Instant at) {
        return ApiKey.begin(new ApiKeyId(SeededIds.next()), team, "reporting", "hash", Role.MANAGER,
                Set.of(Scope.CREATORS_READ, Scope.CAMPAIGNS_WRITE), at, Optional.of(NOON.plusSeconds(60)));
    }

    private <T> T write(TeamId of, Supplier<T> work) {
        return transactions().inTransaction(system(of), "test", work);
    }

    private ApiKey added(Instant at) {
        ApiKey key = key(team, at);
        transactions().run(system(team), "test", () -> keys().add(key));
        return key;
    }

    private Optional<ApiKey> find(ApiKey key) {
        return transactions().reading(system(team), () -> keys().find(key.id()));
    }

    @Test
    void a_key_is_found_as_it_was_added() {
        ApiKey key = added(NOON);
        assertThat(find(key)).contains(key);
    }

    @Test
    void another_team_neither_finds_lists_nor_changes_it() {
        ApiKey key = added(NOON);
        TeamId other = newTeam(teams());

        assertThat(transactions().reading(system(other), () -> keys().find(key.id()))).isEmpty();
        assertThat(transactions().reading(system(other), () -> keys().list(PageRequest.first(10))).items()).isEmpty();
        assertThat(write(other, () -> keys().replace(key.revoked(NOON)))).isFalse();
        assertThat(write(other, () -> keys().revokeAll(NOON))).isZero();
        assertThat(find(key)).contains(key);
    }

    @Test
    void a_key_of_another_team_cannot_be_added() {
        ApiKey foreign = key(newTeam(teams()), NOON);
        assertThatThrownBy(() -> transactions().run(system(team), "test", () -> keys().add(foreign))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_the_one_before_and_no_other() {
        ApiKey key = added(NOON);
        ApiKey rotated = key.rotated("other", Duration.ofHours(24), NOON);

        assertThat(write(team, () -> keys().replace(rotated))).isTrue();
        assertThat(write(team, () -> keys().replace(key.changed("late", Role.MEMBER, Set.of(Scope.JOBS_READ), Optional.empty())))).isFalse();
        assertThat(find(key)).contains(rotated);
    }

    @Test
    void the_newest_come_first_page_by_page() {
        ApiKey old = added(NOON);
        ApiKey young = added(NOON.plusSeconds(1));

        Page<ApiKey> first = transactions().reading(system(team), () -> keys().list(PageRequest.first(1)));
        Page<ApiKey> second = transactions().reading(system(team), () -> keys().list(new PageRequest(1, first.next())));

        assertThat(first.items()).containsExactly(young);
        assertThat(second).isEqualTo(new Page<>(List.of(old), Optional.empty()));
    }

    @Test
    void all_keys_of_a_team_are_revoked_at_once_and_those_revoked_before_stay_as_they_are() {
        ApiKey working = added(NOON);
        ApiKey revoked = added(NOON);
        write(team, () -> keys().replace(revoked.revoked(NOON)));

        assertThat(write(team, () -> keys().revokeAll(NOON.plusSeconds(5)))).isEqualTo(1);
        assertThat(find(working)).contains(working.revoked(NOON.plusSeconds(5)));
        assertThat(find(revoked)).contains(revoked.revoked(NOON));
    }
}
