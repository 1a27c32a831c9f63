package io.tastemaker.application.identity;

import static io.tastemaker.application.identity.WaysIn.NOTHING;
import static io.tastemaker.application.identity.WaysIn.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.VerifyChallenge.Shown;
import io.tastemaker.application.identity.WaysIn.Phone;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.RecoveryCode;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.TotpFactor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {

    private static final String ANA = "ana@example.com";
    private static final VerifyChallenge.Outcome REFUSED = new VerifyChallenge.Outcome.Refused();

    private final People people = new People();
    private final WaysIn ways = new WaysIn(people);
    private Actor ana;

    @BeforeEach
    void signUp() {
        ana = people.actor(people.member(ANA));
    }

    @Test
    void an_authenticator_gets_its_secret_and_waits_for_its_first_code() {
        AddFactor.Outcome.Pending pending = ways.pending(ana);
        assertThat(pending.factor().name()).isEqualTo("phone");
        assertThat(pending.uri()).startsWith("otpauth://totp/Tastemaker:ana%40example.com?secret=" + pending.secret().base32());
        assertThat(pending.toString()).doesNotContain(pending.secret().base32());
        assertThat(kept().factors()).containsExactly(pending.factor());
        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isInstanceOf(LogIn.Outcome.In.class);
    }

    @Test
    void nobody_adds_one_without_the_password() {
        assertThat(ways.add(ana, NOTHING)).isEqualTo(new AddFactor.Outcome.NotTheOwner());
        assertThat(ways.add(ana, new Evidence(Optional.of("wrong"), Optional.of("000000")))).isEqualTo(new AddFactor.Outcome.NotTheOwner());
        assertThat(ways.recorded(3)).containsExactly("auth.owner.refuse", "auth.mfa.use.refused", "auth.owner.refuse");
    }

    @Test
    void tries_to_prove_who_one_is_are_counted() {
        for (int number = 0; number < 10; number++) {
            ways.add(ana, NOTHING);
        }
        assertThatThrownBy(() -> ways.add(ana, PASSWORD)).isInstanceOf(Refusal.RateLimited.class);
    }

    @Test
    void a_person_has_five_at_most() {
        for (int number = 0; number < TotpFactor.MOST; number++) {
            ways.pending(ana);
        }
        assertThat(ways.add(ana, PASSWORD)).isEqualTo(new AddFactor.Outcome.TooMany());
    }

    @Test
    void only_people_have_factors() {
        assertThatThrownBy(() -> ways.add(Actors.OPERATOR, PASSWORD)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> ways.factors().listFactors().handle(new ListFactors.Query(Actors.PROGRAM)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void the_first_authenticator_comes_with_ten_recovery_codes_and_the_next_with_none() {
        assertThat(ways.phone(ana).recoveryCodes()).hasSize(RecoveryCode.SET).doesNotHaveDuplicates();
        assertThat(ways.phone(ana).recoveryCodes()).isEmpty();
        assertThat(kept().recoveryCodesLeft()).isEqualTo(RecoveryCode.SET);
    }

    @Test
    void a_wrong_code_confirms_nothing() {
        AddFactor.Outcome.Pending pending = ways.pending(ana);
        assertThat(ways.confirm(ana, pending, wrong(pending))).isEqualTo(new ConfirmFactor.Outcome.WrongCode());
        assertThat(ways.confirm(ana, pending, "")).isEqualTo(new ConfirmFactor.Outcome.WrongCode());
        assertThat(kept().factors()).noneMatch(TotpFactor::isActive);
    }

    @Test
    void what_is_confirmed_is_not_confirmed_again() {
        Phone phone = ways.phone(ana);
        assertThat(ways.confirm(ana, phone.pending(), ways.shown(phone))).isEqualTo(new ConfirmFactor.Outcome.ActiveAlready());
    }

    @Test
    void nobody_confirms_the_factor_of_another_or_one_that_has_lapsed() {
        AddFactor.Outcome.Pending pending = ways.pending(ana);
        Actor ben = people.actor(people.member("ben@example.com"));
        assertThatThrownBy(() -> ways.confirm(ben, pending, ways.shown(pending.secret()))).isInstanceOf(Refusal.NotFound.class);
        people.clock.advance(TotpFactor.PENDING);
        assertThatThrownBy(() -> ways.confirm(ana, pending, ways.shown(pending.secret()))).isInstanceOf(Refusal.NotFound.class);
        assertThat(kept().factors()).isEmpty();
    }

    @Test
    void who_has_an_authenticator_is_asked_for_a_code_and_gets_no_tokens_before() {
        Phone phone = ways.phone(ana);
        Challenged challenge = ways.challenged(ANA);
        assertThat(challenge.factors()).extracting(TotpFactor::id).containsExactly(phone.pending().factor().id());
        assertThat(challenge.expiresIn()).isEqualTo(Duration.ofMinutes(5));
        assertThat(challenge.toString()).doesNotContain(challenge.token());
        SignedIn signedIn = in(ways.verify(challenge, ways.shown(phone)));
        assertThat(signedIn.session().proofs()).containsExactlyInAnyOrder(Proof.PASSWORD, Proof.ONE_TIME_CODE);
        assertThat(people.actor(signedIn)).isInstanceOf(Actor.User.class);
    }

    @Test
    void a_code_works_once_even_for_another_challenge() {
        Phone phone = ways.phone(ana);
        String code = ways.shown(phone);
        in(ways.verify(ways.challenged(ANA), code));
        assertThat(ways.verify(ways.challenged(ANA), code)).isEqualTo(REFUSED);
    }

    @Test
    void the_codes_of_the_neighbouring_steps_are_taken_and_none_beyond() {
        Phone phone = ways.phone(ana);
        people.clock.advance(Duration.ofMinutes(5));
        String code = ways.shown(phone);
        people.clock.advance(OneTimeCode.STEP.multipliedBy(2));
        assertThat(ways.verify(ways.challenged(ANA), code)).isEqualTo(REFUSED);
        people.clock.advance(OneTimeCode.STEP.negated());
        in(ways.verify(ways.challenged(ANA), code));
        people.clock.advance(OneTimeCode.STEP.multipliedBy(2));
        String ahead = ways.shown(phone);
        people.clock.advance(OneTimeCode.STEP.negated());
        in(ways.verify(ways.challenged(ANA), ahead));
    }

    @Test
    void of_twenty_that_show_the_same_code_at_once_one_is_signed_in() {
        Phone phone = ways.phone(ana);
        Challenged challenge = ways.challenged(ANA);
        String code = ways.shown(phone);
        List<Object> outcomes = AtOnce.call(20, number -> {
            try {
                return ways.verify(challenge, code);
            } catch (Refusal.RateLimited limited) {
                return limited;
            }
        });
        assertThat(outcomes).filteredOn(VerifyChallenge.Outcome.In.class::isInstance).hasSize(1);
    }

    @Test
    void five_wrong_codes_spend_a_challenge() {
        Phone phone = ways.phone(ana);
        Challenged challenge = ways.challenged(ANA);
        for (int number = 0; number < 5; number++) {
            assertThat(ways.verify(challenge, wrong(phone.pending()))).isEqualTo(REFUSED);
        }
        assertThat(ways.verify(challenge, ways.shown(phone))).isEqualTo(REFUSED);
        in(ways.verify(ways.challenged(ANA), ways.shown(phone)));
    }

    @Test
    void wrong_codes_are_counted_over_all_challenges_of_an_account() {
        Phone phone = ways.phone(ana);
        for (Challenged spent : List.of(ways.challenged(ANA), ways.challenged(ANA))) {
            for (int number = 0; number < 5; number++) {
                ways.verify(spent, wrong(phone.pending()));
            }
        }
        Challenged challenge = ways.challenged(ANA);
        assertThatThrownBy(() -> ways.verify(challenge, ways.shown(phone))).isInstanceOf(Refusal.RateLimited.class);
    }

    @Test
    void a_challenge_waits_for_five_minutes() {
        Phone phone = ways.phone(ana);
        Challenged challenge = ways.challenged(ANA);
        people.clock.advance(Duration.ofMinutes(5));
        assertThat(ways.verify(challenge, ways.shown(phone))).isEqualTo(REFUSED);
    }

    @Test
    void a_challenge_is_good_for_whoever_began_only() {
        Phone phone = ways.phone(ana);
        Challenged challenge = ways.challenged(ANA);
        Shown code = new Shown.Code(ways.shown(phone));
        assertThat(ways.verify(challenge, code, People.ELSEWHERE)).isEqualTo(REFUSED);
        Challenged guessed = new Challenged(challenge.id(), "ct_" + "x".repeat(43), challenge.expiresIn(), List.of());
        assertThat(ways.verify(guessed, code, People.LAPTOP)).isEqualTo(REFUSED);
        assertThat(ways.recorded(1)).containsExactly("auth.mfa.refuse");
        in(ways.verify(challenge, code, People.LAPTOP));
    }

    @Test
    void a_recovery_code_stands_in_for_an_authenticator_once() {
        String code = ways.phone(ana).recoveryCodes().getFirst().text();
        SignedIn signedIn = in(ways.verify(ways.challenged(ANA), new Shown.Recovery(code.toUpperCase()), People.LAPTOP));
        assertThat(signedIn.session().proofs()).containsExactlyInAnyOrder(Proof.PASSWORD, Proof.RECOVERY_CODE);
        assertThat(ways.verify(ways.challenged(ANA), new Shown.Recovery(code), People.LAPTOP)).isEqualTo(REFUSED);
        assertThat(kept().recoveryCodesLeft()).isEqualTo(RecoveryCode.SET - 1);
    }

    @Test
    void a_suspended_person_does_not_get_in_with_a_code() {
        Phone phone = ways.phone(ana);
        Challenged challenge = ways.challenged(ANA);
        people.transactions.run(ana, "test", () -> people.users.replace(
                people.users.find(ana.person().orElseThrow().user()).orElseThrow().suspended(people.clock.instant())));
        assertThat(ways.verify(challenge, ways.shown(phone))).isEqualTo(REFUSED);
    }

    @Test
    void new_recovery_codes_need_evidence_and_end_the_old_ones() {
        Phone phone = ways.phone(ana);
        assertThat(renew(NOTHING)).isEqualTo(new RenewRecoveryCodes.Outcome.NotTheOwner());
        assertThat(renew(new Evidence(Optional.empty(), Optional.of(ways.shown(phone))))).isInstanceOfSatisfying(
                RenewRecoveryCodes.Outcome.Renewed.class,
                renewed -> assertThat(renewed.codes()).hasSize(RecoveryCode.SET).doesNotContainAnyElementsOf(phone.recoveryCodes()));
        assertThat(ways.verify(ways.challenged(ANA), new Shown.Recovery(phone.recoveryCodes().getFirst().text()), People.LAPTOP))
                .isEqualTo(REFUSED);
    }

    @Test
    void without_an_authenticator_there_is_nothing_to_recover() {
        assertThat(renew(PASSWORD)).isEqualTo(new RenewRecoveryCodes.Outcome.NothingToRecover());
    }

    @Test
    void an_authenticator_is_taken_away_with_evidence_only() {
        Phone phone = ways.phone(ana);
        assertThat(remove(ana, phone, NOTHING)).isEqualTo(new RemoveFactor.Outcome.NotTheOwner());
        assertThat(remove(ana, phone, PASSWORD)).isEqualTo(new RemoveFactor.Outcome.Removed());
        assertThat(people.logIn(ANA, People.PASSWORD, People.LAPTOP)).isInstanceOf(LogIn.Outcome.In.class);
        assertThat(kept()).isEqualTo(new ListFactors.Kept(List.of(), 0));
    }

    @Test
    void nobody_takes_the_authenticator_of_another_away() {
        Phone phone = ways.phone(ana);
        Actor ben = people.actor(people.member("ben@example.com"));
        assertThatThrownBy(() -> remove(ben, phone, PASSWORD)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void every_step_is_recorded() {
        Phone phone = ways.phone(ana);
        assertThat(ways.recorded(2)).containsExactly("auth.mfa.add", "auth.mfa.confirm");
        ways.verify(ways.challenged(ANA), ways.shown(phone));
        assertThat(ways.recorded(1)).containsExactly("auth.mfa.verify");
        remove(ana, phone, PASSWORD);
        assertThat(ways.recorded(1)).containsExactly("auth.mfa.remove");
    }

    private ListFactors.Kept kept() {
        return ways.factors().listFactors().handle(new ListFactors.Query(ana));
    }

    private RenewRecoveryCodes.Outcome renew(Evidence evidence) {
        return ways.factors().renewRecoveryCodes().handle(new RenewRecoveryCodes.Command(ana, evidence));
    }

    private RemoveFactor.Outcome remove(Actor actor, Phone phone, Evidence evidence) {
        return ways.factors().removeFactor().handle(new RemoveFactor.Command(actor, phone.pending().factor().id(), evidence));
    }

    /** A code that the authenticator shows neither now nor in the steps around. */
    private String wrong(AddFactor.Outcome.Pending pending) {
        people.clock.advance(Duration.ofHours(5));
        String far = ways.shown(pending.secret());
        people.clock.advance(Duration.ofHours(-5));
        return far;
    }

    private static SignedIn in(VerifyChallenge.Outcome outcome) {
        assertThat(outcome).isInstanceOf(VerifyChallenge.Outcome.In.class);
        return ((VerifyChallenge.Outcome.In) outcome).signedIn();
    }
}
