package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.CUSTOMER;
import static io.tastemaker.domain.billing.BillingFixtures.HALF;
import static io.tastemaker.domain.billing.BillingFixtures.NEWER_PLANS;
import static io.tastemaker.domain.billing.BillingFixtures.NEXT;
import static io.tastemaker.domain.billing.BillingFixtures.PLANS;
import static io.tastemaker.domain.billing.BillingFixtures.PREMIUM;
import static io.tastemaker.domain.billing.BillingFixtures.PREMIUM_2;
import static io.tastemaker.domain.billing.BillingFixtures.STANDARD;
import static io.tastemaker.domain.billing.BillingFixtures.STANDARD_2;
import static io.tastemaker.domain.billing.BillingFixtures.START;
import static io.tastemaker.domain.billing.BillingFixtures.change;
import static io.tastemaker.domain.billing.BillingFixtures.ending;
import static io.tastemaker.domain.billing.BillingFixtures.invoice;
import static io.tastemaker.domain.billing.BillingFixtures.money;
import static io.tastemaker.domain.billing.BillingFixtures.nothing;
import static io.tastemaker.domain.billing.BillingFixtures.order;
import static io.tastemaker.domain.billing.BillingFixtures.pack;
import static io.tastemaker.domain.billing.BillingFixtures.paid;
import static io.tastemaker.domain.billing.BillingFixtures.session;
import static io.tastemaker.domain.billing.BillingFixtures.subscription;
import static io.tastemaker.domain.billing.BillingFixtures.trial;
import static io.tastemaker.domain.billing.BillingFixtures.usd;
import static io.tastemaker.domain.billing.BillingFixtures.whole;
import static io.tastemaker.domain.billing.BillingFixtures.withoutIntent;
import static io.tastemaker.domain.billing.BillingFixtures.withoutPlan;
import static io.tastemaker.domain.billing.SubscriptionStatus.ACTIVE;
import static io.tastemaker.domain.billing.SubscriptionStatus.CANCELED;
import static io.tastemaker.domain.billing.SubscriptionStatus.INCOMPLETE;
import static io.tastemaker.domain.billing.SubscriptionStatus.PAST_DUE;
import static io.tastemaker.domain.billing.SubscriptionStatus.TRIALING;
import static io.tastemaker.domain.billing.SubscriptionStatus.UNPAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.entitlements.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Duration GRACE = Duration.ofDays(3);
    private static final Duration INSTANT = Duration.ofNanos(1_000);

    @Test
    void a_team_that_bought_nothing_is_entitled_to_nothing() {
        Account account = nothing().at(START, PLANS);
        assertThat(account).isEqualTo(nothing());
        assertThat(account.current()).isEmpty();
        assertThat(account.running()).isEmpty();
        assertThat(account.isUnsettled()).isFalse();
    }

    @Test
    void what_is_heard_twice_and_in_any_order_gives_the_same_account() {
        Order paidOrder = order(pack(), 0).hears(session(order(pack(), 0), ProviderSession.State.PAID, 1_000), START);
        List<UnaryOperator<Account>> pictures = List.of(
                account -> account.hears(trial("sub_0", "standard", CANCELED), PLANS),
                account -> account.hears(subscription("sub_1", "standard", ACTIVE), PLANS),
                account -> account.hears(subscription("sub_2", "premium", PAST_DUE), PLANS),
                account -> account.hears(paid("in_0", "sub_0"), Optional.empty(), PLANS),
                account -> account.hears(paid("in_1", "sub_1", whole(PREMIUM, START)), Optional.of(money("pi_in_1", 30_000, 10_000, 0)), PLANS),
                account -> account.hears(paid("in_2", "sub_1", change(PREMIUM, STANDARD)), Optional.empty(), PLANS),
                account -> account.hears(invoice("in_3", "sub_2", ProviderInvoice.Status.OPEN, 2, whole(PREMIUM, START)), Optional.empty(), PLANS),
                account -> account.hears(invoice("in_4", "sub_0", ProviderInvoice.Status.VOID, 1, whole(STANDARD, START)), Optional.empty(), PLANS),
                account -> account.hears(money("pi_in_1", 30_000, 10_000, 0)),
                account -> account.hears(paidOrder, session(paidOrder, ProviderSession.State.PAID, 1_000),
                        Optional.of(money("pi_1", 1_000, 250, 0)), START),
                account -> account.hears(money("pi_1", 1_000, 250, 0)),
                account -> account.hears(money("pi_unknown", 1_000, 1_000, 0)));
        Account expected = all(pictures);
        assertThat(expected.payments()).hasSize(7);
        assertThat(expected.entitled()).contains(PREMIUM);

        long seed = 20_261_130;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<UnaryOperator<Account>> some = new ArrayList<>(pictures);
            for (int more = random.nextInt(pictures.size()); more > 0; more--) {
                some.add(pictures.get(random.nextInt(pictures.size())));
            }
            Collections.shuffle(some, random);
            assertThat(all(some)).as("shuffle %d of seed %d", i, seed).isEqualTo(expected);
        }
    }

    private static Account all(List<UnaryOperator<Account>> pictures) {
        Account account = nothing();
        for (UnaryOperator<Account> picture : pictures) {
            account = picture.apply(account);
        }
        return account.at(START.plus(Duration.ofDays(1)), PLANS);
    }

    @Test
    void the_first_customer_stays() {
        assertThat(nothing().knownAs(CUSTOMER).knownAs("cus_2").customer()).contains(CUSTOMER);
        assertThat(nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS).customer()).contains(CUSTOMER);
    }

    @Test
    void a_canceled_subscription_never_reopens() {
        Account canceled = nothing().hears(subscription("sub_1", "standard", CANCELED), PLANS).at(START, PLANS);
        assertThat(canceled.hears(subscription("sub_1", "standard", ACTIVE), PLANS).at(START, PLANS)).isEqualTo(canceled);
        assertThat(canceled.entitled()).isEmpty();
        assertThat(canceled.running()).isEmpty();
        assertThat(canceled.current()).isPresent();
    }

    @Test
    void a_paid_stretch_ends_with_its_subscription() {
        Account account = nothing().hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS);
        assertThat(entitled(account, START)).as("whose subscription is not known").isEmpty();
        assertThat(entitled(account.hears(subscription("sub_1", "standard", UNPAID), PLANS), START)).contains(STANDARD);
        assertThat(entitled(account.hears(subscription("sub_1", "standard", INCOMPLETE), PLANS), START)).isEmpty();
        assertThat(entitled(account.hears(subscription("sub_1", "standard", CANCELED), PLANS), START)).isEmpty();
    }

    @Test
    void a_dearer_plan_counts_at_once() {
        Account account = nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS)
                .hears(subscription("sub_1", "premium", ACTIVE), PLANS);
        assertThat(entitled(account, HALF)).as("before its difference is heard of as paid").contains(PREMIUM);
        Account billed = account.hears(paid("in_2", "sub_1", change(STANDARD, PREMIUM)), Optional.empty(), PLANS);
        assertThat(entitled(billed, HALF)).contains(PREMIUM);
    }

    @Test
    void a_cheaper_plan_counts_from_the_next_period_on() {
        Account account = nothing().hears(subscription("sub_1", "premium", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(PREMIUM, START)), Optional.empty(), PLANS)
                .hears(subscription("sub_1", "standard", ACTIVE), PLANS);
        assertThat(entitled(account, NEXT.minus(INSTANT))).contains(PREMIUM);
        assertThat(account.at(HALF, PLANS).turnsAt()).contains(NEXT);
        assertThat(entitled(account, NEXT)).contains(STANDARD);
    }

    @Test
    void what_is_given_back_takes_the_plan_away() {
        Account account = nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(PREMIUM, START)), Optional.empty(), PLANS)
                .hears(paid("in_2", "sub_1", change(PREMIUM, STANDARD)), Optional.empty(), PLANS);
        assertThat(entitled(account, HALF.minus(INSTANT))).contains(PREMIUM);
        assertThat(entitled(account, HALF)).contains(STANDARD);
        Account again = account.hears(paid("in_3", "sub_1", change(STANDARD, PREMIUM)), Optional.empty(), PLANS);
        assertThat(entitled(again, HALF)).as("paid, given back, and paid again").contains(PREMIUM);
    }

    @Test
    void what_is_given_back_takes_away_what_was_paid_in_an_older_version() {
        Account account = nothing().hears(subscription("sub_1", "premium", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(PREMIUM, START)), Optional.empty(), PLANS)
                .hears(subscription("sub_1", "standard", ACTIVE), NEWER_PLANS)
                .hears(paid("in_2", "sub_1", change(PREMIUM, STANDARD)), Optional.empty(), NEWER_PLANS);
        assertThat(account.at(HALF, NEWER_PLANS).entitled()).contains(STANDARD_2);
    }

    @Test
    void who_gives_back_a_plan_that_was_never_paid_has_not_paid_for_the_cheaper_one() {
        Instant late = START.plus(Duration.ofDays(20));
        Account account = nothing().hears(subscription("sub_1", "standard", PAST_DUE), PLANS)
                .hears(invoice("in_1", "sub_1", ProviderInvoice.Status.OPEN, 3, whole(PREMIUM, START)), Optional.empty(), PLANS)
                .hears(paid("in_2", "sub_1", change(PREMIUM, STANDARD)), Optional.empty(), PLANS);
        assertThat(entitled(account, late)).isEmpty();
        Account paidAfterAll = account.hears(paid("in_1", "sub_1", whole(PREMIUM, START)), Optional.empty(), PLANS);
        assertThat(entitled(paidAfterAll, late)).contains(STANDARD);
    }

    @Test
    void what_is_paid_counts_while_a_payment_for_more_is_late() {
        Account account = nothing().hears(subscription("sub_1", "premium", PAST_DUE), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS)
                .hears(invoice("in_2", "sub_1", ProviderInvoice.Status.OPEN, 1, change(STANDARD, PREMIUM)), Optional.empty(), PLANS);
        assertThat(entitled(account, START.plus(GRACE).minus(INSTANT))).contains(PREMIUM);
        assertThat(entitled(account, START.plus(GRACE))).contains(STANDARD);
        assertThat(entitled(account, NEXT)).isEmpty();
    }

    @Test
    void a_period_that_is_not_paid_is_not_covered_by_the_one_before() {
        Account account = nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS)
                .hears(subscription("sub_1", "standard", PAST_DUE, NEXT), PLANS)
                .hears(invoice("in_2", "sub_1", ProviderInvoice.Status.OPEN, 1, whole(STANDARD, NEXT)), Optional.empty(), PLANS);
        assertThat(account.at(NEXT, PLANS).turnsAt()).contains(NEXT.plus(GRACE));
        assertThat(entitled(account, NEXT.plus(GRACE).minus(INSTANT))).contains(STANDARD);
        assertThat(entitled(account, NEXT.plus(GRACE))).isEmpty();
        Account late = account.hears(subscription("sub_1", "standard", ACTIVE, NEXT), PLANS)
                .hears(paid("in_2", "sub_1", whole(STANDARD, NEXT)), Optional.empty(), PLANS);
        assertThat(entitled(late, NEXT.plus(GRACE))).contains(STANDARD);
    }

    @Test
    void a_full_refund_ends_what_was_paid_and_a_part_does_not() {
        Account account = nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(PREMIUM, START)), Optional.empty(), PLANS);
        assertThat(entitled(account.hears(money("pi_in_1", 30_000, 29_999, 0)), HALF)).contains(PREMIUM);
        assertThat(entitled(account.hears(money("pi_in_1", 30_000, 30_000, 0)), HALF)).isEmpty();
        assertThat(entitled(account.hears(money("pi_in_1", 30_000, 0, 30_000)), HALF)).isEmpty();
    }

    @Test
    void a_refunded_change_gives_the_old_plan_back() {
        Account account = nothing().hears(subscription("sub_1", "premium", PAST_DUE), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS)
                .hears(paid("in_2", "sub_1", change(STANDARD, PREMIUM)), Optional.of(money("pi_in_2", 10_000, 0, 0)), PLANS);
        assertThat(entitled(account, HALF)).contains(PREMIUM);
        assertThat(entitled(account.hears(money("pi_in_2", 10_000, 10_000, 0)), HALF)).contains(STANDARD);
    }

    @Test
    void two_subscriptions_give_the_better_plan_and_somebody_has_to_look() {
        Account one = nothing().hears(subscription("sub_1", "premium", ACTIVE), PLANS);
        Account two = one.hears(subscription("sub_2", "standard", ACTIVE), PLANS);
        assertThat(entitled(two, START)).contains(PREMIUM);
        assertThat(one.isDoubled()).isFalse();
        assertThat(two.isDoubled()).isTrue();
        assertThat(one.hears(subscription("sub_2", "standard", INCOMPLETE), PLANS).isDoubled()).isFalse();
        assertThat(two.hears(subscription("sub_1", "premium", CANCELED), PLANS).running().map(Subscription::id)).contains("sub_2");
    }

    @Test
    void the_version_of_a_plan_stays_within_a_period_and_follows_with_the_next() {
        Account account = nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS);
        Account later = account.hears(subscription("sub_1", "standard", ACTIVE), NEWER_PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), NEWER_PLANS);
        assertThat(later.at(HALF, NEWER_PLANS).entitled()).as("though its invoice was heard of later").contains(STANDARD);
        Account next = later.hears(subscription("sub_1", "standard", ACTIVE, NEXT), NEWER_PLANS);
        assertThat(next.at(NEXT, NEWER_PLANS).entitled()).contains(STANDARD_2);
        Account changed = account.hears(subscription("sub_1", "premium", ACTIVE), NEWER_PLANS);
        assertThat(changed.at(HALF, NEWER_PLANS).entitled()).contains(PREMIUM_2);
    }

    @Test
    void a_price_of_no_plan_entitles_to_nothing_until_it_belongs_to_one() {
        Account unknown = nothing().hears(withoutPlan(subscription("sub_1", "standard", ACTIVE)), PLANS)
                .hears(paid("in_1", "sub_1", withoutPlan(whole(STANDARD, START))), Optional.empty(), PLANS);
        assertThat(entitled(unknown, START)).isEmpty();
        assertThat(unknown.running()).isPresent();
        assertThat(unknown.payments().getFirst().isDue()).isFalse();

        Account known = unknown.hears(subscription("sub_1", "standard", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS);
        assertThat(entitled(known, START)).contains(STANDARD);
        assertThat(known.payments().getFirst().credits()).isEqualTo(1_000);
    }

    @Test
    void a_trial_brings_the_credits_of_the_plan_that_was_ordered_whether_it_is_heard_of_before_or_after_a_change() {
        ProviderSubscription tried = trial("sub_1", "standard", TRIALING);
        ProviderSubscription changed = trial("sub_1", "premium", TRIALING);
        Account inOrder = nothing().hears(tried, Optional.of(STANDARD), PLANS).hears(changed, Optional.of(STANDARD), PLANS);
        assertThat(nothing().hears(changed, Optional.of(STANDARD), PLANS)).isEqualTo(inOrder);
        assertThat(inOrder.payments().getFirst().credits()).isEqualTo(1_000);
    }

    @Test
    void a_trial_brings_the_credits_of_its_plan_once_for_each_team() {
        Account account = nothing().hears(trial("sub_1", "standard", TRIALING), PLANS);
        Payment trial = account.payments().getFirst();
        assertThat(trial.source()).isEqualTo("trial:sub_1");
        assertThat(trial.kind()).isEqualTo(Payment.Kind.TRIAL);
        assertThat(trial.credits()).isEqualTo(1_000);
        assertThat(trial.creditsEnd()).contains(START.plus(Duration.ofDays(7)));
        assertThat(trial.isUnsettled()).isTrue();

        Account again = account.hears(trial("sub_1", "standard", CANCELED), PLANS).hears(trial("sub_2", "premium", TRIALING), PLANS);
        assertThat(again.payments()).containsExactly(trial);
    }

    @Test
    void a_dearer_plan_in_a_trial_counts_at_once_and_brings_no_more_credits_before_it_is_paid() {
        Account account = nothing().hears(trial("sub_1", "standard", TRIALING), PLANS)
                .hears(paid("in_1", "sub_1", BillingFixtures.line(STANDARD, 0, START, START.plus(Duration.ofDays(7)))), Optional.empty(), PLANS)
                .hears(trial("sub_1", "premium", TRIALING), PLANS)
                .hears(paid("in_2", "sub_1", BillingFixtures.line(PREMIUM, 0, START, START.plus(Duration.ofDays(7)))), Optional.empty(), PLANS);
        assertThat(entitled(account, START)).contains(PREMIUM);
        assertThat(account.payments().stream().mapToLong(Payment::credits).sum()).isEqualTo(1_000);
        Account back = account.hears(trial("sub_1", "standard", TRIALING), PLANS);
        assertThat(entitled(back, START)).as("nothing was paid for the dearer one").contains(STANDARD);
    }

    @Test
    void a_trial_goes_on_for_three_days_while_nothing_is_heard_of_its_end() {
        Account account = nothing().hears(trial("sub_1", "standard", TRIALING), PLANS);
        Instant end = START.plus(Duration.ofDays(7));
        assertThat(entitled(account, end.plus(GRACE).minus(INSTANT))).contains(STANDARD);
        assertThat(entitled(account, end.plus(GRACE))).isEmpty();
    }

    @Test
    void a_team_is_told_of_the_end_of_its_trial_once() {
        Account account = nothing().hears(trial("sub_1", "standard", TRIALING), PLANS);
        Account told = account.toldOfTrialEnd("sub_1");
        assertThat(told.current().orElseThrow().trialEndTold()).isTrue();
        assertThat(told.hears(trial("sub_1", "standard", TRIALING), PLANS)).isEqualTo(told);
        assertThat(account.toldOfTrialEnd("sub_2")).isEqualTo(account);
    }

    @Test
    void invoices_of_something_else_and_drafts_are_not_kept() {
        ProviderInvoice one = paid("in_1", "sub_1", whole(STANDARD, START));
        ProviderInvoice other = new ProviderInvoice(one.id(), one.number(), one.customer(), Optional.empty(), one.status(), one.total(), one.paid(),
                one.intent(), one.lines(), one.attempts(), one.createdAt(), one.paidAt());
        assertThat(nothing().hears(other, Optional.empty(), PLANS)).isEqualTo(nothing());
        ProviderInvoice draft = invoice("in_1", "sub_1", ProviderInvoice.Status.DRAFT, 0, whole(STANDARD, START));
        assertThat(nothing().hears(draft, Optional.empty(), PLANS)).isEqualTo(nothing());
    }

    @Test
    void a_refund_before_its_payment_is_not_lost() {
        Account before = nothing().hears(money("pi_in_1", 10_000, 10_000, 0))
                .hears(invoice("in_1", "sub_1", ProviderInvoice.Status.OPEN, 1, whole(STANDARD, START)), Optional.empty(), PLANS)
                .hears(money("pi_in_1", 10_000, 10_000, 0));
        assertThat(before.payments().getFirst().refunded()).as("nothing was paid yet").isEqualTo(usd(0));
        Account after = before.hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.of(money("pi_in_1", 10_000, 10_000, 0)), PLANS);
        assertThat(after.payments().getFirst().refunded()).isEqualTo(usd(10_000));
        assertThat(after.payments().getFirst().isUnsettled()).isTrue();
    }

    @Test
    void a_refund_is_heard_of_though_the_payment_of_the_invoice_became_known_later() {
        ProviderInvoice invoice = paid("in_1", "sub_1", whole(STANDARD, START));
        Account account = nothing().hears(withoutIntent(invoice), Optional.empty(), PLANS);
        Account known = account.hears(invoice, Optional.empty(), PLANS);
        assertThat(known.payments().getFirst().number()).contains("N-in_1");
        assertThat(known.hears(money("pi_in_1", 10_000, 4_000, 0)).payments().getFirst().refunded()).isEqualTo(usd(4_000));
        assertThat(account.hears(invoice, Optional.of(money("pi_in_1", 10_000, 4_000, 0)), PLANS).payments().getFirst().refunded())
                .isEqualTo(usd(4_000));
    }

    @Test
    void the_money_of_another_payment_says_nothing_of_an_invoice() {
        Account account = nothing().hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.of(money("pi_other", 10_000, 10_000, 0)), PLANS);
        assertThat(account.payments().getFirst().refunded()).isEqualTo(usd(0));
    }

    @Test
    void an_invoice_that_waited_is_paid_or_withdrawn() {
        Account waiting = nothing().hears(invoice("in_1", "sub_1", ProviderInvoice.Status.OPEN, 2, whole(STANDARD, START)), Optional.empty(), PLANS);
        assertThat(waiting.payments().getFirst().status()).isEqualTo(Payment.Status.OPEN);
        assertThat(waiting.payments().getFirst().attempts()).isEqualTo(2);
        assertThat(waiting.payments().getFirst().isUnsettled()).isFalse();

        ProviderInvoice paid = invoice("in_1", "sub_1", ProviderInvoice.Status.PAID, 3, whole(STANDARD, START));
        assertThat(waiting.hears(paid, Optional.empty(), PLANS)).as("as if it had never waited")
                .isEqualTo(nothing().hears(paid, Optional.empty(), PLANS));
        Account withdrawn = waiting.hears(invoice("in_1", "sub_1", ProviderInvoice.Status.UNCOLLECTIBLE, 4, whole(STANDARD, START)), Optional.empty(),
                PLANS);
        assertThat(withdrawn.payments().getFirst().status()).isEqualTo(Payment.Status.VOID);
        assertThat(withdrawn.hears(paid, Optional.empty(), PLANS).payments().getFirst().isDue()).as("paid after all").isTrue();
    }

    @Test
    void a_paid_invoice_keeps_its_credits_though_the_plan_got_a_newer_version() {
        ProviderInvoice invoice = paid("in_1", "sub_1", whole(STANDARD, START));
        Account account = nothing().hears(invoice, Optional.empty(), PLANS);
        assertThat(account.hears(invoice, Optional.empty(), NEWER_PLANS)).isEqualTo(account);
        assertThat(account.payments().getFirst().credits()).isEqualTo(1_000);
    }

    @Test
    void a_paid_order_for_a_plan_leaves_the_payment_to_the_invoice() {
        Order subscribe = order(new Purchase.Subscribe(STANDARD, 0), 0);
        ProviderSession session = session(subscribe, ProviderSession.State.PAID, 1_000);
        Account account = nothing().hears(subscribe.hears(session, START), session, Optional.empty(), START);
        assertThat(account).isEqualTo(nothing().knownAs(CUSTOMER));
    }

    @Test
    void an_order_that_is_not_paid_brings_no_payment() {
        Order order = order(pack(), 0);
        ProviderSession session = session(order, ProviderSession.State.PENDING, 1_000);
        assertThat(nothing().hears(order.hears(session, START), session, Optional.empty(), START).payments()).isEmpty();
    }

    @Test
    void money_of_an_order_is_counted_once_and_its_refund_heard() {
        Order order = order(pack(), 0);
        ProviderSession session = session(order, ProviderSession.State.PAID, 1_000);
        Order paid = order.hears(session, START);
        Account account = nothing().hears(paid, session, Optional.of(money("pi_1", 1_000, 0, 0)), START);
        Account later = account.hears(paid, session, Optional.of(money("pi_1", 1_000, 500, 0)), NEXT);
        assertThat(later.payments()).hasSize(1);
        assertThat(later.payments().getFirst().paidAt()).as("when it was heard of first").contains(START);
        assertThat(later.payments().getFirst().refunded()).isEqualTo(usd(500));
        assertThat(later).isEqualTo(account.hears(money("pi_1", 1_000, 500, 0)));
        assertThat(nothing().hears(paid, session, Optional.of(money("pi_1", 1_000, 0, 0)), NEXT)).as("it was paid when its order was")
                .isEqualTo(account);
    }

    @Test
    void the_account_turns_when_the_next_thing_changes_by_time_alone() {
        Account account = nothing().hears(ending(subscription("sub_1", "standard", ACTIVE)), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS)
                .hears(paid("in_2", "sub_1", change(STANDARD, PREMIUM)), Optional.empty(), PLANS);
        List<Instant> turns = new ArrayList<>();
        Account now = account.at(START, PLANS);
        while (now.turnsAt().isPresent()) {
            Instant turn = now.turnsAt().get();
            assertThat(turn).isAfter(turns.isEmpty() ? START : turns.getLast());
            assertThat(now.at(turn.minus(INSTANT), PLANS).entitled()).as("before %s", turn).isEqualTo(now.entitled());
            turns.add(turn);
            now = now.at(turn, PLANS);
        }
        assertThat(turns).containsExactly(HALF, NEXT);
        assertThat(now.entitled()).isEmpty();
        assertThat(entitled(account, HALF)).contains(PREMIUM);
    }

    @Test
    void nothing_changes_between_two_turns() {
        long seed = 20_261_130;
        Random random = new Random(seed);
        List<SubscriptionStatus> statuses = List.of(SubscriptionStatus.values());
        List<PlanId> plans = List.of(STANDARD, PREMIUM);
        for (int i = 0; i < 300; i++) {
            Account account = nothing();
            for (int n = 0; n < 3; n++) {
                ProviderSubscription seen = subscription("sub_" + random.nextInt(2), plans.get(random.nextInt(2)).key(),
                        statuses.get(random.nextInt(statuses.size())), START.plus(Duration.ofDays(random.nextInt(40))));
                account = account.hears(random.nextBoolean() ? ending(seen) : seen, PLANS);
                Instant from = START.plus(Duration.ofDays(random.nextInt(40)));
                PlanId plan = plans.get(random.nextInt(2));
                account = account.hears(paid("in_" + n, "sub_" + random.nextInt(2),
                        random.nextInt(3) > 0 ? new ProviderInvoice.Line[] {whole(plan, from)} : change(plan, plans.get(random.nextInt(2)))),
                        Optional.empty(), PLANS);
            }
            Account known = account.at(START, PLANS);
            for (Instant now = START; now.isBefore(START.plus(Duration.ofDays(90))); now = now.plus(Duration.ofHours(12))) {
                if (known.turnsAt().isPresent() && !now.isBefore(known.turnsAt().get())) {
                    known = known.at(now, PLANS);
                }
                assertThat(known.entitled()).as("account %d of seed %d at %s", i, seed, now).isEqualTo(account.at(now, PLANS).entitled());
            }
        }
    }

    @Test
    void an_account_is_settled_once_the_wallet_was_told_everything() {
        Account heard = nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS).at(START, PLANS);
        Account written = new Account(heard.team(), 1, heard.customer(), heard.subscriptions(), heard.payments(), heard.entitled(), heard.turnsAt(),
                heard.planDue(), heard.settledVersion(), heard.teamClosed());
        assertThat(written.isUnsettled()).isTrue();
        Account settled = written.settled();
        assertThat(settled.isUnsettled()).isFalse();
        assertThat(settled.planDue()).isFalse();
        assertThat(settled.payments()).noneMatch(Payment::isUnsettled);
        assertThat(settled.hears(money("pi_in_1", 10_000, 1, 0)).payments()).allMatch(Payment::isUnsettled);
    }

    @Test
    void what_came_back_to_what_the_wallet_knew_is_told_all_the_same() {
        Account settled = nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS).at(START, PLANS).settled();

        Account ended = settled.at(START.plus(Duration.ofDays(400)), PLANS);
        assertThat(ended.planDue()).isTrue();
        assertThat(ended.at(START, PLANS).entitled()).isEqualTo(settled.entitled());
        assertThat(ended.at(START, PLANS).planDue()).as("somebody may have told the wallet in between").isTrue();

        Account back = settled.hears(money("pi_in_1", 10_000, 1, 0)).hears(money("pi_in_1", 10_000, 0, 0));
        assertThat(back.payments()).allMatch(Payment::isUnsettled);
    }

    @Test
    void a_plan_whose_money_went_back_as_a_whole_does_not_count_though_the_provider_lets_it_run() {
        Account paid = nothing().hears(subscription("sub_1", "standard", ACTIVE), PLANS)
                .hears(paid("in_1", "sub_1", whole(STANDARD, START)), Optional.empty(), PLANS);

        assertThat(entitled(paid.hears(money("pi_in_1", 10_000, 9_999, 0)), START)).contains(STANDARD);
        assertThat(entitled(paid.hears(money("pi_in_1", 10_000, 0, 10_000)), START)).isEmpty();
    }

    private static Optional<PlanId> entitled(Account account, Instant now) {
        return account.at(now, PLANS).entitled();
    }
}
