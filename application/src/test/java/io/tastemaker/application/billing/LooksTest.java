package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.PACK;
import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static io.tastemaker.application.billing.BillingWorld.STANDARD_CREDITS;
import static io.tastemaker.application.billing.BillingWorld.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.SubscriptionStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two who look at once, and of who is killed half-way: an old picture never replaces a newer one, and nothing is done twice. */
class LooksTest {

    private final BillingWorld world = new BillingWorld(0);
    private final Actor.User ana = world.owner("ana");

    @Test
    void who_is_overtaken_looks_again() {
        String subscription = world.subscribed(ana, STANDARD);
        world.provider.tell("customer.subscription.updated", Notice.Kind.SUBSCRIPTION, subscription);
        world.change(ana, new ChangeSubscription.Wish.End()); // the slow one will see what follows this
        world.fresh().forEach(world::deliver);
        int before = world.accounts.writes();

        world.provider.endAtPeriodEnd(subscription, false, "go on");
        world.provider.delayNextLook(() -> {
            world.provider.cancelNow(subscription);
            world.heed();
        });
        world.billing.applyNotices().handle(new ApplyNotices.Command(BillingWorld.PROGRAM, 1));

        assertThat(world.account(ana.team()).running()).as("not what was seen before").isEmpty();
        assertThat(world.plan(ana.team())).isEqualTo("free");
        assertThat(world.accounts.writes()).as("the second look found nothing new").isEqualTo(before + 1);
    }

