package io.tastemaker.application.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.DeliverMail.Outcome;
import io.tastemaker.application.operations.out.InMemoryMailTransport;
import io.tastemaker.application.operations.out.InMemoryOutgoingMail;
import io.tastemaker.application.operations.out.MailTransport.Delivery;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliverMailTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryOutgoingMail mail = new InMemoryOutgoingMail(transactions, clock);
    private final InMemoryMailTransport transport = new InMemoryMailTransport();
    private final MailUseCases useCases = new MailUseCases(mail, transport, List.of(new UndeliveredTests()), clock);
    private final List<Subject> undelivered = new ArrayList<>();

    /** Wants to know of letters about tests. */
    private final class UndeliveredTests implements LetterHandler {
        @Override
        public String subjectType() {
            return "test";
        }

        @Override
        public void undeliverable(TeamId team, Subject about) {
            if (mail.rows().getFirst().settledAt().isPresent()) {
                throw new IllegalStateException("told after it was settled");
            }
            undelivered.add(about);
        }
    }

    @Test
    void without_letters_a_sender_is_idle() {
        assertThat(deliver()).isEqualTo(new Outcome.Idle());
    }

    @Test
    void a_letter_is_sent_once() {
        post("Hello");
        assertThat(deliver()).isInstanceOf(Outcome.Sent.class);
        assertThat(deliver()).isEqualTo(new Outcome.Idle());
        assertThat(transport.handed()).hasSize(1);
    }

    @Test
    void no_transaction_is_open_while_the_transport_works() {
        post("Hello");
        List<Boolean> open = new ArrayList<>();
        transport.meets(letter -> {
            try {
                open.add(transactions.team() != null);
            } catch (IllegalStateException notInATransaction) {
                open.add(false);
            }
            return Optional.empty();
        });
        deliver();
        assertThat(open).containsExactly(false);
    }

    @Test
    void a_letter_that_fails_is_tried_again_after_growing_pauses() {
        post("Hello");
        transport.meets(letter -> Optional.of(new Delivery.Failed("SMTP 451")));
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 12; attempt++) {
            Outcome.Postponed postponed = (Outcome.Postponed) deliver();
            pauses.add(Duration.between(clock.instant(), postponed.notBefore()));
            assertThat(deliver()).isEqualTo(new Outcome.Idle());
            clock.advance(pauses.getLast());
        }
        assertThat(pauses).isSorted().startsWith(Duration.ofSeconds(2), Duration.ofSeconds(4)).endsWith(Duration.ofMinutes(15));
        transport.meets(letter -> Optional.empty());
        assertThat(deliver()).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void a_letter_is_given_up_after_a_day() {
        post("Hello");
        transport.meets(letter -> Optional.of(new Delivery.Failed("SMTP 451")));
        deliver();
        clock.advance(Duration.ofHours(24));
        assertThat(deliver()).isInstanceOfSatisfying(Outcome.GivenUp.class, givenUp -> assertThat(givenUp.reason()).isEqualTo("SMTP 451"));
        assertThat(deliver()).isEqualTo(new Outcome.Idle());
        assertThat(mail.rows()).singleElement().satisfies(row -> assertThat(row.failure()).contains("SMTP 451"));
    }

    @Test
    void a_letter_that_waited_for_the_program_for_days_is_tried_at_least_once() {
        post("Hello");
        clock.advance(Duration.ofDays(3));
        assertThat(deliver()).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void a_letter_that_is_rejected_is_given_up_at_once() {
        post("Hello");
        transport.meets(letter -> Optional.of(new Delivery.Rejected("SMTP 550")));
        assertThat(deliver()).isInstanceOf(Outcome.GivenUp.class);
        assertThat(deliver()).isEqualTo(new Outcome.Idle());
    }

    @Test
    void who_wants_to_know_is_told_of_a_letter_that_is_given_up_before_it_is_settled() {
        Subject about = Subject.of("test", "7");
        post("Hello", Optional.of(about));
        post("Hello again", Optional.of(Subject.of("something else", "8")));
        transport.meets(letter -> Optional.of(new Delivery.Failed("SMTP 451")));
        deliver();
        deliver();
        assertThat(undelivered).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        transport.meets(letter -> Optional.of(new Delivery.Rejected("SMTP 550")));
        assertThat(deliver()).isInstanceOf(Outcome.GivenUp.class);
        assertThat(deliver()).isInstanceOf(Outcome.GivenUp.class);
        assertThat(undelivered).containsExactly(about);
    }

    @Test
    void one_bad_letter_holds_up_nobody() {
        post("bad");
        post("good");
        transport.meets(letter -> {
            if (letter.subject().equals("bad")) {
                throw new IllegalArgumentException("this letter cannot be written down");
            }
            return Optional.empty();
        });
        assertThat(deliver()).isInstanceOf(Outcome.Faulted.class);
        assertThat(deliver()).isInstanceOf(Outcome.Sent.class);
        assertThat(transport.handed()).extracting(handed -> handed.letter().subject()).containsExactly("good");
    }

    @Test
    void a_letter_whose_sender_died_is_sent_by_the_next_under_the_same_name() {
        post("Hello");
        String name = mail.claim(clock.instant(), DeliverMail.LEASE).orElseThrow().id().toString();
        assertThat(deliver()).isEqualTo(new Outcome.Idle());
        clock.advance(DeliverMail.LEASE);
        deliver();
        assertThat(transport.handed()).extracting(InMemoryMailTransport.Handed::messageId).containsExactly(name);
    }

    @Test
    void a_sender_that_took_too_long_leaves_the_letter_to_who_has_it_now() {
        post("Hello");
        transport.meets(letter -> {
            clock.advance(DeliverMail.LEASE);
            mail.claim(clock.instant(), DeliverMail.LEASE);
            return Optional.empty();
        });
        assertThat(deliver()).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    void what_was_settled_a_month_ago_is_forgotten() {
        post("Hello");
        deliver();
        clock.advance(Duration.ofDays(31));
        assertThat(useCases.forgetSentMail().handle(new ForgetSentMail.Command(Actors.PROGRAM))).isEqualTo(new ForgetSentMail.Outcome.Done(1));
        assertThat(mail.rows()).isEmpty();
    }

    @Test
    void people_do_not_send() {
        assertThatThrownBy(() -> useCases.deliverMail().handle(new DeliverMail.Command(Actors.ANA))).isInstanceOf(Refusal.Forbidden.class);
    }

    private void post(String subject) {
        post(subject, Optional.empty());
    }

    private void post(String subject, Optional<Subject> about) {
        transactions.run(Actors.ANA, "test", () -> mail.post(Actors.LIMA, new Letter("ana@example.com", subject, "text\n"), about));
    }

    private Outcome deliver() {
        return useCases.deliverMail().handle(new DeliverMail.Command(Actors.PROGRAM));
    }
}
