package io.tastemaker.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.InMemoryApiKeys;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeysOfATeamTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryApiKeys keys = new InMemoryApiKeys(transactions);
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final ApiKeyUseCases apiKeys = new ApiKeyUseCases(
            transactions, new InMemoryOwnTeam(transactions, teams), keys, keys.presented(), ids, new InMemoryTokens(), clock);

    @Test
    void a_new_key_speaks_for_its_team_with_its_role_and_scopes() {
        Team team = team("Lima Studio");
        CreateApiKey.Outcome.Created created = key(team, Optional.of(Duration.ofDays(1)));

        assertThat(authenticate(created.text())).isEqualTo(new AuthenticateApiKey.Outcome.Authenticated(
                new Actor.Key(created.key().id(), team.id(), Role.MANAGER, Set.of(Scope.CREATORS_WRITE))));
    }

    @Test
    void the_secret_is_not_kept() {
        CreateApiKey.Outcome.Created created = key(team("Lima Studio"), Optional.empty());

        String secret = created.text().substring(created.text().lastIndexOf('_') + 1);
        assertThat(keys.presented().findNow(created.key().id()).orElseThrow().toString()).doesNotContain(secret);
        assertThat(created.toString()).doesNotContain(secret);
    }

    @Test
    void a_wrong_secret_an_unknown_id_and_a_malformed_text_all_answer_the_same() {
        String text = key(team("Lima Studio"), Optional.empty()).text();
        char last = text.charAt(text.length() - 1);

        assertThat(authenticate(text.substring(0, text.length() - 1) + (last == 'a' ? 'b' : 'a')))
                .isEqualTo(new AuthenticateApiKey.Outcome.Unknown());
        assertThat(authenticate(text.replaceFirst("tmk_[0-9a-f]{32}", "tmk_" + "0".repeat(32))))
                .isEqualTo(new AuthenticateApiKey.Outcome.Unknown());
        assertThat(authenticate("hello")).isEqualTo(new AuthenticateApiKey.Outcome.Unknown());
    }

    @Test
    void an_expired_key_is_unknown() {
        String text = key(team("Lima Studio"), Optional.of(Duration.ofDays(1))).text();

        clock.advance(Duration.ofDays(1));

        assertThat(authenticate(text)).isEqualTo(new AuthenticateApiKey.Outcome.Unknown());
    }

    @Test
    void a_team_that_does_not_exist_gets_no_key() {
        Actor nowhere = new Actor.Operator("root", new TeamId(new UUID(9, 9)));

        assertThat(apiKeys.createApiKey().handle(new CreateApiKey.Command(
                        nowhere, "ci", Role.MEMBER, Set.of(Scope.JOBS_READ), Optional.empty())))
                .isEqualTo(new CreateApiKey.Outcome.UnknownTeam());
    }

    @Test
    void a_key_of_the_reserved_team_is_an_operators() {
        CreateApiKey.Outcome.Created created = (CreateApiKey.Outcome.Created) apiKeys.createApiKey().handle(new CreateApiKey.Command(
                Actors.OPERATOR, "metrics", Role.MANAGER, Set.of(Scope.CREATORS_WRITE), Optional.empty()));

        assertThat(authenticate(created.text())).isInstanceOfSatisfying(AuthenticateApiKey.Outcome.Authenticated.class,
                authenticated -> assertThat(authenticated.actor()).isInstanceOf(Actor.Operator.class));
    }

    @Test
    void a_manager_makes_no_keys() {
        assertThatThrownBy(() -> apiKeys.createApiKey().handle(new CreateApiKey.Command(
                        Actors.ANA, "ci", Role.MEMBER, Set.of(Scope.JOBS_READ), Optional.empty())))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void a_new_secret_works_at_once_and_the_one_before_until_the_overlap_ends() {
        Team team = team("Lima Studio");
        CreateApiKey.Outcome.Created created = key(team, Optional.empty());
        RotateApiKey.Outcome.Rotated rotated = (RotateApiKey.Outcome.Rotated) apiKeys.rotateApiKey().handle(
                new RotateApiKey.Command(admin(team), created.key().id(), Duration.ofHours(24)));

        assertThat(List.of(authenticate(created.text()), authenticate(rotated.text())))
                .allMatch(AuthenticateApiKey.Outcome.Authenticated.class::isInstance);
        clock.advance(Duration.ofHours(24));
        assertThat(authenticate(created.text())).isEqualTo(new AuthenticateApiKey.Outcome.Unknown());
        assertThat(authenticate(rotated.text())).isInstanceOf(AuthenticateApiKey.Outcome.Authenticated.class);
    }

    @Test
    void a_revoked_key_is_unknown_and_neither_changes_nor_gets_a_new_secret() {
        Team team = team("Lima Studio");
        CreateApiKey.Outcome.Created created = key(team, Optional.empty());
        ApiKeyId id = created.key().id();
        apiKeys.revokeApiKey().handle(new RevokeApiKey.Command(admin(team), id, OptionalLong.empty()));

        assertThat(authenticate(created.text())).isEqualTo(new AuthenticateApiKey.Outcome.Unknown());
        assertThat(apiKeys.rotateApiKey().handle(new RotateApiKey.Command(admin(team), id, Duration.ZERO)))
                .isEqualTo(new RotateApiKey.Outcome.NotActive());
        assertThat(apiKeys.changeApiKey().handle(new ChangeApiKey.Command(
                        admin(team), id, 2, "new", Role.MEMBER, Set.of(Scope.JOBS_READ), Optional.empty())))
                .isEqualTo(new ChangeApiKey.Outcome.Revoked());
        assertThat(apiKeys.revokeApiKey().handle(new RevokeApiKey.Command(admin(team), id, OptionalLong.empty())))
                .isEqualTo(new RevokeApiKey.Outcome.Revoked());
    }

    @Test
    void what_was_not_done_to_a_revoked_key_is_recorded_as_refused() {
        Team team = team("Lima Studio");
        ApiKeyId id = key(team, Optional.empty()).key().id();
        apiKeys.revokeApiKey().handle(new RevokeApiKey.Command(admin(team), id, OptionalLong.empty()));
        apiKeys.rotateApiKey().handle(new RotateApiKey.Command(admin(team), id, Duration.ZERO));

        assertThat(transactions.done()).extracting(InMemoryTransactions.Done::action)
                .endsWith("api_key.create", "api_key.revoke", "api_key.rotate.refused");
        assertThat(transactions.done().getLast().subject()).contains(Subject.of("api_key", id));
    }

    @Test
    void a_change_narrows_a_key_and_needs_the_version_that_was_seen() {
        Team team = team("Lima Studio");
        ApiKeyId id = key(team, Optional.empty()).key().id();
        ChangeApiKey.Command narrow = new ChangeApiKey.Command(
                admin(team), id, 1, "readers", Role.MEMBER, Set.of(Scope.CREATORS_READ), Optional.empty());

        ApiKey changed = ((ChangeApiKey.Outcome.Changed) apiKeys.changeApiKey().handle(narrow)).key();

        assertThat(changed.scopes()).containsExactly(Scope.CREATORS_READ);
        assertThatThrownBy(() -> apiKeys.changeApiKey().handle(narrow)).isInstanceOf(Refusal.StaleVersion.class);
    }

    @Test
    void another_teams_key_is_not_found() {
        ApiKeyId id = key(team("Lima Studio"), Optional.empty()).key().id();
        Actor stranger = admin(team("Oslo Agency"));

        assertThatThrownBy(() -> apiKeys.showApiKey().handle(new ShowApiKey.Query(stranger, id))).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> apiKeys.rotateApiKey().handle(new RotateApiKey.Command(stranger, id, Duration.ZERO)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> apiKeys.revokeApiKey().handle(new RevokeApiKey.Command(stranger, id, OptionalLong.empty())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(apiKeys.listApiKeys().handle(new ListApiKeys.Query(stranger, PageRequest.first(10))).items()).isEmpty();
    }

    @Test
    void a_use_is_noted() {
        Team team = team("Lima Studio");
        CreateApiKey.Outcome.Created created = key(team, Optional.empty());
        authenticate(created.text());

        assertThat(apiKeys.showApiKey().handle(new ShowApiKey.Query(admin(team), created.key().id())).lastUsedAt()).contains(clock.instant());
    }

    private static Actor admin(Team team) {
        return new Actor.User(new UserId(new UUID(3, 3)), team.id(), Role.ADMIN, new SessionId(new UUID(4, 4)));
    }

    private Team team(String name) {
        Team team = Team.begin(new TeamId(ids.next()), name, clock.instant());
        transactions.run(Actors.OPERATOR, "test", () -> teams.add(team));
        return team;
    }

    private CreateApiKey.Outcome.Created key(Team team, Optional<Duration> lives) {
        return (CreateApiKey.Outcome.Created) apiKeys.createApiKey().handle(new CreateApiKey.Command(
                new Actor.Operator("root", team.id()), "ci", Role.MANAGER, Set.of(Scope.CREATORS_WRITE), lives.map(clock.instant()::plus)));
    }

    private AuthenticateApiKey.Outcome authenticate(String text) {
        return apiKeys.authenticateApiKey().handle(new AuthenticateApiKey.Query(Anonymous.CALLER, text));
    }
}
