package io.tastemaker.bootstrap;

import io.tastemaker.adapters.billing.simulator.SignedEvent;
import io.tastemaker.adapters.billing.simulator.StripeSimulator;
import io.tastemaker.application.billing.AddCoupon;
import io.tastemaker.application.billing.ApplyNotices;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.OpenCheckout;
import io.tastemaker.application.billing.ReceiveNotice;
import io.tastemaker.application.billing.Reconcile;
import io.tastemaker.application.billing.SettleAccounts;
import io.tastemaker.application.billing.out.PaymentProvider.NewCoupon;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.wallets.AddPlan;
import io.tastemaker.application.wallets.ShowPricing;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A program on a database of its own that sells by a simulator of Stripe of its own, and what it knows in the end. */
final class BillingWorld implements AutoCloseable {

    private static final Actor PROGRAM = new Actor.System("billing", TeamId.CATALOGUE);
    private static final Actor OPERATOR = new Actor.Operator("story", TeamId.CATALOGUE);
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final Map<String, Long> CREDITS_A_MONTH = Map.of("standard", 1_000L, "premium", 3_001L);

    private final IsolationDatabase database;
    private final StripeSimulator stripe;
    private final Application application;

    private BillingWorld(IsolationDatabase database, StripeSimulator stripe) {
        this.database = database;
        this.stripe = stripe;
        Settings settings = Settings.from(settings(database, stripe));
        this.application = application(settings, stripe.clock());
    }

    /** A database with teams, and with plans that bring credits every month. */
    static IsolationDatabase prepared(int teams) {
        IsolationDatabase database = IsolationDatabase.fresh();
        try (Application application = application(Settings.from(onFreePlan(database)), () -> BillingStory.BEGINNING)) {
            Plan standard = plan(application, "standard");
            CREDITS_A_MONTH.forEach((key, credits) -> add(application, plan(application, key), key, plan(application, key).monthlyPrice(), credits));
            // Whoever pays nothing can buy packs, too, without a discount.
            add(application, standard, "free", Money.zero(DOLLAR), 0);
            for (int number = 0; number < teams; number++) {
                application.people().teams().createTeam().handle(new CreateTeam.Command(OPERATOR, "Team " + number, ZoneOffset.UTC));
            }
        }
        return database;
    }

    private static Map<String, String> onFreePlan(IsolationDatabase database) {
        Map<String, String> settings = new TreeMap<>(database.settings());
        settings.put("TASTEMAKER_PLAN_OF_NEW_TEAMS", "free");
        return settings;
    }

    private static Plan plan(Application application, String key) {
        return application.wallets().showPricing().handle(new ShowPricing.Query(Anonymous.CALLER)).newest(key).orElseThrow();
    }

    private static void add(Application application, Plan like, String key, Money price, long credits) {
        application.wallets().addPlan().handle(new AddPlan.Command(OPERATOR, key, id -> new Plan(id, key, price, like.seats(), like.quotas(),
                like.features(), new Plan.Gifts(0, like.gifts().dailyFor(), credits, 0), like.topUpDiscount(), like.support(), like.watermark())));
    }

    /** A program on a copy of a prepared database, with a simulator of that seed. */
    static BillingWorld on(IsolationDatabase prepared, long seed) {
        BillingWorld world = new BillingWorld(prepared.copy(), BillingStory.simulator(seed));
        world.addCoupons();
        return world;
    }

    private static Application application(Settings settings, InstantSource clock) {
        return new Application(settings, Store.open(settings), clock, UnaryOperator.identity());
    }

    private static Map<String, String> settings(IsolationDatabase database, StripeSimulator stripe) {
        Map<String, String> settings = onFreePlan(database);
        settings.put("STRIPE_SECRET_KEY", StripeSimulator.KEY);
        settings.put("STRIPE_WEBHOOK_SECRET", StripeSimulator.SECRET);
        settings.put("STRIPE_API_BASE", stripe.base());
        settings.put("STRIPE_PRICE_STANDARD", BillingStory.STANDARD);
        settings.put("STRIPE_PRICE_PREMIUM", BillingStory.PREMIUM);
        return settings;
    }

