package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What owners are told of their payments: each thing once. */
class LettersOfBillingTest {

    private static final String FAILED = "A payment for the team ana's team failed";
    private static final String TRIAL_ENDS = "The trial of the team ana's team ends soon";
    private static final String ENDED = "The plan of the team ana's team has ended";

    private final BillingWorld world = new BillingWorld();
    private final Actor.User ana = world.owner("ana");

    @Test
    void who_pays_and_is_paid_for_hears_nothing() {
        world.paying(ana, STANDARD);
        assertThat(world.letters(ana.team())).isEmpty();
    }

    @Test
    void a_payment_that_failed_is_written_of_once_for_each_attempt() {
        String invoice = late();
        assertThat(world.letters(ana.team())).containsExactly(FAILED);

        world.provider.notices().forEach(this::replay);
        assertThat(world.letters(ana.team())).as("told again").containsExactly(FAILED);

        world.later(Duration.ofDays(1));
        world.provider.retry(invoice);
        world.hear();
        world.reconciled();
        assertThat(world.letters(ana.team())).containsExactly(FAILED, FAILED);
    }

    @Test
    void the_letter_says_how_much_and_until_when_the_plan_goes_on_in_the_zone_of_the_team() {
        late();
        assertThat(world.outbox.letters(ana.team())).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("ana@example.com");
            assertThat(letter.text()).contains("199.00", "ana's team", "The plan goes on until 12 April 2026 at 06:00 (America/Sao_Paulo).",
                    "https://app.example.com");
        });
    }

    @Test
    void a_letter_after_the_grace_says_that_the_plan_does_not_count() {
        String invoice = late();
        world.later(Subscription.GRACE.plusDays(1));
        world.settle();
        world.provider.retry(invoice);
        world.hear();

        assertThat(world.letters(ana.team())).containsExactly(FAILED, ENDED, FAILED);
        assertThat(world.outbox.letters(ana.team()).getLast().text()).contains("Until it is paid the plan does not count.")
                .doesNotContain("goes on until");
    }

    @Test
    void a_payment_that_takes_days_and_then_fails_is_written_of_once_whatever_is_told_first() {
        String subscription = world.paying(ana, STANDARD);
        world.later(Duration.between(world.clock.instant(), world.running(ana.team()).periodEnd()));
        String invoice = world.provider.renewLater(subscription);
        world.hear();
        assertThat(world.letters(ana.team())).as("it may still come").isEmpty();

        world.later(Duration.ofDays(2));
        world.provider.bounce(invoice);
        for (Notice notice : world.fresh()) { // first the subscription, then the invoice
            world.deliver(notice);
            world.heed();
        }

        assertThat(world.letters(ana.team())).containsExactly(FAILED);
    }

    @Test
    void the_end_of_a_trial_is_written_of_once_though_it_is_told_three_times() {
        String subscription = world.subscribed(ana, STANDARD);
        world.later(Duration.ofDays(4));
        for (int time = 0; time < 3; time++) {
            world.provider.tell("customer.subscription.trial_will_end", Notice.Kind.TRIAL_END, subscription);
        }
        world.fresh().forEach(world::deliver);
        AtOnce.call(3, number -> world.heed());

        assertThat(world.letters(ana.team())).containsExactly(TRIAL_ENDS);
        assertThat(world.outbox.letters(ana.team()).getFirst().text()).contains("9 March 2026 at 06:00 (America/Sao_Paulo)");
    }

    @Test
    void who_has_canceled_is_not_warned_of_the_end_of_the_trial() {
        String subscription = world.subscribed(ana, STANDARD);
        world.change(ana, new ChangeSubscription.Wish.End());
        world.provider.tell("customer.subscription.trial_will_end", Notice.Kind.TRIAL_END, subscription);
        world.hear();

        assertThat(world.letters(ana.team())).isEmpty();
    }

    @Test
    void the_end_of_a_plan_is_written_of_once() {
        String subscription = world.paying(ana, STANDARD);
        world.provider.cancelNow(subscription);
        world.hear();
        world.provider.notices().forEach(this::replay);
        world.settle();
        world.reconciled();

        assertThat(world.letters(ana.team())).containsExactly(ENDED);
    }

    @Test
    void a_plan_that_ended_by_grace_does_not_end_again_when_the_provider_gives_up() {
        late();
        world.later(Subscription.GRACE);
        world.settle();
        world.later(Duration.ofDays(20));
        world.provider.cancelNow(world.running(ana.team()).id());
        world.hear();

        assertThat(world.letters(ana.team())).containsExactly(FAILED, ENDED);
    }

    @Test
    void who_is_killed_while_writing_writes_no_letter_twice() {
        String subscription = world.paying(ana, STANDARD);
        world.provider.cancelNow(subscription);
        world.fresh().forEach(world::deliver);
        world.accounts.killAfterWriting();
        world.heed();
        world.settle();
        world.heed();

        assertThat(world.letters(ana.team())).containsExactly(ENDED);
    }

    /** The second month is not paid; by what its invoice is known. */
    private String late() {
        String subscription = world.paying(ana, STANDARD);
        world.provider.card(world.customer(ana.team()), false);
        world.later(Duration.between(world.clock.instant(), world.running(ana.team()).periodEnd()));
        world.provider.renew(subscription);
        world.hear();
        return world.lastInvoice(subscription).id();
    }

    private void replay(Notice notice) {
        world.billing.replayNotice().handle(new ReplayNotice.Command(BillingWorld.OPERATOR, notice.id()));
        world.heed();
    }
}
