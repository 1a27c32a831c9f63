package io.tastemaker.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.PeopleFixtures;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsOfAPersonTest {

    private static final String ANA = "ana@example.com";
    private static final RefreshSession.Outcome REFUSED = new RefreshSession.Outcome.Refused();
    private static final AuthenticateAccessToken.Outcome UNKNOWN = new AuthenticateAccessToken.Outcome.Unknown();

    private final People people = new People();
    private SignedIn ana;

    @BeforeEach
    void signIn() {
        ana = people.member(ANA);
    }

    @Test
    void a_refresh_token_gets_the_next_pair_and_the_session_lives_on() {
        people.clock.advance(Duration.ofDays(29));
        SignedIn next = people.refreshed(people.refresh(ana.refreshToken()));
        assertThat(next.session().id()).isEqualTo(ana.session().id());
        assertThat(next.session().expiresAt()).isEqualTo(people.clock.instant().plus(Duration.ofDays(30)));
        assertThat(next.refreshToken()).startsWith("rt_").hasSize(46).isNotEqualTo(ana.refreshToken());
        assertThat(next.accessExpiresAt()).isEqualTo(people.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(people.actor(next)).isEqualTo(people.actor(people.refreshed(people.refresh(next.refreshToken()))));
    }

    @Test
    void an_access_token_never_lives_longer_than_it_may_however_the_clock_runs() {
        people.clock.passBetweenLooks(Duration.ofMillis(400));
        for (int time = 0; time < 5; time++) {
            ana = people.refreshed(people.refresh(ana.refreshToken()));
            assertThat(Duration.between(ana.session().lastUsedAt(), ana.accessExpiresAt())).isLessThanOrEqualTo(Duration.ofMinutes(15));
        }
    }

    @Test
    void a_lost_answer_is_given_again_within_ten_seconds() {
        SignedIn lost = people.refreshed(people.refresh(ana.refreshToken()));
        people.clock.advance(RefreshSession.GRACE);
        SignedIn again = people.refreshed(people.refresh(ana.refreshToken()));
        assertThat(again.refreshToken()).isEqualTo(lost.refreshToken());
        people.refreshed(people.refresh(again.refreshToken()));
    }

    @Test
    void a_token_that_comes_back_later_ends_the_session_for_everybody() {
        SignedIn next = people.refreshed(people.refresh(ana.refreshToken()));
        people.clock.advance(RefreshSession.GRACE.plusSeconds(1));
        assertThat(people.refresh(ana.refreshToken())).isEqualTo(REFUSED);
        assertThat(people.refresh(next.refreshToken())).isEqualTo(REFUSED);
        assertThat(people.authenticate(next.accessToken())).isEqualTo(UNKNOWN);
        assertThat(people.look(() -> people.sessions.find(ana.session().id())).orElseThrow().revokedAt()).contains(people.clock.instant());
    }

    @Test
    void a_token_whose_successor_was_used_ends_the_session_at_once() {
        SignedIn next = people.refreshed(people.refresh(ana.refreshToken()));
        SignedIn afterNext = people.refreshed(people.refresh(next.refreshToken()));
        assertThat(people.refresh(ana.refreshToken())).isEqualTo(REFUSED);
        assertThat(people.refresh(afterNext.refreshToken())).isEqualTo(REFUSED);
    }

    @Test
    void of_many_refreshes_at_once_all_get_the_same_successor() {
        List<RefreshSession.Outcome> outcomes = AtOnce.call(50, number -> people.refresh(ana.refreshToken()));
        assertThat(outcomes.stream().map(people::refreshed).map(SignedIn::refreshToken).distinct()).hasSize(1);
    }

    @Test
    void what_is_no_refresh_token_is_refused() {
        for (String wrong : List.of("", "rt_", "rt_" + "x".repeat(43), ana.accessToken(), ana.refreshToken() + "x")) {
            assertThat(people.refresh(wrong)).as(wrong).isEqualTo(REFUSED);
        }
    }

    @Test
    void a_session_that_nobody_uses_for_thirty_days_ends() {
        people.clock.advance(Duration.ofDays(30));
        assertThat(people.refresh(ana.refreshToken())).isEqualTo(REFUSED);
    }

    @Test
    void an_access_token_expires_and_says_so() {
        people.clock.advance(Duration.ofMinutes(15));
        assertThat(people.authenticate(ana.accessToken())).isEqualTo(new AuthenticateAccessToken.Outcome.Expired());
        assertThat(people.authenticate("hello")).isEqualTo(UNKNOWN);
        assertThat(people.authenticate(ana.refreshToken())).isEqualTo(UNKNOWN);
    }

    @Test
    void a_refresh_switches_to_another_team_of_the_person() {
        TeamId oslo = join(ana, Role.MEMBER);
        SignedIn there = people.refreshed(people.refresh(ana.refreshToken(), Optional.of(oslo)));
        assertThat(there.team().orElseThrow().membership().team()).isEqualTo(oslo);
        assertThat(there.teams()).hasSize(2);
        assertThat(people.actor(there)).isEqualTo(new Actor.User(ana.user().id(), oslo, Role.MEMBER, ana.session().id()));
        assertThat(people.refreshed(people.refresh(there.refreshToken())).session().team()).as("it stays there").isEqualTo(oslo);
    }

    @Test
    void a_team_of_others_is_not_there_and_the_token_stays_good() {
        SignedIn ben = people.member("ben@example.com");
        assertThatThrownBy(() -> people.refresh(ana.refreshToken(), Optional.of(ben.user().homeTeam()))).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> people.refresh(ana.refreshToken(), Optional.of(new TeamId(new UUID(1, 1)))))
                .isInstanceOf(Refusal.NotFound.class);
        people.clock.advance(Duration.ofMinutes(1));
        people.refreshed(people.refresh(ana.refreshToken()));
    }

    @Test
    void who_left_the_team_of_a_session_goes_on_at_home() {
        TeamId oslo = join(ana, Role.MEMBER);
        SignedIn there = people.refreshed(people.refresh(ana.refreshToken(), Optional.of(oslo)));
        people.transactions.run(SignUp.PROGRAM, "test", () -> people.users.leave(oslo, ana.user().id()));
        assertThat(people.authenticate(there.accessToken())).isEqualTo(UNKNOWN);
        assertThat(people.refreshed(people.refresh(there.refreshToken())).session().team()).isEqualTo(ana.user().homeTeam());
    }

    @Test
    void the_role_is_the_one_of_now() {
        TeamId oslo = join(ana, Role.ADMIN);
        SignedIn there = people.refreshed(people.refresh(ana.refreshToken(), Optional.of(oslo)));
        people.transactions.run(SignUp.PROGRAM, "test", () -> {
            people.users.leave(oslo, ana.user().id());
            people.users.join(Membership.begin(oslo, ana.user().id(), Role.MEMBER, people.clock.instant()));
        });
        assertThat(people.actor(there)).isEqualTo(new Actor.User(ana.user().id(), oslo, Role.MEMBER, ana.session().id()));
    }

    @Test
    void a_suspended_account_is_out_at_once() {
        people.transactions.run(SignUp.PROGRAM, "test", () -> people.users.replace(ana.user().suspended(people.clock.instant())));
        assertThat(people.authenticate(ana.accessToken())).isEqualTo(UNKNOWN);
        assertThat(people.refresh(ana.refreshToken())).isEqualTo(REFUSED);
    }

    @Test
    void an_operator_acts_as_such() {
        User operator = PeopleFixtures.person(TeamId.CATALOGUE, new EmailAddress("ops@example.com"));
        User withPassword = new User(operator.id(), 1, operator.email(), "Ops", ana.user().passwordHash(), TeamId.CATALOGUE,
                operator.timeZone(), operator.locale(), operator.createdAt(), Optional.empty());
        people.transactions.run(SignUp.PROGRAM, "test", () -> people.users.add(withPassword));
        SignedIn ops = people.in(people.logIn("ops@example.com", People.PASSWORD, People.LAPTOP));
        assertThat(ops.team()).isEmpty();
        Actor actor = people.actor(ops);
        assertThat(actor).isInstanceOf(Actor.Operator.class);
        assertThat(actor.person()).contains(new Actor.Person(ops.user().id(), ops.session().id()));
        people.sessions().logOut().handle(new LogOut.Command(actor));
        assertThat(people.authenticate(ops.accessToken())).isEqualTo(UNKNOWN);
    }

    @Test
    void logging_out_ends_this_session_and_no_other() {
        SignedIn phone = people.in(people.logIn(ANA, People.PASSWORD, People.ELSEWHERE));
        people.sessions().logOut().handle(new LogOut.Command(people.actor(ana)));
        assertThat(people.authenticate(ana.accessToken())).isEqualTo(UNKNOWN);
        assertThat(people.refresh(ana.refreshToken())).isEqualTo(REFUSED);
        assertThat(people.sessions().listSessions().handle(new ListSessions.Query(people.actor(phone))))
                .containsExactly(new ListSessions.Entry(phone.session(), true));
    }

    @Test
    void one_of_the_own_sessions_is_ended() {
        SignedIn phone = people.in(people.logIn(ANA, People.PASSWORD, People.ELSEWHERE));
        people.sessions().revokeSession().handle(new RevokeSession.Command(people.actor(ana), phone.session().id()));
        assertThat(people.authenticate(phone.accessToken())).isEqualTo(UNKNOWN);
        assertThatThrownBy(() -> people.sessions().revokeSession().handle(
                new RevokeSession.Command(people.actor(ana), phone.session().id()))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void the_sessions_of_others_are_not_there() {
        SignedIn ben = people.member("ben@example.com");
        for (SessionId id : List.of(ben.session().id(), new SessionId(new UUID(1, 1)))) {
            assertThatThrownBy(() -> people.sessions().revokeSession().handle(new RevokeSession.Command(people.actor(ana), id)))
                    .isInstanceOf(Refusal.NotFound.class);
        }
        people.actor(ben);
    }

    @Test
    void all_other_sessions_are_ended_at_once() {
        people.logIn(ANA, People.PASSWORD, People.ELSEWHERE);
        people.logIn(ANA, People.PASSWORD, People.ELSEWHERE);
        assertThat(people.sessions().revokeOtherSessions().handle(new RevokeOtherSessions.Command(people.actor(ana))))
                .isEqualTo(new RevokeOtherSessions.Outcome.Revoked(2));
        assertThat(people.sessions().listSessions().handle(new ListSessions.Query(people.actor(ana)))).hasSize(1);
    }

    @Test
    void keys_have_no_account() {
        Actor key = new Actor.Key(new ApiKeyId(new UUID(1, 2)), ana.user().homeTeam(), Role.MANAGER, Set.of(Scope.values()));
        for (Actor nobody : List.of(key, Actors.OPERATOR, Actors.PROGRAM)) {
            assertThatThrownBy(() -> people.sessions().listSessions().handle(new ListSessions.Query(nobody)))
                    .as(nobody.label()).isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> people.sessions().logOut().handle(new LogOut.Command(nobody))).isInstanceOf(Refusal.Forbidden.class);
        }
    }

    private TeamId join(SignedIn person, Role role) {
        Team oslo = Team.begin(new TeamId(SeededIds.next()), "Oslo Agency", people.clock.instant());
        people.transactions.run(SignUp.PROGRAM, "test", () -> {
            people.teams.add(oslo);
            people.users.join(Membership.begin(oslo.id(), person.user().id(), role, people.clock.instant()));
        });
        return oslo.id();
    }
}
