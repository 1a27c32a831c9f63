package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.OPERATOR;
import static io.tastemaker.application.billing.BillingWorld.PACK;
import static io.tastemaker.application.billing.BillingWorld.PROGRAM;
import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static io.tastemaker.application.billing.BillingWorld.STANDARD_CREDITS;
import static io.tastemaker.application.billing.BillingWorld.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.out.BillingFixtures;
import io.tastemaker.application.wallets.FollowBilling;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.billing.Reconciliation.Drift;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything is compared with the provider; what was missed is made good, and what differs afterwards is named. */
class ReconcileTest {

    private final BillingWorld world = new BillingWorld(0);
    private final Actor.User ana = world.owner("ana");

    @Test
    void where_everything_is_right_nothing_is_found() {
        world.subscribed(ana, STANDARD);

        Reconciliation report = world.reconciled();

        assertThat(report.fault()).isEmpty();
        assertThat(report.repaired()).isZero();
        assertThat(report.drift()).isZero();
        assertThat(report.accounts()).isEqualTo(1);
        assertThat(report.endedAt()).contains(world.clock.instant());
    }

    @Test
    void notices_that_were_not_delivered_are_fetched_and_heeded() {
        Order order = world.opened(ana, "key", STANDARD);
        world.provider.pay(order.session().orElseThrow());
        world.lose();

        Reconciliation report = world.reconciled();

        assertThat(report.undelivered()).isEqualTo(3);
        assertThat(world.inbox.count(Notice.State.APPLIED)).isEqualTo(3);
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
        assertThat(world.reconciled().undelivered()).as("once").isZero();
    }

    @Test
    void completed_checkouts_paid_invoices_and_refunds_are_found_though_the_provider_believes_that_we_know() {
        Actor.User ole = world.owner("ole");
        world.till.subscribe(ole.team(), "standard");
        Order plan = world.opened(ana, "key", STANDARD);
        Order pack = world.opened(ole, "key", PACK);
        world.provider.pay(plan.session().orElseThrow());
        world.provider.pay(pack.session().orElseThrow());
        world.drop();

        Reconciliation first = world.reconciled();
        assertThat(first).extracting(Reconciliation::undelivered, Reconciliation::sessions, Reconciliation::invoices, Reconciliation::refunds)
                .containsExactly(0, 2, 1, 0);
        assertThat(first.repaired()).isEqualTo(3);
        assertThat(world.show(ana, plan.id()).state()).isEqualTo(Order.State.PAID);
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
        assertThat(world.credits(ole.team())).isEqualTo(500);

        world.later(Duration.ofMinutes(15));
        world.provider.refund(world.payments(ole).getFirst().intent().orElseThrow(), usd("5.00"));
        world.drop();
        Reconciliation second = world.reconciled();
        assertThat(second.refunds()).isEqualTo(1);
        assertThat(second.repaired()).isEqualTo(1);
        assertThat(world.credits(ole.team())).isEqualTo(250);
        assertThat(world.reconciled().repaired()).isZero();
    }

