package io.tastemaker.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.billing.OpenCheckout.Wish;
import io.tastemaker.application.billing.out.BillingFixtures;
import io.tastemaker.application.billing.out.InMemoryAccounts;
import io.tastemaker.application.billing.out.InMemoryCoupons;
import io.tastemaker.application.billing.out.InMemoryInbox;
import io.tastemaker.application.billing.out.InMemoryOrders;
import io.tastemaker.application.billing.out.InMemoryPaymentProvider;
import io.tastemaker.application.billing.out.InMemoryReconciliations;
import io.tastemaker.application.billing.out.InMemorySignedNotices;
import io.tastemaker.application.billing.out.InMemoryTopUpPacks;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.identity.CreditCaps;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.InMemoryApiKeys;
import io.tastemaker.application.identity.out.InMemoryClosedTeams;
import io.tastemaker.application.identity.out.InMemoryMemberships;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryPasswords;
import io.tastemaker.application.identity.out.InMemoryTeamInvitations;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.application.wallets.out.InMemoryTariffs;
import io.tastemaker.application.wallets.out.InMemoryWallets;
import io.tastemaker.application.wallets.out.TariffFixtures;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletCommand;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A program that sells, in memory: teams with owners, their wallets, and a provider that does what people and banks do. Both paid plans bring
 * credits each month: {@link #STANDARD_CREDITS} and {@link #PREMIUM_CREDITS}.
 */
final class BillingWorld {

    static final Actor OPERATOR = new Actor.Operator("root", TeamId.CATALOGUE);
    static final Actor PROGRAM = new Actor.System("billing", TeamId.CATALOGUE);

    static final Wish STANDARD = new Wish.Plan("standard");
    static final Wish PREMIUM = new Wish.Plan("premium");
    static final Wish PACK = new Wish.Pack("credits-500");
    static final Wish ADVICE = new Wish.Something(usd("120.00"), "A day of advice");

    static final long STANDARD_CREDITS = 3_000;
    static final long PREMIUM_CREDITS = 9_000;

    static final String SECRET = "whsec_of_the_tests";

    private static final int MOST = 100;

    final HandClock clock = new HandClock();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryOrders orders = new InMemoryOrders(transactions);
    final InMemoryAccounts closing = new InMemoryAccounts(transactions, orders);
    final WatchedAccounts accounts = new WatchedAccounts(closing);
    final InMemoryCoupons coupons = new InMemoryCoupons(transactions);
    final InMemoryInbox inbox = new InMemoryInbox(transactions);
    final InMemoryOutbox outbox = new InMemoryOutbox(transactions);
    final InMemoryPaymentProvider provider =
            new InMemoryPaymentProvider(clock, Map.of("standard", usd("199.00"), "premium", usd("499.00")));
    final Till till;
    final TeamUseCases teams;
    final BillingUseCases billing;
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryTeams teamRows = new InMemoryTeams(transactions);
    private final InMemoryUsers users = new InMemoryUsers(transactions, teamRows);
    private final Set<String> delivered = new HashSet<>();

    /** First subscriptions are free for a week. */
    BillingWorld() {
        this(7);
    }

    /** First subscriptions are free for so many days. */
    BillingWorld(int trialDays) {
        InMemoryTariffs tariffs = new InMemoryTariffs();
        tariffs.add(bringing(TariffFixtures.STANDARD, STANDARD_CREDITS));
        tariffs.add(bringing(TariffFixtures.PREMIUM, PREMIUM_CREDITS));
        till = new Till(transactions, new InMemoryWallets(transactions, teamRows), tariffs, ids, clock, new CreditCaps(transactions).show());
        teams = new TeamUseCases(transactions, transactions, teamRows, new InMemoryOwnTeam(transactions, teamRows), users,
                new InMemoryMemberships(transactions, users), new InMemoryTeamInvitations(transactions), new InMemoryApiKeys(transactions),
                new InMemoryClosedTeams(transactions, teamRows), new InMemoryUploads(), outbox, new InMemoryPasswords(), ids,
                new InMemoryTokens(), clock, () -> "https://app.example.com", Duration.ofDays(14));
        BillingPages pages = new BillingPages(URI.create("https://app.example.com/billing/done"),
                URI.create("https://app.example.com/billing?canceled#top"), URI.create("https://app.example.com/billing"),
                Set.of("https://app.example.com", "http://localhost:8080"));
        BillingUseCases.Rows rows = new BillingUseCases.Rows(accounts, orders, coupons, new InMemoryTopUpPacks(transactions), inbox,
                new InMemoryReconciliations(transactions));
        billing = new BillingUseCases(rows, provider, new InMemorySignedNotices(Optional.of(SECRET), clock), transactions, transactions, outbox,
                teams, till.useCases(), () -> pages, trialDays, () -> "https://app.example.com", ids, clock);
    }

    private static Plan bringing(Plan plan, long credits) {
        return new Plan(new PlanId(plan.id().key(), 2), plan.name(), plan.monthlyPrice(), plan.seats(), plan.quotas(), plan.features(),
                new Plan.Gifts(plan.gifts().daily(), plan.gifts().dailyFor(), credits, 0), plan.topUpDiscount(), plan.support(),
                plan.watermark());
    }

    static Money usd(String amount) {
        return BillingFixtures.usd(amount);
    }

    /** The owner of a new team, who lives in São Paulo. */
    Actor.User owner(String name) {
        TeamId team = new TeamId(ids.next());
        UserId user = new UserId(ids.next());
        transactions.run(PROGRAM, "test", () -> {
            teamRows.add(Team.begin(team, name + "'s team", ZoneId.of("America/Sao_Paulo"), clock.instant()));
            users.add(new User(user, 1, new EmailAddress(name + "@example.com"), name, Optional.empty(), team, ZoneId.of("America/Sao_Paulo"),
                    "en", clock.instant(), Optional.empty()));
            users.join(Membership.begin(team, user, Role.OWNER, clock.instant()));
        });
        return new Actor.User(user, team, Role.OWNER, new SessionId(ids.next()));
    }

    /** The same person as the owner of another team. */
    Actor.User ownerOfAnother(Actor.User person) {
        TeamId team = new TeamId(ids.next());
        transactions.run(PROGRAM, "test", () -> {
            teamRows.add(Team.begin(team, "Another team", clock.instant()));
            users.join(Membership.begin(team, person.id(), Role.OWNER, clock.instant()));
        });
        return new Actor.User(person.id(), team, Role.OWNER, person.session());
    }

    /** A team that nobody owns. */
    TeamId unowned() {
        TeamId team = new TeamId(ids.next());
        transactions.run(PROGRAM, "test", () -> teamRows.add(Team.begin(team, "Made by a command", clock.instant())));
        return team;
    }

    /** The team is closed for good. */
    void close(Actor.User owner) {
        InMemoryOwnTeam own = new InMemoryOwnTeam(transactions, teamRows);
        transactions.run(owner, "test", () -> own.replace(own.find().orElseThrow().in(new Team.State.Deleted(clock.instant()))));
        closing.close(owner.team());
    }

    void later(Duration time) {
        clock.advance(time);
    }

    OpenCheckout.Outcome checkout(Actor actor, String key, Wish wish, String... coupon) {
        return billing.openCheckout().handle(new OpenCheckout.Command(actor, key, wish, List.of(coupon).stream().findFirst(), Optional.empty(),
                Optional.empty()));
    }

    /** A checkout that opens. */
    Order opened(Actor actor, String key, Wish wish, String... coupon) {
        OpenCheckout.Outcome outcome = checkout(actor, key, wish, coupon);
        assertThat(outcome).isInstanceOf(OpenCheckout.Outcome.Opened.class);
        return ((OpenCheckout.Outcome.Opened) outcome).order();
    }

    Order show(Actor actor, OrderId order) {
        return billing.showOrder().handle(new ShowOrder.Query(actor, order));
    }

    /** Somebody buys something, pays at once, and we hear of it. */
    Order bought(Actor actor, String key, Wish wish, String... coupon) {
        Order order = opened(actor, key, wish, coupon);
        provider.pay(order.session().orElseThrow());
        hear();
        return show(actor, order.id());
    }

    /** Somebody subscribes, and we hear of it. */
    String subscribed(Actor actor, Wish plan) {
        bought(actor, "subscribe " + ids.next(), plan);
        return running(actor.team()).id();
    }

    /** Somebody subscribes and the trial is over. */
    String paying(Actor actor, Wish plan) {
        String subscription = subscribed(actor, plan);
        return pastTrial(subscription);
    }

    private String pastTrial(String subscription) {
        Optional<Instant> end = provider.findSubscription(subscription).orElseThrow().trialEnd();
        end.ifPresent(at -> {
            clock.advance(Duration.between(clock.instant(), at));
            provider.renew(subscription);
            hear();
        });
        return subscription;
    }

    /** All that was told since the last time and not lost is delivered, and heeded. */
    ApplyNotices.Outcome.Worked hear() {
        fresh().forEach(this::deliver);
        return heed();
    }

    /** What was told since the last time. */
    List<Notice> fresh() {
        return provider.notices().stream().filter(notice -> delivered.add(notice.id())).toList();
    }

    /** What was told since the last time does not arrive, and the provider knows it. */
    void lose() {
        fresh().forEach(provider::lose);
    }

    /** What was told since the last time does not arrive, though the provider believes that it did. */
    void drop() {
        fresh();
    }

    ReceiveNotice.Outcome deliver(Notice notice) {
        byte[] body = InMemorySignedNotices.body(notice);
        return billing.receiveNotice().handle(
                new ReceiveNotice.Command(Anonymous.CALLER, body, InMemorySignedNotices.sign(SECRET, body, clock.instant())));
    }

    ApplyNotices.Outcome.Worked heed() {
        return (ApplyNotices.Outcome.Worked) billing.applyNotices().handle(new ApplyNotices.Command(PROGRAM, MOST));
    }

    StoredNotice stored(Notice notice) {
        return inbox.find(notice.id()).orElseThrow();
    }

    SettleAccounts.Outcome.Settled settle() {
        return (SettleAccounts.Outcome.Settled) billing.settleAccounts().handle(new SettleAccounts.Command(PROGRAM));
    }

    /** Reconciles, however young the last one is. */
    Reconciliation reconciled() {
        Reconcile.Outcome outcome = billing.reconcile().handle(new Reconcile.Command(PROGRAM, true));
        assertThat(outcome).isInstanceOf(Reconcile.Outcome.Done.class);
        return ((Reconcile.Outcome.Done) outcome).report();
    }

    ChangeSubscription.Outcome change(Actor actor, ChangeSubscription.Wish wish) {
        return billing.changeSubscription().handle(new ChangeSubscription.Command(actor, wish));
    }

    ChangeSubscription.Outcome onPlan(Actor actor, String plan) {
        return change(actor, new ChangeSubscription.Wish.OnPlan(plan));
    }

    Coupon coupon(String code, Coupon.Reduction reduction, OptionalLong most) {
        AddCoupon.Outcome outcome = billing.addCoupon().handle(new AddCoupon.Command(OPERATOR,
                new PaymentProvider.NewCoupon(code, reduction, Coupon.Term.ONCE, OptionalInt.empty(), most, Optional.empty())));
        assertThat(outcome).isInstanceOf(AddCoupon.Outcome.Added.class);
        return ((AddCoupon.Outcome.Added) outcome).coupon();
    }

    Account account(TeamId team) {
        return accounts.load(team, Set.of(), clock.instant());
    }

    String customer(TeamId team) {
        return account(team).customer().orElseThrow();
    }

    Subscription running(TeamId team) {
        return account(team).running().orElseThrow();
    }

    ProviderInvoice lastInvoice(String subscription) {
        return provider.invoices(subscription).getLast();
    }

    List<Payment> payments(Actor actor) {
        return billing.listPayments().handle(new ListPayments.Query(actor, Set.of(), PageRequest.first(MOST))).items();
    }

    WalletView wallet(TeamId team) {
        return till.useCases().showWallet().handle(new ShowWallet.Query(OPERATOR, team));
    }

    /** What can be spent on everything. */
    long credits(TeamId team) {
        return wallet(team).wallet().available(clock.instant());
    }

    /** Gives a team so many credits that its wallet can take no more. */
    void fillUp(TeamId team) {
        long room = Wallet.MOST_CREDITS - wallet(team).wallet().posted();
        while (room > 0) {
            long next = Math.min(room, WalletCommand.MOST_CREDITS);
            till.give(team, next);
            room -= next;
        }
    }

    /** The key of the plan that counts. */
    String plan(TeamId team) {
        return wallet(team).plan().id().key();
    }

    /** The subjects of the letters to the owner of a team. */
    List<String> letters(TeamId team) {
        return outbox.letters(team).stream().map(letter -> letter.subject()).toList();
    }
}