    private void addCoupons() {
        List<Coupon.Reduction> reductions = List.of(new Coupon.Reduction.Share(1_000), new Coupon.Reduction.Share(5_000),
                new Coupon.Reduction.Sum(Money.ofMinor(500, DOLLAR)), new Coupon.Reduction.Share(2_500));
        List<Coupon.Term> terms = List.of(Coupon.Term.ONCE, Coupon.Term.REPEATING, Coupon.Term.ONCE, Coupon.Term.FOREVER);
        for (int number = 0; number < terms.size(); number++) {
            OptionalInt months = terms.get(number) == Coupon.Term.REPEATING ? OptionalInt.of(3) : OptionalInt.empty();
            billing().addCoupon().handle(new AddCoupon.Command(OPERATOR, new NewCoupon(BillingStory.CODES.get(number), reductions.get(number),
                    terms.get(number), months, OptionalLong.empty(), Optional.empty())));
        }
    }

    /** The settings of another program on the same database. */
    Map<String, String> settings() {
        return settings(database, stripe);
    }

    StripeSimulator stripe() {
        return stripe;
    }

    IsolationDatabase database() {
        return database;
    }

    BillingUseCases billing() {
        return application.selling().useCases();
    }

    List<TeamId> teams() {
        return database.names("select team_id from identity.team where name like 'Team %' order by split_part(name, ' ', 2)::integer").stream()
                .map(TeamId::of).toList();
    }

    OpenCheckout.Outcome open(TeamId team, UserId buyer, String key, OpenCheckout.Wish wish, Optional<String> coupon) {
        Actor owner = new Actor.User(buyer, team, Role.OWNER, new SessionId(new UUID(7, 7)));
        return billing().openCheckout().handle(new OpenCheckout.Command(owner, key, wish, coupon, Optional.empty(), Optional.empty()));
    }

    /** Whether a notice was taken in. */
    boolean receive(SignedEvent event) {
        return billing().receiveNotice().handle(new ReceiveNotice.Command(Anonymous.CALLER, event.body().getBytes(StandardCharsets.UTF_8),
                event.header())) instanceof ReceiveNotice.Outcome.Stored;
    }

    /** Heeds all that waits, and then looks after accounts that are due. */
    void heed() {
        heedNotices();
        switch (billing().settleAccounts().handle(new SettleAccounts.Command(PROGRAM))) {
            case SettleAccounts.Outcome.Settled(int count, List<RuntimeException> faults) -> faults.forEach(fault -> {
                throw fault;
            });
        }
    }

    void heedNotices() {
        boolean more = true;
        while (more) {
            switch (billing().applyNotices().handle(new ApplyNotices.Command(PROGRAM, 100))) {
                case ApplyNotices.Outcome.Worked(int count, Optional<RuntimeException> fault) -> {
                    fault.ifPresent(what -> {
                        throw what;
                    });
                    more = count > 0;
                }
            }
        }
    }

    /** Compares everything with Stripe, an hour later: the time of another program went on meanwhile. */
    Reconciliation reconcile() {
        stripe.advance(Duration.ofHours(1));
        return switch (billing().reconcile().handle(new Reconcile.Command(OPERATOR, true))) {
            case Reconcile.Outcome.Done(Reconciliation report) -> report;
            case Reconcile.Outcome.NotNow notNow -> throw new AssertionError("somebody else reconciles");
        };
    }

    /** Nobody reconciles by himself, as if somebody did so all the time. */
    void withholdReconciliation() {
        database.run("insert into billing.reconciliation (started_at, since) values ('3000-01-01', '3000-01-01')");
    }

    void allowReconciliation() {
        database.run("alter table billing.reconciliation disable trigger user");
        database.run("delete from billing.reconciliation where started_at = '3000-01-01'");
    }

