package io.tastemaker.application.identity;

import static io.tastemaker.application.identity.WaysIn.NOTHING;
import static io.tastemaker.application.identity.WaysIn.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.IdentityProvidersContract.Person;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.ExternalIdentity;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.ExternalIdentityId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherProvidersTest {

    private static final String ANA = "ana@example.com";
    private static final Person GOOGLE_ANA = Person.ANA;
    private static final FinishOauth.Outcome REFUSED = new FinishOauth.Outcome.Refused();
    private static final FinishOauth.Outcome CONFLICT = new FinishOauth.Outcome.Conflict();

    private final People people = new People();
    private final WaysIn ways = new WaysIn(people);

    @Test
    void a_new_person_gets_an_account_with_a_team_and_is_signed_in() {
        SignedIn ana = ways.in(ways.withGoogle(GOOGLE_ANA));
        assertThat(ana.user().email().value()).isEqualTo(ANA);
        assertThat(ana.user().fullName()).isEqualTo("Ana Lima");
        assertThat(ana.user().passwordHash()).isEmpty();
        assertThat(ana.session().proofs()).isEqualTo(Set.of(Proof.FEDERATED));
        assertThat(ana.team()).hasValueSatisfying(team -> {
            assertThat(team.teamName()).isEqualTo("Ana Lima");
            assertThat(team.membership().role()).isEqualTo(Role.OWNER);
        });
    }

    @Test
    void who_comes_back_gets_the_same_account_whatever_the_address_is_by_then() {
        SignedIn first = ways.in(ways.withGoogle(GOOGLE_ANA));
        Person moved = new Person(GOOGLE_ANA.subject(), Optional.of("new@example.com"), false, Optional.empty());
        assertThat(ways.in(ways.withGoogle(moved)).user()).isEqualTo(first.user());
    }

    @Test
    void who_has_no_name_is_called_by_the_address() {
        Person nameless = new Person("1", Optional.of("x@example.com"), true, Optional.empty());
        assertThat(ways.in(ways.withGoogle(nameless)).user().fullName()).isEqualTo("x@example.com");
    }

    @Test
    void an_account_with_the_same_verified_address_is_linked() {
        SignedIn ana = people.member(ANA);
        assertThat(ways.in(ways.withGoogle(GOOGLE_ANA)).user().id()).isEqualTo(ana.user().id());
        assertThat(linked(people.actor(ana))).extracting(ExternalIdentity::subject).containsExactly(GOOGLE_ANA.subject());
        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isInstanceOf(LogIn.Outcome.In.class);
    }

    @Test
    void an_address_that_the_provider_does_not_vouch_for_opens_nothing() {
        SignedIn ana = people.member(ANA);
        assertThat(ways.withGoogle(new Person("666", Optional.of(ANA), false, Optional.of("Ana Lima"))))
                .isEqualTo(new FinishOauth.Outcome.UnverifiedAddress());
        assertThat(ways.withGoogle(new Person("667", Optional.empty(), true, Optional.empty())))
                .isEqualTo(new FinishOauth.Outcome.UnverifiedAddress());
        assertThat(ways.withGoogle(new Person("668", Optional.of("no address"), true, Optional.empty())))
                .isEqualTo(new FinishOauth.Outcome.UnverifiedAddress());
        assertThat(linked(people.actor(ana))).isEmpty();
    }

    @Test
    void an_account_that_is_linked_to_another_of_the_provider_is_not_opened_by_its_address() {
        people.member(ANA);
        ways.in(ways.withGoogle(GOOGLE_ANA));
        assertThat(ways.withGoogle(new Person("another", Optional.of(ANA), true, Optional.empty()))).isEqualTo(CONFLICT);
    }

    @Test
    void a_suspended_person_is_refused() {
        SignedIn ana = ways.in(ways.withGoogle(GOOGLE_ANA));
        change(ana.user().suspended(people.clock.instant()));
        assertThat(ways.withGoogle(GOOGLE_ANA)).isEqualTo(REFUSED);
    }

    @Test
    void an_operator_is_not_linked_by_an_address() {
        SignedIn ana = people.member(ANA);
        User staff = ana.user();
        change(new User(staff.id(), staff.version() + 1, staff.email(), staff.fullName(), staff.passwordHash(), TeamId.CATALOGUE,
                staff.timeZone(), staff.locale(), staff.createdAt(), Optional.empty()));
        assertThat(ways.withGoogle(GOOGLE_ANA)).isEqualTo(REFUSED);
        assertThat(linked(people.actor(ana))).isEmpty();
    }

    @Test
    void a_second_factor_is_asked_for_here_too() {
        SignedIn ana = people.member(ANA);
        WaysIn.Phone phone = ways.phone(people.actor(ana));
        FinishOauth.Outcome outcome = ways.withGoogle(GOOGLE_ANA);
        assertThat(outcome).isInstanceOf(FinishOauth.Outcome.SecondFactorNeeded.class);
        Challenged challenge = ((FinishOauth.Outcome.SecondFactorNeeded) outcome).challenge();
        assertThat(ways.verify(challenge, ways.shown(phone))).isInstanceOfSatisfying(VerifyChallenge.Outcome.In.class, in ->
                assertThat(in.signedIn().session().proofs()).containsExactlyInAnyOrder(Proof.FEDERATED, Proof.ONE_TIME_CODE));
    }

    @Test
    void a_state_works_once_for_its_provider_and_for_ten_minutes() {
        StartOauth.Outcome.Begun begun = ways.begin(Optional.empty());
        ways.in(ways.back(begun, GOOGLE_ANA, Optional.empty()));
        assertThat(ways.back(begun, GOOGLE_ANA, Optional.empty())).isEqualTo(REFUSED);
        StartOauth.Outcome.Begun other = ways.begin(Optional.empty());
        assertThat(ways.finish("silent", "code", other.state(), Optional.empty())).isEqualTo(REFUSED);
        assertThat(ways.back(other, GOOGLE_ANA, Optional.empty())).isEqualTo(REFUSED);
        StartOauth.Outcome.Begun late = ways.begin(Optional.empty());
        people.clock.advance(Duration.ofMinutes(10));
        assertThat(ways.back(late, GOOGLE_ANA, Optional.empty())).isEqualTo(REFUSED);
        assertThat(ways.finish("google", "code", "unknown", Optional.empty())).isEqualTo(REFUSED);
    }

    @Test
    void of_many_that_come_back_at_once_with_the_same_state_one_is_signed_in() {
        StartOauth.Outcome.Begun begun = ways.begin(Optional.empty());
        assertThat(AtOnce.call(8, number -> ways.back(begun, GOOGLE_ANA, Optional.empty())))
                .filteredOn(FinishOauth.Outcome.In.class::isInstance).hasSize(1);
    }

    @Test
    void a_code_that_the_provider_refuses_signs_nobody_in() {
        assertThat(ways.finish("google", "stolen", ways.begin(Optional.empty()).state(), Optional.empty())).isEqualTo(REFUSED);
        assertThat(ways.recorded(2)).containsExactly("auth.oauth.return", "auth.oauth.refuse");
    }

    @Test
    void a_code_of_another_sign_in_signs_nobody_in() {
        String stolen = ways.providers().consent(ways.begin(Optional.empty()).address(), GOOGLE_ANA);
        assertThat(ways.finish("google", stolen, ways.begin(Optional.empty()).state(), Optional.empty())).isEqualTo(REFUSED);
    }

    @Test
    void nobody_is_sent_to_an_unknown_provider_or_back_to_a_foreign_page() {
        assertThat(start("acme", Optional.empty())).isEqualTo(new StartOauth.Outcome.UnknownProvider());
        assertThat(start("google", Optional.of("https://evil.example.com/"))).isEqualTo(new StartOauth.Outcome.ForeignRedirect());
        assertThat(start("google", Optional.of("https://spa.example.com/back/"))).isEqualTo(new StartOauth.Outcome.ForeignRedirect());
        assertThat(start("google", Optional.of("https://spa.example.com/back"))).isInstanceOf(StartOauth.Outcome.Begun.class);
        assertThatThrownBy(() -> start("silent", Optional.empty())).isInstanceOf(Refusal.Unavailable.class);
    }

    @Test
    void a_source_begins_sixty_sign_ins_in_ten_minutes() {
        for (int number = 0; number < 60; number++) {
            start("google", Optional.empty());
        }
        assertThatThrownBy(() -> start("google", Optional.empty())).isInstanceOf(Refusal.RateLimited.class);
    }

    @Test
    void a_signed_in_person_links_an_account_of_another_address_with_the_password() {
        Actor ana = people.actor(people.member(ANA));
        Person other = new Person("7", Optional.of("other@example.com"), false, Optional.empty());
        StartOauth.Outcome.Begun begun = ways.begin(Optional.of(new StartOauth.Link(ana, PASSWORD)));
        assertThat(ways.back(begun, other, Optional.of(ana))).isInstanceOf(FinishOauth.Outcome.Linked.class);
        assertThat(linked(ana)).extracting(ExternalIdentity::email).containsExactly("other@example.com");
        assertThat(ways.in(ways.withGoogle(other)).user().id()).isEqualTo(ana.person().orElseThrow().user());
        assertThat(ways.oauth().startOauth().handle(new StartOauth.Command(
                Anonymous.CALLER, "google", Optional.empty(), Optional.of(new StartOauth.Link(ana, NOTHING)), People.LAPTOP)))
                .isEqualTo(new StartOauth.Outcome.NotTheOwner());
    }

    @Test
    void a_link_is_made_for_whoever_began_only() {
        Actor ana = people.actor(people.member(ANA));
        Actor ben = people.actor(people.member("ben@example.com"));
        StartOauth.Link link = new StartOauth.Link(ana, PASSWORD);
        assertThat(ways.back(ways.begin(Optional.of(link)), GOOGLE_ANA, Optional.of(ben))).isEqualTo(REFUSED);
        assertThat(ways.back(ways.begin(Optional.of(link)), GOOGLE_ANA, Optional.empty())).isEqualTo(REFUSED);
        assertThat(linked(ana)).isEmpty();
        assertThat(linked(ben)).isEmpty();
    }

    @Test
    void what_one_person_has_linked_another_cannot() {
        ways.in(ways.withGoogle(GOOGLE_ANA));
        Actor ben = people.actor(people.member("ben@example.com"));
        StartOauth.Outcome.Begun begun = ways.begin(Optional.of(new StartOauth.Link(ben, PASSWORD)));
        assertThat(ways.back(begun, GOOGLE_ANA, Optional.of(ben))).isEqualTo(CONFLICT);
    }

    @Test
    void a_link_is_taken_away_while_there_is_a_password() {
        Actor ana = people.actor(people.member(ANA));
        ways.in(ways.withGoogle(GOOGLE_ANA));
        assertThat(unlink(ana)).isEqualTo(new UnlinkIdentity.Outcome.Unlinked());
        assertThat(linked(ana)).isEmpty();
    }

    @Test
    void the_only_way_in_stays() {
        Actor ana = people.actor(ways.in(ways.withGoogle(GOOGLE_ANA)));
        assertThat(unlink(ana)).isEqualTo(new UnlinkIdentity.Outcome.OnlyWayIn());
        assertThat(linked(ana)).hasSize(1);
    }

    @Test
    void nobody_takes_the_link_of_another_away() {
        Actor ana = people.actor(ways.in(ways.withGoogle(GOOGLE_ANA)));
        Actor ben = people.actor(people.member("ben@example.com"));
        ExternalIdentityId anas = linked(ana).getFirst().id();
        assertThatThrownBy(() -> ways.oauth().unlinkIdentity().handle(new UnlinkIdentity.Command(ben, anas)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> ways.oauth().unlinkIdentity()
                .handle(new UnlinkIdentity.Command(ben, new ExternalIdentityId(SeededIds.next())))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void who_has_no_password_adds_a_second_factor_just_after_signing_in() {
        Actor ana = people.actor(ways.in(ways.withGoogle(GOOGLE_ANA)));
        assertThat(ways.add(ana, NOTHING)).isInstanceOf(AddFactor.Outcome.Pending.class);
        people.clock.advance(Duration.ofMinutes(10));
        assertThat(ways.add(ana, NOTHING)).isEqualTo(new AddFactor.Outcome.NotTheOwner());
    }

    @Test
    void the_providers_are_named() {
        assertThat(ways.oauth().listProviders().handle(new ListProviders.Query(Anonymous.CALLER))).containsExactly("google", "silent");
    }

    private StartOauth.Outcome start(String provider, Optional<String> redirect) {
        return ways.oauth().startOauth().handle(
                new StartOauth.Command(Anonymous.CALLER, provider, redirect, Optional.empty(), People.LAPTOP));
    }

    private List<ExternalIdentity> linked(Actor actor) {
        return ways.oauth().listIdentities().handle(new ListIdentities.Query(actor));
    }

    private UnlinkIdentity.Outcome unlink(Actor actor) {
        return ways.oauth().unlinkIdentity().handle(new UnlinkIdentity.Command(actor, linked(actor).getFirst().id()));
    }

    private void change(User user) {
        people.transactions.run(SignUp.PROGRAM, "test", () -> people.users.replace(user));
    }
}
