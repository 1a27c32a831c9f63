package io.tastemaker.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.access.AccessPolicy.Decision;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTest {

    private static final TeamId TEAM = new TeamId(new UUID(1, 1));

    @ParameterizedTest
    @CsvSource(textBlock = """
            READ_CREATORS,   MEMBER
            SEARCH_CREATORS, MEMBER
            WRITE_CREATORS,  MANAGER
            READ_CAMPAIGNS,  MEMBER
            MATCH_CAMPAIGNS, MEMBER
            WRITE_CAMPAIGNS, MANAGER
            READ_LISTS,      MEMBER
            WRITE_LISTS,     MANAGER
            READ_PROPOSALS,  MANAGER
            WRITE_PROPOSALS, MANAGER
            UNLOCK_CREATORS, MEMBER
            READ_WALLET,     MEMBER
            VERIFY_WALLET,   ADMIN
            READ_EXPORTS,    MANAGER
            EXPORT_DATA,     MANAGER
            READ_JOBS,       MEMBER
            WRITE_JOBS,      MANAGER
            OWN_ACCOUNT,     MEMBER
            READ_TEAM,       MEMBER
            WRITE_TEAM,      ADMIN
            WRITE_MEMBERS,   ADMIN
            OWN_TEAM,        OWNER
            WRITE_API_KEYS,  ADMIN
            WRITE_WEBHOOKS,  ADMIN
            READ_AUDIT,      ADMIN
            WRITE_CATALOGUE,
            OPERATE,
            """)
    void each_permission_begins_at_one_role(Permission permission, Role least) {
        for (Role role : Role.values()) {
            boolean allowed = AccessPolicy.decide(user(role), permission) instanceof Decision.Allowed;
            assertThat(allowed).as("%s may %s", role, permission).isEqualTo(least != null && role.covers(least));
        }
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void operators_and_the_program_itself_may_do_everything(Permission permission) {
        assertThat(AccessPolicy.decide(new Actor.Operator("root", TEAM), permission)).isInstanceOf(Decision.Allowed.class);
        assertThat(AccessPolicy.decide(new Actor.System("jobs", TEAM), permission)).isInstanceOf(Decision.Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void a_key_with_every_scope_may_what_its_role_may_and_a_scope_exists_for(Permission permission) {
        Decision decision = AccessPolicy.decide(key(Role.MANAGER, EnumSet.allOf(Scope.class)), permission);

        boolean expected = permission.scope().isPresent() && permission.role().map(Role.MANAGER::covers).orElse(false);
        assertThat(decision instanceof Decision.Allowed).isEqualTo(expected);
    }

    @Test
    void a_key_without_the_scope_learns_which_one_is_missing() {
        Decision decision = AccessPolicy.decide(key(Role.MANAGER, Set.of(Scope.CREATORS_WRITE)), Permission.READ_CAMPAIGNS);

        assertThat(decision).isEqualTo(
                new Decision.Denied(Permission.READ_CAMPAIGNS, Optional.empty(), Optional.of(Scope.CAMPAIGNS_READ)));
    }

    @Test
    void a_key_of_a_lesser_role_learns_which_role_is_missing() {
        Decision decision = AccessPolicy.decide(key(Role.MEMBER, Set.of(Scope.CREATORS_WRITE)), Permission.WRITE_CREATORS);

        assertThat(decision).isEqualTo(
                new Decision.Denied(Permission.WRITE_CREATORS, Optional.of(Role.MANAGER), Optional.empty()));
    }

    @Test
    void writing_includes_reading_but_not_the_other_way_round() {
        assertThat(Scope.CREATORS_WRITE.covers(Scope.CREATORS_READ)).isTrue();
        assertThat(Scope.CREATORS_READ.covers(Scope.CREATORS_WRITE)).isFalse();
        assertThat(Scope.CREATORS_WRITE.covers(Scope.JOBS_READ)).isFalse();
    }

    @Test
    void require_refuses_with_what_the_policy_said() {
        assertThatThrownBy(() -> AccessPolicy.require(user(Role.MEMBER), Permission.WRITE_CAMPAIGNS))
                .isInstanceOfSatisfying(Refusal.Forbidden.class,
                        refusal -> assertThat(refusal.denied().requiredRole()).contains(Role.MANAGER));
    }

    private static Actor user(Role role) {
        return new Actor.User(new UserId(new UUID(2, 2)), TEAM, role, new SessionId(new UUID(3, 3)));
    }

    private static Actor key(Role role, Set<Scope> scopes) {
        return new Actor.Key(new ApiKeyId(new UUID(3, 3)), TEAM, role, scopes);
    }
}
