package io.tastemaker.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.PasswordRules.Fault;
import io.tastemaker.domain.identity.Session.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SigningUpTest {

    private static final String ANA = "ana@example.com";

    private final People people = new People();

    @Test
    void a_confirmed_address_makes_an_account_a_team_and_a_session() {
        assertThat(people.signUp(ANA)).isEqualTo(new SignUp.Outcome.Sent());
        SignedIn ana = ((ConfirmSignUp.Outcome.Confirmed) people.confirm(people.mailed(ANA))).signedIn();

        assertThat(ana.user().email()).isEqualTo(new EmailAddress(ANA));
        assertThat(ana.user().fullName()).isEqualTo("Ana Lima");
        assertThat(ana.team()).hasValueSatisfying(team -> {
            assertThat(team.teamName()).isEqualTo("Lima Studio");
            assertThat(team.membership().role()).isEqualTo(Role.OWNER);
            assertThat(team.membership().team()).isEqualTo(ana.user().homeTeam()).isEqualTo(ana.session().team());
        });
        assertThat(ana.teams()).containsExactly(ana.team().orElseThrow());
        assertThat(ana.session().proofs()).containsExactly(Proof.MAIL);
        assertThat(people.actor(ana).team()).isEqualTo(ana.user().homeTeam());
        assertThat(people.look(() -> people.users.consents(ana.user().id())))
                .containsExactly(new Consent("product_updates", true, HandClock.START));
        assertThat(people.in(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).user()).isEqualTo(ana.user());
    }

    @Test
    void without_a_company_the_team_is_called_like_the_person() {
        people.signUp(ANA, People.PASSWORD, Optional.empty());
        SignedIn ana = ((ConfirmSignUp.Outcome.Confirmed) people.confirm(people.mailed(ANA))).signedIn();
        assertThat(ana.team().orElseThrow().teamName()).isEqualTo("Ana Lima");
    }

    @Test
    void before_the_address_is_confirmed_nobody_gets_in() {
        people.signUp(ANA);
        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isEqualTo(new LogIn.Outcome.Refused());
    }

    @Test
    void a_link_works_once_for_an_hour() {
        people.signUp(ANA);
        String token = people.mailed(ANA);
        people.clock.advance(SignUp.LINK_LIFE);
        assertThat(people.confirm(token)).isEqualTo(new ConfirmSignUp.Outcome.InvalidToken());
        people.signUp(ANA);
        String fresh = people.mailed(ANA);
        assertThat(people.confirm(fresh)).isInstanceOf(ConfirmSignUp.Outcome.Confirmed.class);
        assertThat(people.confirm(fresh)).isEqualTo(new ConfirmSignUp.Outcome.InvalidToken());
    }

    @Test
    void nothing_but_the_mailed_token_confirms() {
        SignedIn ben = people.member("ben@example.com");
        people.signUp(ANA);
        for (String wrong : List.of("", "hello", "mt_", ben.refreshToken(), ben.accessToken(), people.mailed(ANA) + "x",
                people.mailed(ANA).substring(3))) {
            assertThat(people.confirm(wrong)).as(wrong).isEqualTo(new ConfirmSignUp.Outcome.InvalidToken());
        }
    }

    @Test
    void the_owner_of_a_known_address_gets_another_letter_and_the_caller_the_same_answer() {
        people.member(ANA);
        assertThat(people.signUp(ANA)).isEqualTo(new SignUp.Outcome.Sent());
        Letter letter = people.outbox.lettersTo(ANA).getLast();
        assertThat(letter.subject()).isEqualTo("You already have an account");
        assertThat(letter.text()).doesNotContain("mt_");
    }

    @Test
    void the_later_sign_up_counts() {
        people.signUp(ANA);
        String first = people.mailed(ANA);
        people.signUp(ANA, "another long password", Optional.empty());
        assertThat(people.confirm(first)).isEqualTo(new ConfirmSignUp.Outcome.InvalidToken());
        assertThat(people.confirm(people.mailed(ANA))).isInstanceOf(ConfirmSignUp.Outcome.Confirmed.class);
        people.in(people.logIn(ANA, "another long password", People.LAPTOP));
    }

    @Test
    void a_weak_password_is_refused_with_every_reason_and_no_letter() {
        assertThat(people.signUp(ANA, "dragon1", Optional.empty()))
                .isEqualTo(new SignUp.Outcome.WeakPassword(Set.of(Fault.TOO_SHORT, Fault.COMMON)));
        assertThat(people.outbox.letters()).isEmpty();
    }

    @Test
    void a_link_that_is_sent_again_replaces_the_older() {
        people.signUp(ANA);
        String first = people.mailed(ANA);
        assertThat(resend(ANA)).isEqualTo(new ResendConfirmation.Outcome.Sent());
        assertThat(people.confirm(first)).isEqualTo(new ConfirmSignUp.Outcome.InvalidToken());
        assertThat(people.confirm(people.mailed(ANA))).isInstanceOf(ConfirmSignUp.Outcome.Confirmed.class);
    }

    @Test
    void who_waits_for_nothing_gets_the_same_answer_and_no_link() {
        assertThat(resend("nobody@example.com")).isEqualTo(new ResendConfirmation.Outcome.Sent());
        assertThat(people.outbox.lettersTo("nobody@example.com")).isEmpty();
        people.member(ANA);
        assertThat(resend(ANA)).isEqualTo(new ResendConfirmation.Outcome.Sent());
        assertThat(people.outbox.lettersTo(ANA).getLast().text()).doesNotContain("mt_");
    }

    @Test
    void letters_to_one_address_are_few() {
        for (int letter = 0; letter < 5; letter++) {
            people.signUp(ANA);
        }
        assertThatThrownBy(() -> people.signUp(ANA)).isInstanceOf(Refusal.RateLimited.class);
        assertThatThrownBy(() -> resend(ANA)).isInstanceOf(Refusal.RateLimited.class);
        people.clock.advance(Duration.ofHours(1));
        assertThat(people.signUp(ANA)).isEqualTo(new SignUp.Outcome.Sent());
    }

    @Test
    void the_password_is_kept_as_a_hash_and_the_token_not_at_all() {
        SignedIn ana = people.member(ANA);
        assertThat(ana.user().passwordHash()).hasValueSatisfying(hash -> assertThat(hash).startsWith("$").doesNotContain(People.PASSWORD));
        assertThat(ana.toString()).doesNotContain(ana.refreshToken(), ana.accessToken(), ANA);
    }

    private ResendConfirmation.Outcome resend(String email) {
        return people.accounts().resendConfirmation().handle(
                new ResendConfirmation.Command(Anonymous.CALLER, new EmailAddress(email), People.LAPTOP));
    }
}
