package io.tastemaker.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.InMemoryPasswords;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningInTest {

    private static final String ANA = "ana@example.com";
    private static final LogIn.Outcome REFUSED = new LogIn.Outcome.Refused();

    private final InMemoryPasswords passwords = new InMemoryPasswords();
    private final People people = new People(new HandClock(), new InMemoryTransactions(), passwords);

    @Test
    void the_right_password_signs_in_however_the_address_is_written() {
        people.member(ANA);
        SignedIn ana = people.in(people.logIn("  ANA@Example.COM ", People.PASSWORD, People.LAPTOP));
        assertThat(ana.session().proofs()).containsExactly(Proof.PASSWORD);
        assertThat(ana.session().source()).isEqualTo(People.LAPTOP);
        assertThat(ana.session().expiresAt()).isEqualTo(people.clock.instant().plus(Duration.ofDays(30)));
        assertThat(people.actor(ana).label()).isEqualTo("user:" + ana.user().id());
    }

    @Test
    void every_failure_is_the_same_and_costs_one_comparison() {
        SignedIn ana = people.member(ANA);
        SignedIn ben = people.member("ben@example.com");
        SignedIn eva = people.member("eva@example.com");
        change(ben.user().suspended(people.clock.instant()));
        change(new User(eva.user().id(), 2, eva.user().email(), "Eva", Optional.empty(), eva.user().homeTeam(), eva.user().timeZone(),
                eva.user().locale(), eva.user().createdAt(), Optional.empty()));
        int before = passwords.comparisons();

        assertThat(people.logIn(ANA, "wrong", People.LAPTOP)).isEqualTo(REFUSED);
        assertThat(people.logIn(ANA, "", People.LAPTOP)).isEqualTo(REFUSED);
        assertThat(people.logIn(ANA, People.PASSWORD + "x".repeat(500), People.LAPTOP)).isEqualTo(REFUSED);
        assertThat(people.logIn("ben@example.com", People.PASSWORD, People.LAPTOP)).as("suspended").isEqualTo(REFUSED);
        assertThat(people.logIn("eva@example.com", People.PASSWORD, People.LAPTOP)).as("no password").isEqualTo(REFUSED);
        assertThat(people.logIn("nobody@example.com", People.PASSWORD, People.LAPTOP)).isEqualTo(REFUSED);
        assertThat(people.logIn("no address", People.PASSWORD, People.LAPTOP)).isEqualTo(REFUSED);

        assertThat(passwords.comparisons() - before).isEqualTo(7);
        assertThat(ana.user().suspendedAt()).isEmpty();
    }

    @Test
    void ten_guesses_a_minute_reach_the_hash_and_the_rest_wait() {
        people.member(ANA);
        int before = passwords.comparisons();
        for (int guess = 0; guess < 10; guess++) {
            assertThat(people.logIn(ANA, "guess " + guess, People.ELSEWHERE)).isEqualTo(REFUSED);
        }
        assertThatThrownBy(() -> people.logIn(ANA, People.PASSWORD, new Source("198.51.100.10", "")))
                .isInstanceOfSatisfying(Refusal.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
        assertThat(passwords.comparisons() - before).isEqualTo(10);
        people.clock.advance(Duration.ofMinutes(1));
        people.in(people.logIn(ANA, People.PASSWORD, People.ELSEWHERE));
    }

    @Test
    void who_attacks_an_account_does_not_lock_its_owner_out() {
        people.member(ANA);
        guessUntilRefused(People.ELSEWHERE);
        people.in(people.logIn(ANA, People.PASSWORD, People.LAPTOP));
    }

    @Test
    void an_unknown_account_is_counted_too() {
        guessUntilRefused(People.ELSEWHERE);
        assertThatThrownBy(() -> people.logIn(ANA, "x", People.LAPTOP)).isInstanceOf(Refusal.RateLimited.class);
    }

    @Test
    void a_source_that_tries_many_accounts_waits_even_after_a_success() {
        people.member(ANA);
        for (int account = 0; account < 59; account++) {
            people.logIn("somebody" + account + "@example.com", "x", People.LAPTOP);
        }
        people.in(people.logIn(ANA, People.PASSWORD, People.LAPTOP));
        assertThatThrownBy(() -> people.logIn("another@example.com", "x", People.LAPTOP)).isInstanceOf(Refusal.RateLimited.class);
        people.in(people.logIn(ANA, People.PASSWORD, People.ELSEWHERE));
    }

    @Test
    void an_outdated_hash_is_made_again_with_the_next_login() {
        InMemoryTransactions transactions = new InMemoryTransactions();
        InMemoryPasswords today = new InMemoryPasswords(3);
        People later = new People(new HandClock(), transactions, today);
        SignedIn ana = later.member(ANA);
        String old = new InMemoryPasswords(1).hash(People.PASSWORD);
        transactions.run(SignUp.PROGRAM, "test", () -> later.users.replace(ana.user().withPassword(old)));

        later.in(later.logIn(ANA, People.PASSWORD, People.LAPTOP));

        String now = later.look(() -> later.users.find(ana.user().id())).flatMap(User::passwordHash).orElseThrow();
        assertThat(today.isOutdated(now)).isFalse();
        later.in(later.logIn(ANA, People.PASSWORD, People.LAPTOP));
    }

    @Test
    void what_happened_is_recorded_where_the_person_is_at_home() {
        SignedIn ana = people.member(ANA);
        people.logIn(ANA, "wrong", People.LAPTOP);
        people.logIn(ANA, People.PASSWORD, People.LAPTOP);
        assertThat(people.transactions.done().stream().filter(done -> done.actor().team().equals(ana.user().homeTeam())))
                .extracting(InMemoryTransactions.Done::action).containsExactly("session.refuse", "session.begin");
    }

    @Test
    void a_guess_at_an_unknown_account_is_recorded_without_its_address() {
        people.logIn("Nobody@example.com", "wrong", People.LAPTOP);
        people.logIn("nobody@example.com", "wrong", People.ELSEWHERE);
        assertThat(people.transactions.done()).hasSize(2).allSatisfy(done -> {
            assertThat(done.actor().team()).isEqualTo(TeamId.CATALOGUE);
            assertThat(done.action()).isEqualTo("session.refuse");
            assertThat(done.subject()).hasValueSatisfying(subject -> assertThat(subject.id()).matches("[0-9a-f]{8}"));
        }).extracting(InMemoryTransactions.Done::subject).containsOnly(people.transactions.done().getFirst().subject());
    }

    @Test
    void of_the_attempts_that_are_too_many_the_first_is_recorded() {
        guessUntilRefused(People.ELSEWHERE);
        assertThatThrownBy(() -> people.logIn(ANA, "once more", People.ELSEWHERE)).isInstanceOf(Refusal.RateLimited.class);
        assertThat(people.transactions.done().stream().filter(done -> done.action().equals("attempt.throttle"))).hasSize(1);
        people.clock.advance(Duration.ofMinutes(1));
        guessUntilRefused(People.ELSEWHERE);
        assertThat(people.transactions.done().stream().filter(done -> done.action().equals("attempt.throttle"))).hasSize(2);
    }

    private void guessUntilRefused(Source source) {
        for (int guess = 0; guess < 10; guess++) {
            people.logIn(ANA, "guess " + guess, source);
        }
        assertThatThrownBy(() -> people.logIn(ANA, "one more", source)).isInstanceOf(Refusal.RateLimited.class);
    }

    private void change(User user) {
        people.transactions.run(SignUp.PROGRAM, "test", () -> people.users.replace(user));
    }
}
