package io.tastemaker.application.billing.out;

import static io.tastemaker.application.billing.out.BillingFixtures.PREMIUM;
import static io.tastemaker.application.billing.out.BillingFixtures.STANDARD;
import static io.tastemaker.application.billing.out.BillingFixtures.covering;
import static io.tastemaker.application.billing.out.BillingFixtures.entitled;
import static io.tastemaker.application.billing.out.BillingFixtures.fresh;
import static io.tastemaker.application.billing.out.BillingFixtures.in;
import static io.tastemaker.application.billing.out.BillingFixtures.order;
import static io.tastemaker.application.billing.out.BillingFixtures.ordered;
import static io.tastemaker.application.billing.out.BillingFixtures.payment;
import static io.tastemaker.application.billing.out.BillingFixtures.refunded;
import static io.tastemaker.application.billing.out.BillingFixtures.subscription;
import static io.tastemaker.application.billing.out.BillingFixtures.topUp;
import static io.tastemaker.application.billing.out.BillingFixtures.usd;
import static io.tastemaker.application.billing.out.BillingFixtures.with;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.RevenueReport;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. Other accounts may be in it. */
public abstract class AccountsContract {

    private static final int ALL = 10_000;
    private static final Instant LATER = NOON.plus(Duration.ofDays(1));

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract PlatformTransactions platform();

    protected abstract Teams teams();

    protected abstract Accounts accounts();

    protected abstract Orders orders();

    /** Closes a team as its own role does. */
    protected abstract void close(TeamId closed);

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_team_that_never_bought_anything_has_no_account() {
        assertThat(load()).isEqualTo(Account.none(team));
        assertThat(own(team)).isEqualTo(Account.none(team));
    }

