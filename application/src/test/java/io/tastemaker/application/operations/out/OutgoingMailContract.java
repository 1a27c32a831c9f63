package io.tastemaker.application.operations.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.OutgoingMail.Claim;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the far end of every outbox does. */
public abstract class OutgoingMailContract {

    /** The clock of the outbox. */
    protected static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant LATER = NOON.plus(Duration.ofDays(2));

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Outbox outbox();

    protected abstract OutgoingMail mail();

    @BeforeEach
    void emptyTheOutbox() {
        team = newTeam(teams());
        for (Optional<Claim> left = mail().claim(LATER, LEASE); left.isPresent(); left = mail().claim(LATER, LEASE)) {
            mail().sent(left.get(), LATER);
        }
        mail().forget(LATER.plusSeconds(1));
    }

    @Test
    void a_letter_is_claimed_as_it_was_posted() {
        Letter letter = post("Your link");
        Claim claim = claim(NOON);
        assertThat(claim.letter()).isEqualTo(letter);
        assertThat(claim.team()).isEqualTo(team);
        assertThat(claim.attempts()).isEqualTo(1);
        assertThat(claim.postedAt()).isEqualTo(NOON);
    }

    @Test
    void a_letter_says_what_it_is_about_when_that_was_told() {
        post("about nothing");
        Subject about = Subject.of("invitation", "0195");
        transactions().run(system(team), "test", () -> outbox().post(team, letter("about something"), Optional.of(about)));
        assertThat(claim(NOON).about()).isEmpty();
        assertThat(claim(NOON).about()).contains(about);
    }

    @Test
    void a_letter_whose_transaction_failed_is_not_there() {
        assertThatThrownBy(() -> transactions().run(system(team), "test", () -> {
            outbox().post(team, letter("Never"));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(mail().claim(NOON, LEASE)).isEmpty();
    }

    @Test
    void a_letter_is_in_one_pair_of_hands_until_the_lease_ends() {
        post("Your link");
        Claim first = claim(NOON);
        assertThat(mail().claim(NOON.plus(LEASE).minusMillis(1), LEASE)).isEmpty();
        Claim second = claim(NOON.plus(LEASE));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.leaseToken()).isGreaterThan(first.leaseToken());
    }

    @Test
    void who_lost_a_letter_can_do_nothing_with_it() {
        post("Your link");
        Claim lost = claim(NOON);
        Claim held = claim(NOON.plus(LEASE));
        assertThat(mail().sent(lost, NOON)).isFalse();
        assertThat(mail().retry(lost, "late", NOON)).isFalse();
        assertThat(mail().giveUp(lost, "late", NOON)).isFalse();
        assertThat(mail().sent(held, NOON)).isTrue();
    }

    @Test
    void a_letter_that_was_sent_is_settled() {
        post("Your link");
        Claim claim = claim(NOON);
        assertThat(mail().sent(claim, NOON)).isTrue();
        assertThat(mail().sent(claim, NOON)).isFalse();
        assertThat(mail().claim(LATER, LEASE)).isEmpty();
    }

    @Test
    void a_letter_that_was_given_up_is_settled() {
        post("Your link");
        assertThat(mail().giveUp(claim(NOON), "SMTP 550", NOON)).isTrue();
        assertThat(mail().claim(LATER, LEASE)).isEmpty();
    }

    @Test
    void a_letter_that_was_put_back_waits_for_its_time() {
        post("Your link");
        Claim first = claim(NOON);
        assertThat(mail().retry(first, "SMTP 451", NOON.plusSeconds(8))).isTrue();
        assertThat(mail().claim(NOON.plusSeconds(7), LEASE)).isEmpty();
        assertThat(mail().sent(first, NOON.plusSeconds(7))).isFalse();
        Claim second = claim(NOON.plusSeconds(8));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempts()).isEqualTo(2);
    }

    @Test
    void a_letter_that_waits_holds_up_nobody() {
        post("first");
        post("second");
        mail().retry(claim(NOON), "SMTP 451", NOON.plusSeconds(8));
        assertThat(claim(NOON).letter().subject()).isEqualTo("second");
    }

    @Test
    void the_letter_that_waited_longest_comes_first() {
        post("first");
        post("second");
        post("third");
        assertThat(Stream.generate(() -> claim(NOON).letter().subject()).limit(3)).containsExactly("first", "second", "third");
    }

    @Test
    void many_senders_never_have_the_same_letter() {
        IntStream.range(0, 40).forEach(number -> post("Letter " + number));
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<UUID>> claims = IntStream.range(0, 40)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> claim(NOON).id(), senders)).toList();
            assertThat(claims.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_was_settled_long_ago_is_forgotten_and_what_waits_is_not() {
        post("settled");
        mail().sent(claim(NOON), NOON);
        post("waiting");
        assertThat(mail().forget(NOON)).isZero();
        assertThat(mail().forget(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(claim(NOON).letter().subject()).isEqualTo("waiting");
    }

    private Letter post(String subject) {
        Letter letter = letter(subject);
        transactions().run(system(team), "test", () -> outbox().post(team, letter));
        return letter;
    }

    private Claim claim(Instant now) {
        return mail().claim(now, LEASE).orElseThrow();
    }

    private static Letter letter(String subject) {
        return new Letter("ana@example.com", subject, "Hello Ana \uD83C\uDF3F\n");
    }
}
