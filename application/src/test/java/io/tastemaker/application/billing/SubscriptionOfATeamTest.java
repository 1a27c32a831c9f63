package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.PREMIUM;
import static io.tastemaker.application.billing.BillingWorld.PREMIUM_CREDITS;
import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static io.tastemaker.application.billing.BillingWorld.STANDARD_CREDITS;
import static io.tastemaker.application.billing.BillingWorld.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.ChangeSubscription.Outcome;
import io.tastemaker.application.billing.ChangeSubscription.Wish;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Change;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan from month to month: dearer, cheaper, late, ended. */
class SubscriptionOfATeamTest {

    private final BillingWorld world = new BillingWorld(0);
    private final Actor.User ana = world.owner("ana");

    @Test
    void a_paid_month_opens_the_plan_and_brings_its_credits() {
        assertThat(world.plan(ana.team())).isEqualTo("free");

        String subscription = world.subscribed(ana, STANDARD);
        assertThat(world.plan(ana.team())).isEqualTo("standard");
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);

        nextMonth(subscription);
        assertThat(world.plan(ana.team())).isEqualTo("standard");
        assertThat(world.credits(ana.team())).as("those of the first month are gone").isEqualTo(STANDARD_CREDITS);
        assertThat(world.payments(ana)).hasSize(2);
    }

    @Test
    void what_is_shown_is_the_plan_that_counts_and_the_subscription_it_comes_from() {
        assertThat(shown().subscription()).isEmpty();
        assertThat(shown().plan().id().key()).isEqualTo("free");

        String subscription = world.subscribed(ana, STANDARD);

        assertThat(shown().plan().id()).isEqualTo(new PlanId("standard", 2));
        assertThat(shown().paidPlan()).contains(new PlanId("standard", 2));
        assertThat(shown().subscription()).map(Subscription::id).contains(subscription);
    }

    @Test
    void a_dearer_plan_counts_at_once_and_its_share_of_credits_comes_with_it() {
        String subscription = world.subscribed(ana, STANDARD);
        Duration half = Duration.between(world.running(ana.team()).periodStart(), world.running(ana.team()).periodEnd()).dividedBy(2);
        world.later(half);

        assertThat(changed(world.onPlan(ana, "premium")).plan()).contains(new PlanId("premium", 2));
        assertThat(world.plan(ana.team())).isEqualTo("premium");
        world.hear();

        assertThat(world.lastInvoice(subscription).total()).isEqualTo(usd("150.00"));
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS + (PREMIUM_CREDITS - STANDARD_CREDITS) / 2);
    }

    @Test
    void a_dearer_plan_whose_difference_cannot_be_collected_changes_nothing() {
        world.subscribed(ana, STANDARD);
        world.provider.card(world.customer(ana.team()), false);

        assertThat(world.onPlan(ana, "premium")).isEqualTo(new Outcome.Declined("the card was declined"));
        assertThat(world.plan(ana.team())).isEqualTo("standard");
    }

    @Test
    void a_cheaper_plan_waits_for_the_end_of_what_is_paid() {
        String subscription = world.subscribed(ana, PREMIUM);
        world.later(Duration.ofDays(10));

        assertThat(changed(world.onPlan(ana, "standard")).plan()).contains(new PlanId("standard", 2));
        world.hear();
        assertThat(world.plan(ana.team())).as("it is paid").isEqualTo("premium");
        assertThat(world.provider.invoices(subscription)).hasSize(1);

        world.later(Duration.between(world.clock.instant(), world.running(ana.team()).periodEnd()).minusSeconds(1));
        world.settle();
        assertThat(world.plan(ana.team())).isEqualTo("premium");
        world.later(Duration.ofSeconds(1));
        world.settle();
        assertThat(world.plan(ana.team())).as("though nothing was told yet").isEqualTo("standard");

        world.provider.renew(subscription);
        world.hear();
        assertThat(world.lastInvoice(subscription).total()).isEqualTo(usd("199.00"));
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
    }

    @Test
    void who_goes_back_up_within_the_period_pays_nothing_and_gets_nothing_twice() {
        String subscription = world.subscribed(ana, PREMIUM);
        world.onPlan(ana, "standard");
        world.later(Duration.ofDays(3));

        world.onPlan(ana, "premium");
        world.hear();

        assertThat(world.provider.invoices(subscription)).hasSize(1);
        assertThat(world.plan(ana.team())).isEqualTo("premium");
        assertThat(world.credits(ana.team())).isEqualTo(PREMIUM_CREDITS);
        nextMonth(subscription);
        assertThat(world.lastInvoice(subscription).total()).isEqualTo(usd("499.00"));
        assertThat(world.credits(ana.team())).isEqualTo(PREMIUM_CREDITS);
    }

    @Test
    void who_wants_the_plan_that_runs_gets_it_without_asking_the_provider() {
        world.subscribed(ana, STANDARD);
        int told = world.provider.notices().size();

        assertThat(changed(world.onPlan(ana, "standard")).plan()).contains(new PlanId("standard", 2));
        assertThat(world.provider.notices()).hasSize(told);
    }

    @Test
    void a_subscription_ends_with_its_period_and_goes_on_if_somebody_thinks_better_of_it() {
        String subscription = world.subscribed(ana, STANDARD);

        assertThat(changed(world.change(ana, new Wish.End())).endsAtPeriodEnd()).isTrue();
        assertThat(world.plan(ana.team())).isEqualTo("standard");
        assertThat(changed(world.change(ana, new Wish.GoOn())).endsAtPeriodEnd()).isFalse();
        world.change(ana, new Wish.End());
        nextMonth(subscription);

        assertThat(world.plan(ana.team())).isEqualTo("free");
        assertThat(shown().subscription()).map(Subscription::status).contains(SubscriptionStatus.CANCELED);
        assertThat(world.change(ana, new Wish.GoOn())).isEqualTo(new Outcome.NotSubscribed());
    }

    @Test
    void who_is_not_subscribed_changes_nothing() {
        assertThat(world.onPlan(ana, "premium")).isEqualTo(new Outcome.NotSubscribed());
        assertThat(world.change(ana, new Wish.End())).isEqualTo(new Outcome.NotSubscribed());
    }

    @Test
    void a_plan_that_is_not_sold_is_named_with_those_that_are() {
        world.subscribed(ana, STANDARD);
        Outcome unknown = new Outcome.UnknownPlan(Set.of("standard", "premium"));

        assertThat(world.onPlan(ana, "gold")).isEqualTo(unknown);
        assertThat(world.onPlan(ana, "free")).isEqualTo(unknown);
    }

    @Test
    void a_change_is_recorded_with_what_was_wanted() {
        String subscription = world.subscribed(ana, STANDARD);
        world.change(ana, new Wish.End());

        assertThat(world.transactions.done().getLast()).satisfies(done -> {
            assertThat(done.actor()).isEqualTo(ana);
            assertThat(done.action()).isEqualTo("billing.change");
            assertThat(done.subject().orElseThrow().toString()).contains(subscription);
            assertThat(done.changes()).containsExactly(new Change("wish", Optional.empty(), Optional.of("ends")));
        });
    }

    @Test
    void while_the_provider_is_down_nothing_is_changed() {
        world.subscribed(ana, STANDARD);
        world.provider.goDown();

        assertThatThrownBy(() -> world.change(ana, new Wish.End())).isInstanceOf(Refusal.Unavailable.class);
        assertThat(world.running(ana.team()).endsAtPeriodEnd()).isFalse();
    }

    @Test
    void the_plan_goes_on_for_three_days_while_a_payment_is_late_and_then_turns_without_any_notice() {
        String subscription = world.subscribed(ana, STANDARD);
        world.provider.card(world.customer(ana.team()), false);
        nextMonth(subscription);
        assertThat(world.running(ana.team()).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(world.plan(ana.team())).isEqualTo("standard");

        world.later(Subscription.GRACE.minusSeconds(1));
        assertThat(world.settle().accounts()).isZero();
        assertThat(world.plan(ana.team())).isEqualTo("standard");
        world.later(Duration.ofSeconds(1));
        assertThat(world.settle().accounts()).isEqualTo(1);
        assertThat(world.plan(ana.team())).isEqualTo("free");
        assertThat(world.settle().accounts()).as("once").isZero();
    }

    @Test
    void a_late_payment_brings_the_plan_back_and_its_credits_once() {
        String subscription = world.subscribed(ana, STANDARD);
        world.provider.card(world.customer(ana.team()), false);
        nextMonth(subscription);
        ProviderInvoice late = world.lastInvoice(subscription);
        world.later(Duration.ofDays(5));
        world.settle();
        assertThat(world.credits(ana.team())).isZero();

        world.provider.card(world.customer(ana.team()), true);
        world.provider.retry(late.id());
        world.hear();

        assertThat(world.plan(ana.team())).isEqualTo("standard");
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
    }

    @Test
    void a_plan_by_hand_stays_as_long_as_billing_has_nothing_new_to_say() {
        String subscription = world.subscribed(ana, STANDARD);
        world.till.subscribe(ana.team(), "premium");

        nextMonth(subscription);
        world.settle();
        world.reconciled();
        assertThat(world.plan(ana.team())).as("it is still the same that is paid").isEqualTo("premium");

        world.provider.cancelNow(subscription);
        world.hear();
        assertThat(world.plan(ana.team())).as("that is new").isEqualTo("free");
    }

    @Test
    void a_team_that_never_bought_anything_keeps_the_plan_it_was_given() {
        world.till.subscribe(ana.team(), "premium");
        world.bought(ana, "key", BillingWorld.ADVICE);
        world.settle();

        assertThat(world.plan(ana.team())).isEqualTo("premium");
    }

    @Test
    void a_month_of_which_nothing_was_told_gets_three_days() {
        world.subscribed(ana, STANDARD);
        world.later(Duration.between(world.clock.instant(), world.running(ana.team()).periodEnd()).plus(Duration.ofDays(2)));
        world.settle();
        assertThat(world.plan(ana.team())).isEqualTo("standard");

        world.later(Duration.ofDays(1));
        world.settle();
        assertThat(world.plan(ana.team())).isEqualTo("free");
    }

    private ShowSubscription.View shown() {
        return world.billing.showSubscription().handle(new ShowSubscription.Query(ana));
    }

    private void nextMonth(String subscription) {
        world.later(Duration.between(world.clock.instant(), world.running(ana.team()).periodEnd()));
        world.provider.renew(subscription);
        world.hear();
    }

    private static Subscription changed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).subscription();
    }
}