    @Test
    void what_we_have_not_heard_of_for_too_long_is_looked_at() {
        String subscription = world.subscribed(ana, STANDARD);
        world.later(Duration.between(world.clock.instant(), world.running(ana.team()).periodEnd()).plusDays(1));
        world.provider.cancelNow(subscription);
        Order order = world.opened(ana, "key", BillingWorld.ADVICE);
        world.later(Order.LIFE);
        world.provider.expire(order.session().orElseThrow());
        world.drop();

        Reconciliation report = world.reconciled();

        assertThat(report.stale()).isEqualTo(2);
        assertThat(report.repaired()).isEqualTo(2);
        assertThat(world.plan(ana.team())).isEqualTo("free");
        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.EXPIRED);
    }

    @Test
    void an_invoice_that_was_late_is_found_paid() {
        String subscription = world.subscribed(ana, STANDARD);
        world.provider.card(world.customer(ana.team()), false);
        world.later(Duration.between(world.clock.instant(), world.running(ana.team()).periodEnd()));
        world.provider.renew(subscription);
        world.hear();
        world.later(Duration.ofDays(5));
        world.provider.card(world.customer(ana.team()), true);
        world.provider.retry(world.lastInvoice(subscription).id());
        world.drop();

        world.reconciled();

        assertThat(world.running(ana.team()).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(world.plan(ana.team())).isEqualTo("standard");
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
    }

    @Test
    void a_dispute_that_was_decided_is_found() {
        world.till.subscribe(ana.team(), "standard");
        world.bought(ana, "key", PACK);
        String payment = world.payments(ana).getFirst().id();
        world.provider.dispute(payment, usd("10.00"));
        world.hear();
        world.later(Duration.ofDays(60));
        world.provider.closeDispute(payment, true);
        world.drop();

        world.reconciled();

        assertThat(world.credits(ana.team())).isEqualTo(500);
    }

    @Test
    void the_subscription_of_a_team_that_is_gone_is_ended() {
        String subscription = world.subscribed(ana, STANDARD);
        world.close(ana);

        Reconciliation report = world.reconciled();

        assertThat(report.fault()).isEmpty();
        assertThat(world.provider.findSubscription(subscription).orElseThrow().status()).isEqualTo(SubscriptionStatus.CANCELED);
        assertThat(world.account(ana.team()).running()).isEmpty();
        assertThat(world.letters(ana.team())).as("nobody is there to be written to").isEmpty();
    }

    @Test
    void a_grant_that_is_missing_is_drift_and_named_with_its_team() {
        Actor.User ole = world.owner("ole");
        world.subscribed(ole, STANDARD);
        pretendGranted(ana.team(), BillingFixtures.topUp());

        Reconciliation report = world.reconciled();

        assertThat(report.drifts()).containsExactly(new Drift(ana.team(), 500, 0));
        assertThat(report.drift()).isEqualTo(500);
        assertThat(report.accounts()).isEqualTo(2);
        assertThat(world.billing.listReconciliations().handle(new ListReconciliations.Query(OPERATOR, PageRequest.first(1))).items())
                .containsExactly(report);
    }

    @Test
    void credits_beyond_what_is_due_make_up_for_nothing_that_is_missing() {
        Payment paid = BillingFixtures.topUp();
        world.till.useCases().followBilling().handle(new FollowBilling.Command(new Actor.System("billing", ana.team()), ana.team(), 0,
                new FollowBilling.Consequence.Credits(paid.source(), LotKind.TOP_UP, 600, Optional.empty())));
        pretendGranted(ana.team(), paid);
        pretendGranted(ana.team(), BillingFixtures.topUp());

        assertThat(world.reconciled().drifts()).containsExactly(new Drift(ana.team(), 500, 100));
    }

    @Test
    void what_is_being_settled_at_that_moment_is_no_drift() {
        world.till.subscribe(ana.team(), "standard");
        world.bought(ana, "first", PACK);
        Order order = world.opened(ana, "second", PACK);
        world.accounts.beforeDues(() -> {
            world.provider.pay(order.session().orElseThrow());
            world.accounts.killAfterWriting(); // or is just slow
            assertThatThrownBy(() -> world.show(ana, order.id())).isInstanceOf(WatchedAccounts.Killed.class);
        });

        assertThat(world.reconciled().drifts()).isEmpty();
        assertThat(world.credits(ana.team())).isEqualTo(1_000);
    }

    @Test
    void a_young_reconciliation_is_not_repeated_unless_somebody_wants_it_now() {
        assertThat(reconcile(false)).isInstanceOf(Reconcile.Outcome.Done.class);
        world.later(Reconcile.PAUSE.minusSeconds(1));

        assertThat(reconcile(false)).isEqualTo(new Reconcile.Outcome.NotNow());
        assertThat(reconcile(true)).isInstanceOf(Reconcile.Outcome.Done.class);
        world.later(Reconcile.PAUSE.minusSeconds(1));
        assertThat(reconcile(false)).as("the forced one counts").isEqualTo(new Reconcile.Outcome.NotNow());
        world.later(Duration.ofSeconds(1));
        assertThat(reconcile(false)).isInstanceOf(Reconcile.Outcome.Done.class);
    }

    @Test
    void one_thing_that_cannot_be_read_does_not_stop_the_others() {
        Actor.User ole = world.owner("ole");
        Stream.of(ana, ole).forEach(owner -> world.till.subscribe(owner.team(), "standard"));
        Order bad = world.opened(ana, "key", PACK);
        Order good = world.opened(ole, "key", PACK);
        world.provider.pay(bad.session().orElseThrow());
        world.provider.pay(good.session().orElseThrow());
        world.drop();
        world.provider.poison(bad.session().orElseThrow(), true);

        Reconciliation report = world.reconciled();

        assertThat(world.credits(ole.team())).isEqualTo(500);
        assertThat(report.fault()).hasValueSatisfying(fault ->
                assertThat(fault).isEqualTo("1 things could not be heard, the first is session " + bad.session().orElseThrow() + ": "
                        + bad.session().orElseThrow() + " cannot be read"));

        world.provider.poison(bad.session().orElseThrow(), false);
        world.later(Duration.ofDays(3));
        assertThat(world.reconciled().repaired()).as("what did not end well is gone over again").isEqualTo(1);
        assertThat(world.credits(ana.team())).isEqualTo(500);
    }

    @Test
    void a_subscription_that_cannot_be_ended_does_not_stop_the_others() {
        Actor.User ole = world.owner("ole");
        String bad = world.subscribed(ana, STANDARD);
        String good = world.subscribed(ole, STANDARD);
        world.close(ana);
        world.close(ole);
        world.provider.poison(bad, true);

        Reconciliation report = world.reconciled();

        assertThat(report.fault()).hasValueSatisfying(fault -> assertThat(fault).contains(bad + " cannot be read"));
        assertThat(world.provider.findSubscription(good).orElseThrow().status()).isEqualTo(SubscriptionStatus.CANCELED);
    }

    @Test
    void while_the_provider_is_down_wallets_are_compared_all_the_same_and_the_rest_is_done_next_time() {
        Order order = world.opened(ana, "key", STANDARD);
        world.provider.pay(order.session().orElseThrow());
        world.drop();
        pretendGranted(world.owner("ole").team(), BillingFixtures.topUp());
        world.provider.goDown();

        Reconciliation report = world.reconciled();
        assertThat(report.fault()).isPresent();
        assertThat(report.drift()).isEqualTo(500);

        world.provider.comeUp();
        world.later(Duration.ofDays(3));
        assertThat(world.reconciled().repaired()).isEqualTo(2);
        assertThat(world.plan(ana.team())).isEqualTo("standard");
    }

    @Test
    void without_a_provider_there_is_nothing_to_compare_with() {
        world.provider.goMissing();
        assertThatThrownBy(() -> reconcile(true)).isInstanceOf(Refusal.NotConfigured.class);
        assertThat(world.billing.listReconciliations().handle(new ListReconciliations.Query(OPERATOR, PageRequest.first(1))).items()).isEmpty();
    }

    @Test
    void a_reconciliation_that_breaks_off_says_so_and_keeps_nobody_waiting() {
        world.subscribed(ana, STANDARD);
        world.accounts.beforeDues(() -> {
            throw new IllegalStateException("the database is gone");
        });
        assertThatThrownBy(() -> reconcile(false)).hasMessage("the database is gone");

        assertThat(world.billing.listReconciliations().handle(new ListReconciliations.Query(OPERATOR, PageRequest.first(1))).items())
                .singleElement().satisfies(report -> {
                    assertThat(report.endedAt()).contains(world.clock.instant());
                    assertThat(report.fault()).contains("the database is gone");
                });
        world.later(Reconcile.PAUSE);
        assertThat(reconcile(false)).isInstanceOf(Reconcile.Outcome.Done.class);
    }

    /** The account says that the wallet was told, though it was not. */
    private void pretendGranted(TeamId team, Payment payment) {
        Account before = world.account(team);
        world.transactions.run(new Actor.System("test", team), "test", () -> world.accounts.write(before,
                BillingFixtures.with(before, before.subscriptions(), Stream.concat(before.payments().stream(), Stream.of(payment)).toList())));
        assertThat(world.accounts.settle(world.account(team))).isTrue();
    }

    private Reconcile.Outcome reconcile(boolean now) {
        return world.billing.reconcile().handle(new Reconcile.Command(PROGRAM, now));
    }
}