    @Test
    void a_picture_of_a_paid_plan_never_replaces_the_end_of_it() {
        Order order = world.opened(ana, "key", STANDARD);
        world.provider.pay(order.session().orElseThrow());
        String subscription = world.provider.findSession(order.session().orElseThrow()).orElseThrow().subscription().orElseThrow();
        world.fresh().forEach(world::deliver);

        world.provider.delayNextLook(() -> {
            world.provider.cancelNow(subscription);
            world.hear();
        });
        world.show(ana, order.id());
        world.hear();

        assertThat(world.account(ana.team()).subscriptions()).singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo(SubscriptionStatus.CANCELED));
        assertThat(world.plan(ana.team())).isEqualTo("free");
    }

    @Test
    void a_picture_of_an_open_checkout_never_replaces_its_payment() {
        world.till.subscribe(ana.team(), "standard");
        Order order = world.opened(ana, "key", PACK);

        world.provider.delayNextLook(() -> {
            world.provider.pay(order.session().orElseThrow());
            world.hear();
        });

        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.PAID);
        assertThat(world.credits(ana.team())).isEqualTo(500);
    }

    @Test
    void a_picture_before_a_refund_never_replaces_the_refund() {
        world.till.subscribe(ana.team(), "standard");
        Order order = world.opened(ana, "key", PACK);
        world.provider.pay(order.session().orElseThrow());
        String intent = world.provider.findSession(order.session().orElseThrow()).orElseThrow().intent().orElseThrow();
        world.provider.delayNextLook(() -> {
            world.provider.refund(intent, usd("10.00"));
            world.hear();
        });
        world.show(ana, order.id());

        assertThat(world.payments(ana)).singleElement().satisfies(payment -> assertThat(payment.refunded()).isEqualTo(usd("10.00")));
        assertThat(world.credits(ana.team())).isZero();
    }

    @Test
    void who_is_overtaken_again_and_again_gives_up_and_is_told_to_come_again() {
        world.subscribed(ana, STANDARD);
        overtakeForEver();

        assertThatThrownBy(() -> world.change(ana, new ChangeSubscription.Wish.End())).isInstanceOf(Refusal.Unavailable.class);
        assertThat(world.running(ana.team()).endsAtPeriodEnd()).as("not written").isFalse();

        world.provider.delayNextLook(() -> { });
        world.hear();
        assertThat(world.running(ana.team()).endsAtPeriodEnd()).isTrue();
    }

    /** Whenever somebody looks, somebody else writes the account. */
    private void overtakeForEver() {
        world.provider.delayNextLook(() -> {
            Account account = world.account(ana.team());
            world.transactions.run(ana, "test", () -> world.accounts.write(account, account));
            overtakeForEver();
        });
    }

    @Test
    void many_who_hear_of_the_same_things_at_once_write_each_of_them_once() {
        String subscription = world.subscribed(ana, STANDARD);
        world.later(Duration.ofDays(10));
        world.onPlan(ana, "premium");
        List<Notice> all = world.provider.notices();
        all.forEach(world::deliver);

        AtOnce.call(8, number -> world.heed());

        assertThat(all).allSatisfy(notice -> assertThat(world.stored(notice).state()).isEqualTo(Notice.State.APPLIED));
        assertThat(world.provider.invoices(subscription)).hasSize(2);
        assertThat(world.payments(ana)).hasSize(2);
        assertThat(world.reconciled().drift()).isZero();
    }

    @Test
    void who_is_killed_before_the_wallet_is_told_leaves_it_to_others() {
        Order order = world.opened(ana, "key", STANDARD);
        world.provider.pay(order.session().orElseThrow());
        world.fresh().forEach(world::deliver);
        world.accounts.killAfterWriting();

        assertThat(world.heed().fault()).get().isInstanceOf(WatchedAccounts.Killed.class);
        world.settle();
        world.heed();

        assertSettledOnce();
    }

    @Test
    void who_is_killed_before_noting_what_the_wallet_was_told_has_it_told_again() {
        Order order = world.opened(ana, "key", STANDARD);
        world.provider.pay(order.session().orElseThrow());
        world.fresh().forEach(world::deliver);
        world.accounts.killBeforeNoting();

        assertThat(world.heed().fault()).get().isInstanceOf(WatchedAccounts.Killed.class);
        world.settle();
        world.heed();

        assertSettledOnce();
    }

    private void assertSettledOnce() {
        assertThat(world.plan(ana.team())).isEqualTo("standard");
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
        assertThat(world.account(ana.team()).isUnsettled()).isFalse();
        assertThat(world.settle()).isEqualTo(new SettleAccounts.Outcome.Settled(0, List.of()));
        assertThat(world.reconciled().drift()).isZero();
        assertThat(world.inbox.count(Notice.State.RECEIVED)).isZero();
    }

    @Test
    void an_account_that_cannot_be_settled_does_not_keep_others_from_it() {
        Actor.User ole = world.owner("ole");
        for (Actor.User owner : List.of(ana, ole)) {
            world.till.subscribe(owner.team(), "standard");
        }
        world.fillUp(ana.team());
        for (Actor.User owner : List.of(ana, ole)) {
            Order order = world.opened(owner, "key", PACK);
            world.provider.pay(order.session().orElseThrow());
            world.accounts.killAfterWriting();
            assertThatThrownBy(() -> world.show(owner, order.id())).isInstanceOf(WatchedAccounts.Killed.class);
        }

        SettleAccounts.Outcome.Settled settled = world.settle();

        assertThat(settled.accounts()).isEqualTo(1);
        assertThat(settled.faults()).singleElement().isInstanceOf(Settlement.Impossible.class);
        assertThat(world.credits(ole.team())).isEqualTo(500);
        assertThat(world.account(ana.team()).isUnsettled()).isTrue();
    }

    @Test
    void what_the_wallet_cannot_do_does_not_keep_it_from_the_rest() {
        world.fillUp(ana.team());
        Order order = world.opened(ana, "key", STANDARD);
        world.provider.pay(order.session().orElseThrow());

        ApplyNotices.Outcome.Worked worked = world.hear();

        assertThat(worked.fault()).get().isInstanceOf(Settlement.Impossible.class);
        assertThat(world.plan(ana.team())).isEqualTo("standard");
    }
}
