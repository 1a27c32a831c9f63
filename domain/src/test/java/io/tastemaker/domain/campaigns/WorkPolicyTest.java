package io.tastemaker.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkPolicyTest {

    private static final TeamId TEAM = new TeamId(new UUID(1, 1));

    private static Actor user(Role role) {
        return new Actor.User(new UserId(new UUID(2, 2)), TEAM, role, new SessionId(new UUID(3, 3)));
    }

    private static Actor key(Role role) {
        return new Actor.Key(new ApiKeyId(new UUID(4, 4)), TEAM, role, EnumSet.allOf(Scope.class));
    }

    /** What a plain member may with each right: view, comment, edit, approve. */
    @ParameterizedTest
    @CsvSource({
        "none,    true, false, false, false",
        "VIEW,    true, false, false, false",
        "COMMENT, true, true,  false, false",
        "EDIT,    true, true,  true,  false",
        "APPROVE, true, true,  true,  true"})
    void a_member_may_what_the_campaign_gives(String given, boolean view, boolean comment, boolean edit, boolean approve) {
        Optional<Right> right = given.equals("none") ? Optional.empty() : Optional.of(Right.valueOf(given));
        assertThat(Arrays.stream(Right.values()).map(needed -> WorkPolicy.allows(user(Role.MEMBER), right, needed)).toList())
                .isEqualTo(List.of(view, comment, edit, approve));
    }

    static Stream<Arguments> whoRunsCampaigns() {
        return Stream.of(user(Role.MANAGER), user(Role.ADMIN), user(Role.OWNER), key(Role.MANAGER), new Actor.Operator("root", TEAM),
                        new Actor.System("jobs", TEAM))
                .flatMap(actor -> Stream.concat(Stream.of(Optional.<Right>empty()), Arrays.stream(Right.values()).map(Optional::of))
                        .map(given -> Arguments.of(actor, given)));
    }

    @ParameterizedTest
    @MethodSource("whoRunsCampaigns")
    void who_runs_campaigns_may_everything_and_a_right_takes_nothing_away(Actor actor, Optional<Right> given) {
        assertThat(Right.values()).allMatch(needed -> WorkPolicy.allows(actor, given, needed));
    }

    @Test
    void a_key_is_nobodys_collaborator() {
        assertThat(WorkPolicy.allows(key(Role.MEMBER), Optional.of(Right.APPROVE), Right.COMMENT)).isFalse();
        assertThat(WorkPolicy.allows(key(Role.MEMBER), Optional.empty(), Right.VIEW)).isTrue();
    }

    @Test
    void work_goes_on_before_the_launch_and_after_the_end_and_stops_when_a_campaign_is_put_away() {
        assertThat(Campaign.Status.values()).allSatisfy(status ->
                assertThat(WorkPolicy.isOpen(status)).isEqualTo(!status.code().equals("archived")));
    }
}
