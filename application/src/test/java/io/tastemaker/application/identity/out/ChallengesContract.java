package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Challenges.Challenge;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.shared.ChallengeId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of sign-ins that wait for a second factor does. */
public abstract class ChallengesContract {

    private static final String ADDRESS = "192.0.2.7";
    private static final Instant END = NOON.plusSeconds(300);

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract Challenges challenges();

    @Test
    void a_challenge_is_tried_as_it_was_opened() {
        Challenge challenge = opened();
        assertThat(attempt(challenge, NOON)).contains(challenge);
    }

    @Test
    void it_is_found_as_it_was_opened_whatever_became_of_it() {
        Challenge challenge = opened();
        use(challenge);
        assertThat(transactions().reading(PROGRAM, () -> challenges().find(challenge.id()))).contains(challenge);
        assertThat(transactions().reading(PROGRAM, () -> challenges().find(new ChallengeId(SeededIds.next())))).isEmpty();
    }

    @Test
    void it_is_unknown_with_another_token_from_another_address_and_under_another_id() {
        Challenge challenge = opened();
        assertThat(attempt(challenge.id(), "other", ADDRESS, NOON)).isEmpty();
        assertThat(attempt(challenge.id(), challenge.tokenHash(), "192.0.2.8", NOON)).isEmpty();
        assertThat(attempt(new ChallengeId(SeededIds.next()), challenge.tokenHash(), ADDRESS, NOON)).isEmpty();
    }

    @Test
    void it_waits_until_its_end() {
        Challenge challenge = opened();
        assertThat(attempt(challenge, END.minusMillis(1))).isPresent();
        assertThat(attempt(challenge, END)).isEmpty();
    }

    @Test
    void it_can_be_tried_five_times() {
        Challenge challenge = opened();
        for (int number = 0; number < Challenges.MOST_TRIES; number++) {
            assertThat(attempt(challenge, NOON)).isPresent();
        }
        assertThat(attempt(challenge, NOON)).isEmpty();
    }

    @Test
    void whoever_does_not_know_the_token_uses_no_try_up() {
        Challenge challenge = opened();
        for (int number = 0; number < 10; number++) {
            attempt(challenge.id(), "other", ADDRESS, NOON);
        }
        assertThat(attempt(challenge, NOON)).isPresent();
    }

    @Test
    void of_many_tries_at_once_five_are_looked_at() {
        Challenge challenge = opened();
        assertThat(AtOnce.call(20, number -> attempt(challenge, NOON))).filteredOn(Optional::isPresent).hasSize(Challenges.MOST_TRIES);
    }

    @Test
    void it_is_used_once_and_cannot_be_tried_afterwards() {
        Challenge challenge = opened();
        assertThat(use(challenge)).isTrue();
        assertThat(use(challenge)).isFalse();
        assertThat(attempt(challenge, NOON)).isEmpty();
    }

    @Test
    void of_many_uses_at_once_exactly_one_succeeds() {
        Challenge challenge = opened();
        assertThat(AtOnce.call(20, number -> use(challenge))).filteredOn(used -> used).hasSize(1);
    }

    @Test
    void old_ones_are_forgotten() {
        Challenge challenge = opened();
        transactions().run(PROGRAM, "test", () -> challenges().purge(END));
        assertThat(attempt(challenge, NOON)).isPresent();
        assertThat(transactions().inTransaction(PROGRAM, "test", () -> challenges().purge(END.plusSeconds(1)))).isPositive();
        assertThat(attempt(challenge, NOON)).isEmpty();
    }

    private Challenge opened() {
        Challenge challenge = new Challenge(new ChallengeId(SeededIds.next()), "hash " + SeededIds.next(),
                newOwner(transactions(), teams(), users()).id(), Set.of(Proof.PASSWORD, Proof.FEDERATED), ADDRESS, END);
        transactions().run(PROGRAM, "test", () -> challenges().open(challenge));
        return challenge;
    }

    private Optional<Challenge> attempt(Challenge challenge, Instant now) {
        return attempt(challenge.id(), challenge.tokenHash(), challenge.address(), now);
    }

    private Optional<Challenge> attempt(ChallengeId id, String tokenHash, String address, Instant now) {
        return transactions().inTransaction(PROGRAM, "test", () -> challenges().attempt(id, tokenHash, address, now));
    }

    private boolean use(Challenge challenge) {
        return transactions().inTransaction(PROGRAM, "test", () -> challenges().use(challenge.id(), NOON));
    }
}