    /** Notices that were not heeded yet. */
    int waiting() {
        return Integer.parseInt(database.names("select count(*) from billing.notice where state = 'received'").getFirst());
    }

    /** Each team's lines, without what only says when something was heard. */
    Map<String, List<String>> picture() {
        Map<String, List<String>> picture = new TreeMap<>();
        for (String line : database.names("""
                select team_id || ' ' || line from (
                select team_id, 0 as part, concat_ws(' ', 'account', customer, 'entitled', entitled_key, entitled_version,
                       case when plan_due then 'plan due' end, case when version = settled_version then 'settled' end) as line from billing.account
                union all
                select team_id, 1, concat_ws(' ', 'subscription', id, item, plan_key, plan_version, status, period_start, period_end, trial_end,
                       ends_at_period_end, ended_at, created_at) from billing.subscription
                union all
                select team_id, 2, concat_ws(' ', 'payment', id, kind, status, currency, total, 'paid', paid, 'refunded', refunded,
                       'in dispute', in_dispute, order_id, subscription_id, intent, number, covers, source, credits, credits_end,
                       attempts, created_at, 'granted', granted, case when status = 'paid' and credits > 0 and refund_due then 'refund due' end) from billing.payment
                union all
                select team_id, 3, concat_ws(' ', 'order', id, user_id, kind, plan_key, trial_days, credits, state, list_price, discount,
                       coupon, session, fault) from billing.checkout_order
                union all
                select team_id, 4, concat_ws(' ', 'lot', source, kind, granted, expires_at) from wallets.lot
                 where kind in ('top_up', 'monthly_plan')
                ) as lines order by team_id, part, line""")) {
            picture.computeIfAbsent(line.substring(0, 36), team -> new ArrayList<>()).add(line.substring(37));
        }
        for (TeamId team : teams()) {
            WalletView view = application.wallets().showWallet().handle(new ShowWallet.Query(OPERATOR, team));
            picture.computeIfAbsent(team.toString(), one -> new ArrayList<>()).add("wallet " + view.plan().id() + ", "
                    + view.wallet().available(view.at()) + " available, debt " + view.wallet().debt());
        }
        return picture;
    }

    /** What was booked for a team, for whoever looks for the reason of a difference. */
    List<String> ledger(String team) {
        return database.names("select concat_ws(' ', o.version, o.position, o.at, o.key, o.command, e.from_account, e.to_account, e.amount, e.lot,"
                + " o.balance) from wallets.operation o left join wallets.ledger_entry e on e.team_id = o.team_id and e.operation_id = o.id"
                + " where o.team_id = '" + team + "' order by o.version, o.position, e.seq");
    }

    /** Credits that are due and were granted, and sources for which the ledger has more than one grant. */
    record Sums(long due, long granted, long debt, int grants, int twice) {}

    Sums sums() {
        return new Sums(
                number("select coalesce(sum(credits), 0) from billing.payment where status = 'paid' and credits > 0"),
                number("select coalesce(sum(granted), 0) from wallets.lot where kind in ('top_up', 'monthly_plan')"),
                number("select coalesce(sum(debt), 0) from wallets.wallet"),
                (int) number("select count(*) from wallets.lot where kind in ('top_up', 'monthly_plan')"),
                (int) number("select count(*) from (select from wallets.operation where key like 'g:%' group by team_id, key having count(*) > 1) x"));
    }

    private long number(String sql) {
        return Long.parseLong(database.names(sql).getFirst());
    }

    /** What the check of all ledgers says, and whether all is well. */
    Map.Entry<Integer, String> verify() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int status = Main.run(List.of("verify-ledger"), settings(), out, out);
        return Map.entry(status, printed.toString(StandardCharsets.UTF_8).strip());
    }

    @Override
    public void close() {
        application.close();
        stripe.close();
        database.close();
    }
}
