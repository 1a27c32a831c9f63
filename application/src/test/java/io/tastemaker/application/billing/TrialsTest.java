package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.PREMIUM;
import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static io.tastemaker.application.billing.BillingWorld.STANDARD_CREDITS;
import static io.tastemaker.application.billing.BillingWorld.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.SubscriptionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A week for nothing: once for each team and each person. */
class TrialsTest {

    private final BillingWorld world = new BillingWorld();
    private final Actor.User ana = world.owner("ana");

    @Test
    void a_trial_opens_the_plan_and_brings_its_credits_until_it_ends() {
        String subscription = world.subscribed(ana, STANDARD);

        assertThat(world.running(ana.team()).status()).isEqualTo(SubscriptionStatus.TRIALING);
        assertThat(world.plan(ana.team())).isEqualTo("standard");
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
        assertThat(world.payments(ana)).extracting(payment -> payment.total()).containsOnly(usd("0.00"));

        world.later(Duration.ofDays(7));
        world.provider.renew(subscription);
        world.hear();
        assertThat(world.credits(ana.team())).as("those of the trial are gone, those of the first month are there").isEqualTo(STANDARD_CREDITS);
        assertThat(world.running(ana.team()).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void a_request_that_is_sent_again_keeps_its_trial() {
        assertThat(days(world.opened(ana, "key", STANDARD))).isEqualTo(7);
        assertThat(days(world.opened(ana, "key", STANDARD))).isEqualTo(7);
    }

    @Test
    void a_trial_is_set_aside_for_one_order_of_a_person_whatever_the_team() {
        Actor.User elsewhere = world.ownerOfAnother(ana);

        assertThat(days(world.opened(ana, "key", STANDARD))).isEqualTo(7);
        assertThat(days(world.opened(elsewhere, "key", STANDARD))).as("the same person").isZero();
        assertThat(days(world.opened(world.owner("ole"), "key", STANDARD))).as("somebody else").isEqualTo(7);
    }

    @Test
    void a_trial_is_free_again_some_time_after_an_order_that_nobody_completed() {
        Actor.User elsewhere = world.ownerOfAnother(ana);
        world.opened(ana, "key", STANDARD);

        world.later(Order.LIFE.plus(Duration.ofMinutes(59)));
        assertThat(days(world.opened(elsewhere, "early", STANDARD))).isZero();
        world.later(Duration.ofMinutes(1));
        assertThat(days(world.opened(elsewhere, "late", STANDARD))).isEqualTo(7);
    }

    @Test
    void who_changes_from_one_plan_to_another_before_paying_keeps_the_trial() {
        Order standard = world.opened(ana, "standard", STANDARD);
        Order premium = world.opened(ana, "premium", PREMIUM);

        assertThat(days(standard)).isEqualTo(7);
        assertThat(world.show(ana, standard.id()).state()).isEqualTo(Order.State.EXPIRED);
        assertThat(days(premium)).isEqualTo(7);
    }

    @Test
    void a_trial_is_free_again_at_once_when_the_provider_says_that_the_checkout_is_over() {
        Actor.User elsewhere = world.ownerOfAnother(ana);
        Order order = world.opened(ana, "key", STANDARD);
        world.provider.expire(order.session().orElseThrow());
        world.hear();

        assertThat(days(world.opened(elsewhere, "key", STANDARD))).isEqualTo(7);
    }

    @Test
    void a_trial_is_free_again_at_once_when_the_checkout_was_never_opened() {
        world.provider.declineNextCheckout("there is no such price");
        assertThat(world.checkout(ana, "declined", STANDARD)).isInstanceOf(OpenCheckout.Outcome.Declined.class);
        Order next = world.opened(ana, "next", STANDARD);
        assertThat(days(next)).isEqualTo(7);
        world.provider.expire(next.session().orElseThrow());
        world.hear();

        world.provider.beforeNextCheckout(world.provider::goDown);
        assertThatThrownBy(() -> world.checkout(ana, "lost", STANDARD)).isInstanceOf(Refusal.Unavailable.class);
        world.provider.comeUp();
        world.later(Duration.ofMinutes(3));
        assertThat(days(world.opened(ana, "last", STANDARD))).isEqualTo(7);
    }

    @Test
    void who_subscribed_once_has_had_the_trial() {
        Actor.User elsewhere = world.ownerOfAnother(ana);
        world.provider.cancelNow(world.subscribed(ana, STANDARD));
        world.hear();
        world.later(Duration.ofDays(1_000));

        Order again = world.opened(ana, "again", PREMIUM);
        assertThat(days(again)).isZero();
        assertThat(again.amount()).isEqualTo(usd("499.00"));
        assertThat(days(world.opened(elsewhere, "key", STANDARD))).isZero();
    }

    @Test
    void where_there_are_no_trials_nobody_gets_one() {
        BillingWorld without = new BillingWorld(0);
        assertThat(days(without.opened(without.owner("ana"), "key", STANDARD))).isZero();
    }

    private static int days(Order order) {
        return ((Purchase.Subscribe) order.purchase()).trialDays();
    }
}
