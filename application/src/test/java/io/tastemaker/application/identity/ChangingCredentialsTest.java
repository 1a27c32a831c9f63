package io.tastemaker.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.PasswordRules.Fault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangingCredentialsTest {

    private static final String ANA = "ana@example.com";
    private static final String BEN = "ben@example.com";
    private static final String NEW_PASSWORD = "purple otter sings";

    private final People people = new People();
    private final SignedIn ana = people.member(ANA);
    private final Actor anaActor = people.actor(ana);

    @Test
    void a_forgotten_password_is_set_by_the_link_of_a_letter_and_ends_every_session() {
        forget(ANA);
        assertThat(reset(people.mailed(ANA), NEW_PASSWORD)).isEqualTo(new ResetPassword.Outcome.Reset());

        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isEqualTo(new LogIn.Outcome.Refused());
        assertThat(people.in(people.logIn(ANA, NEW_PASSWORD, People.LAPTOP)).user().id()).isEqualTo(ana.user().id());
        assertThat(people.refresh(ana.refreshToken())).isInstanceOf(RefreshSession.Outcome.Refused.class);
    }

    @Test
    void an_unknown_address_is_answered_alike_and_gets_no_letter() {
        assertThat(forget(BEN)).isEqualTo(forget(ANA));
        assertThat(people.outbox().lettersTo(BEN)).isEmpty();
    }

    @Test
    void a_link_sets_a_password_once_within_the_hour_and_dies_when_another_is_sent() {
        forget(ANA);
        String first = people.mailed(ANA);
        forget(ANA);
        String second = people.mailed(ANA);
        assertThat(reset(first, NEW_PASSWORD)).isEqualTo(new ResetPassword.Outcome.InvalidToken());
        assertThat(reset(second, NEW_PASSWORD)).isEqualTo(new ResetPassword.Outcome.Reset());
        assertThat(reset(second, NEW_PASSWORD)).isEqualTo(new ResetPassword.Outcome.InvalidToken());
        forget(ANA);
        String late = people.mailed(ANA);
        people.clock.advance(ForgotPassword.LINK_LIFE);
        assertThat(reset(late, NEW_PASSWORD)).isEqualTo(new ResetPassword.Outcome.InvalidToken());
    }

    @Test
    void a_weak_password_leaves_the_link_usable() {
        forget(ANA);
        String token = people.mailed(ANA);
        assertThat(reset(token, "short")).isEqualTo(new ResetPassword.Outcome.WeakPassword(Set.of(Fault.TOO_SHORT)));
        assertThat(reset(token, NEW_PASSWORD)).isEqualTo(new ResetPassword.Outcome.Reset());
    }

    @Test
    void a_token_of_another_purpose_sets_no_password() {
        people.signUp(BEN);
        assertThat(reset(people.mailed(BEN), NEW_PASSWORD)).isEqualTo(new ResetPassword.Outcome.InvalidToken());
    }

    @Test
    void letters_are_counted_per_address() {
        for (int letter = 0; letter < SignInLimits.DEFAULT.lettersPerAddress().most(); letter++) {
            forget(BEN);
        }
        assertThatThrownBy(() -> forget(BEN)).isInstanceOf(Refusal.RateLimited.class);
    }

    @Test
    void who_knows_the_password_changes_it_and_keeps_this_session_only() {
        SignedIn other = people.in(people.logIn(ANA, People.PASSWORD, People.ELSEWHERE));
        assertThat(change("wrong password", NEW_PASSWORD)).isEqualTo(new ChangePassword.Outcome.WrongPassword());
        assertThat(change(People.PASSWORD, "short")).isEqualTo(new ChangePassword.Outcome.WeakPassword(Set.of(Fault.TOO_SHORT)));
        assertThat(change(People.PASSWORD, NEW_PASSWORD)).isEqualTo(new ChangePassword.Outcome.Changed());

        assertThat(people.refresh(other.refreshToken())).isInstanceOf(RefreshSession.Outcome.Refused.class);
        assertThat(people.refreshed(people.refresh(ana.refreshToken())).session().id()).isEqualTo(ana.session().id());
        assertThat(people.outbox().lettersTo(ANA).getLast().subject()).isEqualTo("Your password was changed");
    }

    @Test
    void guesses_of_the_current_password_are_counted() {
        for (int guess = 0; guess < SignInLimits.DEFAULT.guessesPerAccount().most(); guess++) {
            change("wrong password", NEW_PASSWORD);
        }
        assertThatThrownBy(() -> change(People.PASSWORD, NEW_PASSWORD)).isInstanceOf(Refusal.RateLimited.class);
    }

    @Test
    void a_new_address_holds_from_when_its_letter_is_opened() {
        assertThat(move(People.PASSWORD, "ana@new.example")).isEqualTo(new RequestEmailChange.Outcome.Sent());
        assertThat(people.logIn("ana@new.example", People.PASSWORD, People.LAPTOP)).isEqualTo(new LogIn.Outcome.Refused());
        String token = people.mailed("ana@new.example");
        assertThat(confirm(token)).isEqualTo(new ConfirmEmailChange.Outcome.Changed());

        assertThat(people.in(people.logIn("ana@new.example", People.PASSWORD, People.LAPTOP)).user().id()).isEqualTo(ana.user().id());
        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isEqualTo(new LogIn.Outcome.Refused());
        assertThat(people.outbox().lettersTo(ANA).getLast().subject()).isEqualTo("Your address was changed");
        assertThat(confirm(token)).isEqualTo(new ConfirmEmailChange.Outcome.InvalidToken());
    }

    @Test
    void an_address_in_use_gets_another_letter_and_the_same_answer() {
        people.member(BEN);
        assertThat(move(People.PASSWORD, BEN)).isEqualTo(new RequestEmailChange.Outcome.Sent());
        List<Letter> letters = people.outbox().lettersTo(BEN);
        assertThat(letters.getLast().subject()).isEqualTo("You already have an account");
    }

    @Test
    void an_address_taken_in_the_meantime_is_not_taken_away() {
        move(People.PASSWORD, BEN);
        String token = people.mailed(BEN);
        people.member(BEN);
        assertThat(confirm(token)).isEqualTo(new ConfirmEmailChange.Outcome.InvalidToken());
    }

    @Test
    void links_to_set_a_password_die_with_the_old_address() {
        forget(ANA);
        String reset = people.mailed(ANA);
        move(People.PASSWORD, "ana@new.example");
        confirm(people.mailed("ana@new.example"));
        assertThat(reset(reset, NEW_PASSWORD)).isEqualTo(new ResetPassword.Outcome.InvalidToken());
    }

    @Test
    void a_change_of_address_needs_the_password() {
        assertThat(move("wrong password", "ana@new.example")).isEqualTo(new RequestEmailChange.Outcome.WrongPassword());
        assertThat(people.outbox().lettersTo("ana@new.example")).isEmpty();
    }

    private ForgotPassword.Outcome forget(String email) {
        return people.credentials().forgotPassword()
                .handle(new ForgotPassword.Command(Anonymous.CALLER, new EmailAddress(email), People.LAPTOP));
    }

    private ResetPassword.Outcome reset(String token, String password) {
        return people.credentials().resetPassword().handle(new ResetPassword.Command(Anonymous.CALLER, token, password));
    }

    private ChangePassword.Outcome change(String current, String wanted) {
        return people.credentials().changePassword().handle(new ChangePassword.Command(anaActor, current, wanted, People.LAPTOP));
    }

    private RequestEmailChange.Outcome move(String password, String wanted) {
        return people.credentials().requestEmailChange()
                .handle(new RequestEmailChange.Command(anaActor, password, new EmailAddress(wanted), People.LAPTOP));
    }

    private ConfirmEmailChange.Outcome confirm(String token) {
        return people.credentials().confirmEmailChange().handle(new ConfirmEmailChange.Command(Anonymous.CALLER, token));
    }
}