    @Test
    void an_account_reads_back_as_it_was_written() {
        Subscription full = new Subscription(fresh("sub"), "si_1", Optional.of(STANDARD), SubscriptionStatus.TRIALING, NOON, LATER,
                Optional.of(LATER), true, Optional.of(NOON.plusSeconds(1)), NOON.minusSeconds(1), true);
        Subscription bare = subscription(fresh("sub"), Optional.empty(), SubscriptionStatus.ACTIVE, LATER, Optional.empty());
        Payment everything = new Payment(fresh("in"), Payment.Kind.SUBSCRIPTION, Payment.Status.PAID, Money.of("12.345", "KWD"),
                Money.of("12.300", "KWD"), Money.of("0.001", "KWD"), true, Optional.of(new OrderId(SeededIds.next())), Optional.of(full.id()),
                Optional.of(fresh("pi")), Optional.of("A-0001"),
                List.of(new Payment.Cover(STANDARD, NOON, LATER, true), new Payment.Cover(PREMIUM, NOON, LATER.plusNanos(1_000), false)),
                fresh("inv"), 77, Optional.of(LATER), 2, NOON, Optional.of(NOON.plusSeconds(3)), true, true);
        Account account = entitled(with(load().knownAs(fresh("cus")), List.of(bare, full), List.of(topUp(), everything)),
                Optional.of(PREMIUM), Optional.of(LATER));

        assertThat(write(Account.none(team), account)).isTrue();

        Account stored = load();
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored).usingRecursiveComparison().ignoringCollectionOrder().ignoringFields("version").isEqualTo(account);
        assertThat(own(team)).isEqualTo(stored);
    }

    @Test
    void every_write_counts_the_version_and_changes_only_what_differs() {
        Payment kept = topUp();
        Payment changed = topUp();
        Subscription first = subscription(SubscriptionStatus.ACTIVE);
        change(account -> with(account, List.of(first), List.of(kept, changed)));
        Payment after = refunded(changed, usd("3.00"), true);
        Subscription told = first.told();
        change(account -> entitled(with(account, List.of(told), List.of(kept, after)), Optional.of(STANDARD), Optional.of(LATER)));

        Account stored = load();
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.payments()).containsExactlyInAnyOrder(kept, after);
        assertThat(stored.subscriptions()).containsExactly(told);
        assertThat(stored.entitled()).contains(STANDARD);
        change(account -> entitled(account, Optional.empty(), Optional.empty()));
        assertThat(load().entitled()).isEmpty();
        assertThat(load().turnsAt()).isEmpty();
    }

    @Test
    void who_looked_before_somebody_wrote_writes_nothing() {
        change(account -> with(account, List.of(), List.of(topUp())));
        Account old = load();
        change(account -> with(account, List.of(subscription(SubscriptionStatus.ACTIVE)), account.payments()));
        Account between = load();

        assertThat(write(old, with(old, List.of(), List.of(topUp())))).isFalse();
        assertThat(write(Account.none(team), with(old, List.of(), List.of(topUp())))).isFalse();

        assertThat(load()).isEqualTo(between);
    }

    @Test
    void a_transaction_in_which_nothing_was_written_goes_on() {
        change(UnaryOperator.identity());
        String customer = fresh("cus");
        platform().run(system(team), "test", () -> {
            assertThat(accounts().write(Account.none(team), Account.none(team))).isFalse();
            assertThat(accounts().write(load(), load().knownAs(customer))).isTrue();
        });
        assertThat(load().customer()).contains(customer);
    }

    @Test
    void a_write_whose_transaction_failed_is_not_there() {
        assertThatThrownBy(() -> platform().run(system(team), "test", () -> {
            accounts().write(Account.none(team), with(Account.none(team), List.of(), List.of(topUp())));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(load()).isEqualTo(Account.none(team));
    }

    @Test
    void of_many_who_open_an_account_at_once_one_does() {
        Account none = Account.none(team);
        assertThat(AtOnce.call(6, number -> write(none, with(none, List.of(), List.of(topUp()))))).containsOnlyOnce(true);
        assertThat(load().version()).isEqualTo(1);
        assertThat(load().payments()).hasSize(1);
    }

    @Test
    void of_many_who_write_the_same_version_at_once_one_does() {
        change(UnaryOperator.identity());
        Account before = load();
        assertThat(AtOnce.call(6, number -> write(before, with(before, List.of(), List.of(topUp()))))).containsOnlyOnce(true);
        assertThat(load().version()).isEqualTo(2);
        assertThat(load().payments()).hasSize(1);
    }

    @Test
    void those_payments_are_loaded_that_matter() {
        Payment unsettled = topUp();
        Payment done = topUp();
        Payment byId = topUp();
        Payment byIntent = topUp();
        Payment byOrder = ordered(topUp(), new OrderId(SeededIds.next()));
        Payment trial = payment(fresh("trial"), Payment.Kind.TRIAL, Payment.Status.PAID, NOON);
        Payment covering = covering(topUp(), new Payment.Cover(STANDARD, NOON, LATER, false), new Payment.Cover(PREMIUM, NOON, NOON, true));
        Payment open = payment(fresh("in"), Payment.Kind.SUBSCRIPTION, Payment.Status.OPEN, NOON);
        change(account -> with(account, List.of(), List.of(done, byId, byIntent, byOrder, trial, covering, open)));
        assertThat(accounts().settle(load())).isTrue();
        change(account -> with(account, List.of(), List.of(unsettled)));

        Set<String> named = Set.of(byId.id(), byIntent.intent().orElseThrow(), byOrder.order().orElseThrow().toString());
        assertThat(ids(accounts().load(team, named, NOON)))
                .containsExactlyInAnyOrder(unsettled.id(), open.id(), trial.id(), covering.id(), byId.id(), byIntent.id(), byOrder.id());
        assertThat(ids(accounts().load(team, Set.of(), LATER.minusNanos(1_000))))
                .containsExactlyInAnyOrder(unsettled.id(), open.id(), trial.id(), covering.id());
        assertThat(ids(accounts().load(team, Set.of(), LATER))).containsExactlyInAnyOrder(unsettled.id(), trial.id(), open.id());
    }

    @Test
    void what_was_settled_is_known_to_the_wallet_until_the_account_changes() {
        Payment paid = refunded(topUp(), usd("4.00"), false);
        change(account -> entitled(with(account, List.of(), List.of(paid)), Optional.of(STANDARD), Optional.empty()));
        Account before = load();
        assertThat(before.isUnsettled()).isTrue();

        assertThat(accounts().settle(before)).isTrue();

        Account settled = accounts().load(team, Set.of(paid.id()), NOON);
        assertThat(settled).isEqualTo(before.settled());
        assertThat(settled.isUnsettled()).isFalse();
        assertThat(settled.version()).isEqualTo(before.version());
        change(account -> entitled(account, Optional.of(PREMIUM), Optional.empty()));
        assertThat(load().isUnsettled()).isTrue();
        assertThat(load().planDue()).isTrue();
    }

    @Test
    void a_version_that_has_passed_is_not_settled() {
        change(account -> with(account, List.of(), List.of(topUp())));
        Account old = load();
        change(account -> account.knownAs(fresh("cus")));

        assertThat(accounts().settle(old)).isFalse();

        assertThat(load().isUnsettled()).isTrue();
        assertThat(load().payments()).allMatch(Payment::isUnsettled);
        assertThat(accounts().settle(Account.none(newTeam(teams())))).isFalse();
    }

    @Test
    void who_writes_what_was_loaded_before_it_was_settled_takes_nothing_back() {
        Payment paid = topUp();
        change(account -> with(account, List.of(), List.of(paid)));
        Account before = load();
        accounts().settle(before);

        assertThat(write(before, with(before, List.of(), List.of(refunded(paid, usd("2.00"), false))))).isTrue();

        Payment after = load().payments().getFirst();
        assertThat(after.granted()).isTrue();
        assertThat(after.refundDue()).isTrue();
        assertThat(after.refunded()).isEqualTo(usd("2.00"));
        assertThat(after.isUnsettled()).isTrue();
        assertThat(load().settledVersion()).isEqualTo(1);
    }

    @Test
    void the_account_of_a_team_that_is_closed_follows_it() {
        change(account -> with(account, List.of(), List.of(topUp())));
        accounts().settle(load());
        Account living = load();

        close(team);

        assertThat(load().teamClosed()).isTrue();
        assertThat(load().version()).isEqualTo(living.version() + 1);
        assertThat(load().isUnsettled()).isTrue();
        assertThat(write(living, living)).isFalse();
        change(UnaryOperator.identity());
        assertThat(load().teamClosed()).isTrue();
    }

    @Test
    void an_account_that_is_opened_for_a_closed_team_knows_that_it_is() {
        close(team);
        change(UnaryOperator.identity());
        assertThat(load().teamClosed()).isTrue();
    }

    @Test
    void it_is_known_whose_something_is() {
        Order ordered = order(team, new Purchase.OneOff("A day of advice"), NOON);
        String session = fresh("cs");
        String customer = fresh("cus");
        Subscription subscription = subscription(SubscriptionStatus.CANCELED);
        Payment payment = topUp();
        platform().run(system(team), "test", () -> {
            orders().add(ordered);
            orders().save(in(ordered, Order.State.OPEN, Optional.of(session)));
        });
        change(account -> with(account.knownAs(customer), List.of(subscription), List.of(payment)));
        TeamId other = newTeam(teams());
        write(Account.none(other), with(Account.none(other).knownAs(fresh("cus")), List.of(subscription(SubscriptionStatus.ACTIVE)), List.of(topUp())));

        assertThat(teamOf(Notice.Kind.SESSION, session)).contains(team);
        assertThat(teamOf(Notice.Kind.SUBSCRIPTION, subscription.id())).contains(team);
        assertThat(teamOf(Notice.Kind.TRIAL_END, subscription.id())).contains(team);
        assertThat(teamOf(Notice.Kind.INVOICE, payment.id())).contains(team);
        assertThat(teamOf(Notice.Kind.PAYMENT, payment.intent().orElseThrow())).contains(team);
        assertThat(teamOf(Notice.Kind.PROMOTION, payment.id())).isEmpty();
        assertThat(Stream.of(Notice.Kind.values()).map(kind -> teamOf(kind, "unheard"))).allMatch(Optional::isEmpty);
        assertThat(accounts().teamOfCustomer(customer)).contains(team);
        assertThat(accounts().teamOfCustomer("unheard")).isEmpty();
    }

    @Test
    void payments_are_listed_the_newest_first_in_pages_without_gap_or_repeat() {
        List<Payment> payments = new ArrayList<>(IntStream.range(0, 7).mapToObj(number ->
                payment(fresh("pi"), Payment.Kind.TOP_UP, Payment.Status.PAID, NOON.plusSeconds(number / 3))).toList());
        Payment invoice = payment(fresh("in"), Payment.Kind.SUBSCRIPTION, Payment.Status.OPEN, NOON.plusSeconds(9));
        Payment trial = payment(fresh("trial"), Payment.Kind.TRIAL, Payment.Status.PAID, NOON.plusSeconds(10));
        change(account -> with(account, List.of(), Stream.concat(payments.stream(), Stream.of(invoice, trial)).toList()));
        payments.sort(Comparator.comparing(Payment::createdAt).thenComparing(Payment::id).reversed());

        assertThat(listed(team, Set.of(Payment.Kind.TOP_UP))).isEqualTo(payments);
        assertThat(listed(team, Set.of())).hasSize(8).startsWith(invoice);
        assertThat(listed(team, Set.of(Payment.Kind.SUBSCRIPTION, Payment.Kind.TRIAL))).containsExactly(invoice);
        assertThat(listed(newTeam(teams()), Set.of())).isEmpty();
    }

    @Test
    void a_platform_transaction_shows_the_actors_team_its_own_too() {
        Payment payment = topUp();
        change(account -> with(account, List.of(), List.of(payment)));
        TeamId other = newTeam(teams());

        assertThat(platform().<Account>reading(system(team), () -> accounts().own(NOON))).isEqualTo(load());
        assertThat(platform().<Account>reading(system(other), () -> accounts().own(NOON))).isEqualTo(Account.none(other));
        assertThat(platform().<Page<Payment>>reading(system(team), () -> accounts().listPayments(Set.of(), PageRequest.first(5))).items())
                .containsExactly(payment);
    }

    @Test
    void a_payment_of_any_team_is_found() {
        Payment payment = topUp();
        change(account -> with(account, List.of(), List.of(payment)));
        assertThat(accounts().findPayment(payment.id())).contains(Map.entry(team, payment));
        assertThat(accounts().findPayment("unheard")).isEmpty();
    }

    @Test
    void accounts_are_due_that_are_unsettled_or_whose_time_has_come() {
        change(UnaryOperator.identity());
        assertThat(due(NOON)).contains(team);
        accounts().settle(load());
        assertThat(due(NOON)).doesNotContain(team);
        change(account -> entitled(account, Optional.empty(), Optional.of(LATER)));
        accounts().settle(load());
        assertThat(due(LATER.minusNanos(1_000))).doesNotContain(team);
        assertThat(due(LATER)).contains(team);
        assertThat(accounts().listDue(LATER, 1)).hasSize(1);
    }

    @Test
    void all_accounts_are_listed_in_the_order_of_their_teams() {
        List<TeamId> made = Stream.generate(() -> newTeam(teams())).limit(5)
                .peek(other -> write(Account.none(other), Account.none(other))).toList();
        List<TeamId> seen = new ArrayList<>();
        List<TeamId> page = accounts().list(Optional.empty(), 2);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = accounts().list(Optional.of(seen.getLast()), 2);
        }
        assertThat(seen).containsAll(made).doesNotContain(team).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.comparing(TeamId::toString));
    }

    @Test
    void what_should_be_looked_at_again_is_stale() {
        Subscription fine = subscription(SubscriptionStatus.ACTIVE);
        Subscription ended = ending(SubscriptionStatus.CANCELED, NOON, Optional.empty());
        List<Subscription> stale = List.of(
                ending(SubscriptionStatus.ACTIVE, NOON, Optional.empty()),
                ending(SubscriptionStatus.TRIALING, LATER, Optional.of(NOON)),
                subscription(SubscriptionStatus.PAST_DUE), subscription(SubscriptionStatus.UNPAID), subscription(SubscriptionStatus.INCOMPLETE));
        Subscription afterTrial = ending(SubscriptionStatus.ACTIVE, LATER, Optional.of(NOON));
        Subscription later = ending(SubscriptionStatus.ACTIVE, NOON.plusNanos(1_000), Optional.empty());
        Payment open = payment(fresh("in"), Payment.Kind.SUBSCRIPTION, Payment.Status.OPEN, NOON);
        Payment disputed = refunded(topUp(), usd("10.00"), true);
        Payment paid = topUp();
        change(account -> with(account, Stream.concat(stale.stream(), Stream.of(fine, ended, afterTrial, later)).toList(),
                List.of(open, disputed, paid)));

        assertThat(accounts().listStale(NOON)).doesNotHaveDuplicates()
                .containsAll(stale.stream().map(one -> new Notice.Matter(Notice.Kind.SUBSCRIPTION, one.id())).toList())
                .contains(new Notice.Matter(Notice.Kind.INVOICE, open.id()),
                        new Notice.Matter(Notice.Kind.PAYMENT, disputed.intent().orElseThrow()))
                .extracting(Notice.Matter::id).doesNotContain(fine.id(), ended.id(), afterTrial.id(), later.id(), paid.intent().orElseThrow());
    }

    @Test
    void what_still_runs_for_a_team_that_is_gone_is_listed() {
        Subscription running = subscription(SubscriptionStatus.ACTIVE);
        Subscription ended = subscription(SubscriptionStatus.CANCELED);
        change(account -> with(account, List.of(running, ended), List.of()));
        assertThat(accounts().listOfClosedTeams()).doesNotContain(running.id());
        close(team);
        assertThat(accounts().listOfClosedTeams()).contains(running.id()).doesNotContain(ended.id());
    }

    @Test
    void credits_are_due_for_all_that_was_paid_and_brings_some() {
        Payment paid = topUp();
        Payment back = refunded(topUp(), usd("10.00"), false);
        Payment open = payment(fresh("in"), Payment.Kind.SUBSCRIPTION, Payment.Status.OPEN, NOON);
        change(account -> with(account, List.of(), List.of(paid, back, open)));
        accounts().settle(load());
        assertThat(accounts().dues(team)).isEqualTo(Map.of(paid.source(), 500L, back.source(), 500L));
        assertThat(accounts().dues(newTeam(teams()))).isEmpty();
    }

    @Test
    void money_is_added_up_by_kind_and_currency_from_a_time_on() {
        Instant since = NOON.plus(Duration.ofDays(5_000));
        Payment old = payment(fresh("pi"), Payment.Kind.TOP_UP, Payment.Status.PAID, since.minusNanos(1_000));
        Payment first = payment(fresh("pi"), Payment.Kind.TOP_UP, Payment.Status.PAID, since);
        Payment second = refunded(payment(fresh("pi"), Payment.Kind.TOP_UP, Payment.Status.PAID, since), usd("3.00"), false);
        Payment invoice = payment(fresh("in"), Payment.Kind.SUBSCRIPTION, Payment.Status.PAID, since);
        Payment open = payment(fresh("in"), Payment.Kind.SUBSCRIPTION, Payment.Status.OPEN, since);
        Payment trial = payment(fresh("trial"), Payment.Kind.TRIAL, Payment.Status.PAID, since);
        change(account -> with(account, List.of(), List.of(old, first, second, invoice, open, trial)));
        TeamId other = newTeam(teams());
        Payment dear = new Payment(fresh("pi"), Payment.Kind.TOP_UP, Payment.Status.PAID, Money.of("7.000", "KWD"), Money.of("7.000", "KWD"),
                Money.of("0", "KWD"), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), fresh("pi"), 1,
                Optional.empty(), 0, since, Optional.of(since), false, false);
        write(Account.none(other), with(Account.none(other), List.of(), List.of(dear)));

        RevenueReport report = accounts().report(since, since.plusSeconds(1));

        assertThat(report.at()).isEqualTo(since.plusSeconds(1));
        assertThat(report.since()).isEqualTo(since);
        assertThat(report.revenue()).containsExactly(
                new RevenueReport.Revenue(Payment.Kind.SUBSCRIPTION, usd("10.00"), usd("0.00"), 1),
                new RevenueReport.Revenue(Payment.Kind.TOP_UP, Money.of("7.000", "KWD"), Money.of("0.000", "KWD"), 1),
                new RevenueReport.Revenue(Payment.Kind.TOP_UP, usd("20.00"), usd("3.00"), 2));
    }

    @Test
    void subscriptions_are_counted_by_plan_and_status_and_what_somebody_has_to_look_at_too() {
        String plan = "plan-" + SeededIds.next().toString().substring(0, 8);
        RevenueReport before = accounts().report(NOON, NOON);
        Order mismatched = order(team, new Purchase.OneOff("A day of advice"), NOON);
        platform().run(system(team), "test", () -> {
            orders().add(mismatched);
            orders().save(in(mismatched, Order.State.MISMATCHED, Optional.empty()));
        });
        change(account -> with(account,
                List.of(of(new PlanId(plan, 1), SubscriptionStatus.ACTIVE), of(new PlanId(plan, 2), SubscriptionStatus.ACTIVE),
                        of(new PlanId(plan, 1), SubscriptionStatus.CANCELED),
                        subscription(fresh("sub"), Optional.empty(), SubscriptionStatus.PAST_DUE, LATER, Optional.empty()),
                        subscription(fresh("sub"), Optional.empty(), SubscriptionStatus.CANCELED, LATER, Optional.empty())),
                List.of(refunded(topUp(), usd("10.00"), true))));

        RevenueReport after = accounts().report(NOON, NOON);

        assertThat(after.subscriptions()).contains(new RevenueReport.Standing(plan, SubscriptionStatus.ACTIVE, 2),
                new RevenueReport.Standing(plan, SubscriptionStatus.CANCELED, 1));
        assertThat(after.subscriptions()).anyMatch(one -> one.plan().isEmpty() && one.status() == SubscriptionStatus.PAST_DUE);
        assertThat(after.doubled()).isEqualTo(before.doubled() + 1);
        assertThat(after.unknownPlans()).isEqualTo(before.unknownPlans() + 1);
        assertThat(after.mismatched()).isEqualTo(before.mismatched() + 1);
        assertThat(after.inDispute()).isEqualTo(before.inDispute() + 1);
    }

    private static Subscription ending(SubscriptionStatus status, Instant periodEnd, Optional<Instant> trialEnd) {
        return subscription(fresh("sub"), Optional.of(STANDARD), status, periodEnd, trialEnd);
    }

    private static Subscription of(PlanId plan, SubscriptionStatus status) {
        return subscription(fresh("sub"), Optional.of(plan), status, LATER, Optional.empty());
    }

    private Account load() {
        return accounts().load(team, Set.of(), NOON);
    }

    private Account own(TeamId reader) {
        return transactions().reading(system(reader), () -> accounts().own(NOON));
    }

    private void change(UnaryOperator<Account> change) {
        Account before = load();
        assertThat(write(before, change.apply(before))).isTrue();
    }

    private boolean write(Account before, Account after) {
        return platform().inTransaction(system(before.team()), "test", () -> accounts().write(before, after));
    }

    private Optional<TeamId> teamOf(Notice.Kind kind, String id) {
        return accounts().teamOf(new Notice.Matter(kind, id));
    }

    private List<TeamId> due(Instant now) {
        return accounts().listDue(now, ALL);
    }

    private static List<String> ids(Account account) {
        return account.payments().stream().map(Payment::id).toList();
    }

    private List<Payment> listed(TeamId reader, Set<Payment.Kind> kinds) {
        List<Payment> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<Payment> page = transactions().reading(system(reader), () -> accounts().listPayments(kinds, request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return seen;
    }
}
