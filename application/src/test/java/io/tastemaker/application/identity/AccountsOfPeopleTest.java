package io.tastemaker.application.identity;

import static io.tastemaker.application.shared.Actors.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountsOfPeopleTest {

    private static final String ANA = "ana@example.com";

    private final People people = new People();
    private final SignedIn ana = people.member(ANA);
    private final Actor anaActor = people.actor(ana);

    @Test
    void a_person_changes_its_name_zone_language_and_consents() {
        ShowProfile.Profile changed = change(1, Optional.of("Ana Maria Lima"), Map.of("product_updates", false));

        assertThat(changed.user().fullName()).isEqualTo("Ana Maria Lima");
        assertThat(changed.user().timeZone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(changed.user().version()).isEqualTo(2);
        assertThat(changed.consents()).extracting(Consent::tier, Consent::granted)
                .containsExactly(tuple("product_updates", false));
        assertThat(people.profiles().showProfile().handle(new ShowProfile.Query(anaActor))).isEqualTo(changed);
    }

    @Test
    void what_changes_nothing_keeps_the_version_and_a_stale_version_changes_nothing() {
        ShowProfile.Profile first = change(1, Optional.empty(), Map.of());
        assertThat(change(first.user().version(), Optional.empty(), Map.of("product_updates", true))).isEqualTo(first);
        assertThatThrownBy(() -> change(1, Optional.of("Late"), Map.of())).isInstanceOfSatisfying(
                Refusal.StaleVersion.class, refusal -> assertThat(refusal.current()).isEqualTo(first.user().version()));
    }

    @Test
    void an_operator_suspends_an_account_and_it_is_closed_at_once() {
        User suspended = suspend(true);

        assertThat(suspended.suspendedAt()).isPresent();
        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isEqualTo(new LogIn.Outcome.Refused());
        assertThat(people.refresh(ana.refreshToken())).isInstanceOf(RefreshSession.Outcome.Refused.class);
        assertThat(suspend(false).suspendedAt()).isEmpty();
        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isInstanceOf(LogIn.Outcome.In.class);
    }

    @Test
    void only_operators_see_and_close_the_accounts_of_others() {
        ListUsers.Query all = new ListUsers.Query(OPERATOR, Optional.of("ANA@"), PageRequest.first(10));
        assertThat(people.profiles().listUsers().handle(all).items()).containsExactly(ana.user());
        assertThatThrownBy(() -> people.profiles().listUsers().handle(new ListUsers.Query(anaActor, Optional.empty(), PageRequest.first(10))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> people.profiles().suspendUser().handle(new SuspendUser.Command(anaActor, ana.user().id(), 1, true)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void an_erased_person_cannot_come_back_in_and_can_sign_up_anew() {
        assertThat(erase("wrong password")).isEqualTo(new EraseAccount.Outcome.WrongPassword());
        assertThat(erase(People.PASSWORD)).isInstanceOfSatisfying(EraseAccount.Outcome.Erased.class,
                erased -> assertThat(erased.certificate().completedAt()).isPresent());

        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isEqualTo(new LogIn.Outcome.Refused());
        assertThat(people.refresh(ana.refreshToken())).isInstanceOf(RefreshSession.Outcome.Refused.class);
        assertThat(people.member(ANA).user().id()).isNotEqualTo(ana.user().id());
    }

    @Test
    void whose_team_others_work_in_hands_it_on_first() {
        SignedIn ben = people.member("ben@example.com");
        people.transactions.inTransaction(SignUp.PROGRAM, "test",
                () -> people.users.join(Membership.begin(ana.user().homeTeam(), ben.user().id(), Role.MEMBER, people.clock.instant())));

        assertThat(erase(People.PASSWORD)).isEqualTo(new EraseAccount.Outcome.OwnsTeams(Set.of(ana.user().homeTeam())));
    }

    @Test
    void an_erasure_that_was_cut_short_is_finished_later() {
        PersonalData.Erasure begun = PersonalData.Erasure.begin(new UUID(7, 7), ana.user().id(), "0".repeat(64), people.clock.instant());
        people.personalData.begin(begun);

        assertThat(finish()).isZero();
        people.clock.advance(Duration.ofMinutes(6));
        assertThat(finish()).isEqualTo(1);
        assertThat(people.look(() -> people.users.find(ana.user().id()))).isEmpty();
        assertThat(finish()).isZero();
    }

    @Test
    void an_erasure_that_fails_stands_in_nobody_elses_way() {
        SignedIn ben = people.member("ben@example.com");
        PersonalData.Erasure failing = begin(7, ana.user().id());
        begin(8, ben.user().id());
        people.personalData.poison(ana.user().id());
        people.clock.advance(Duration.ofMinutes(6));

        assertThat(people.profiles().finishErasures().handle(new FinishErasures.Command(Actors.PROGRAM)))
                .isInstanceOfSatisfying(FinishErasures.Outcome.Finished.class, finished -> {
                    assertThat(finished.count()).isEqualTo(1);
                    assertThat(finished.leftovers()).extracting(Leftover::item).containsExactly(failing.id().toString());
                });
        assertThat(people.look(() -> people.users.find(ben.user().id()))).isEmpty();
    }

    private PersonalData.Erasure begin(int id, UserId user) {
        return people.personalData.begin(PersonalData.Erasure.begin(new UUID(7, id), user, "0".repeat(64), people.clock.instant()));
    }

    @Test
    void who_has_no_password_is_erased_only_after_a_new_sign_in() {
        people.transactions.run(SignUp.PROGRAM, "test", () -> people.users.replace(withoutPassword(ana.user())));
        people.clock.advance(Duration.ofMinutes(11));
        assertThat(people.profiles().eraseAccount().handle(new EraseAccount.Command(anaActor, Optional.empty(), People.LAPTOP)))
                .isEqualTo(new EraseAccount.Outcome.NotTheOwner());
        assertThat(people.transactions.done().getLast().action()).isEqualTo("auth.owner.refuse");
        assertThat(people.look(() -> people.users.find(ana.user().id()))).isPresent();
    }

    @Test
    void who_has_no_password_and_has_just_signed_in_is_erased() {
        people.transactions.run(SignUp.PROGRAM, "test", () -> people.users.replace(withoutPassword(ana.user())));
        assertThat(people.profiles().eraseAccount().handle(new EraseAccount.Command(anaActor, Optional.empty(), People.LAPTOP)))
                .isInstanceOf(EraseAccount.Outcome.Erased.class);
    }

    private static User withoutPassword(User user) {
        return new User(user.id(), user.version() + 1, user.email(), user.fullName(), Optional.empty(), user.homeTeam(), user.timeZone(),
                user.locale(), user.createdAt(), Optional.empty());
    }

    @Test
    void operators_see_certificates_and_nobody_else() {
        SignedIn ben = people.member("ben@example.com");
        PersonalData.Erasure certificate = ((EraseAccount.Outcome.Erased) erase(People.PASSWORD)).certificate();

        assertThat(shown(OPERATOR, certificate)).isEqualTo(certificate);
        assertThat(listed(OPERATOR)).containsExactly(certificate);
        assertThatThrownBy(() -> shown(people.actor(ben), certificate)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> listed(people.actor(ben))).isInstanceOf(Refusal.Forbidden.class);
    }

    private PersonalData.Erasure shown(Actor actor, PersonalData.Erasure erasure) {
        return people.profiles().showErasure().handle(new ShowErasure.Query(actor, erasure.id()));
    }

    private List<PersonalData.Erasure> listed(Actor actor) {
        return people.profiles().listErasures().handle(new ListErasures.Query(actor, PageRequest.first(10))).items();
    }

    private int finish() {
        return switch (people.profiles().finishErasures().handle(new FinishErasures.Command(Actors.PROGRAM))) {
            case FinishErasures.Outcome.Finished finished -> finished.count();
        };
    }

    private EraseAccount.Outcome erase(String password) {
        return people.profiles().eraseAccount().handle(new EraseAccount.Command(anaActor, Optional.of(password), People.LAPTOP));
    }

    private User suspend(boolean suspended) {
        long version = people.profiles().showUser().handle(new ShowUser.Query(OPERATOR, ana.user().id())).version();
        SuspendUser.Outcome outcome = people.profiles().suspendUser()
                .handle(new SuspendUser.Command(OPERATOR, ana.user().id(), version, suspended));
        return ((SuspendUser.Outcome.Done) outcome).user();
    }

    private ShowProfile.Profile change(long expected, Optional<String> name, Map<String, Boolean> consents) {
        ChangeProfile.Command command = new ChangeProfile.Command(
                anaActor, expected, name, Optional.of(ZoneId.of("Europe/Lisbon")), Optional.of("pt-PT"), consents);
        return switch (people.profiles().changeProfile().handle(command)) {
            case ChangeProfile.Outcome.Changed changed -> changed.profile();
        };
    }
}
