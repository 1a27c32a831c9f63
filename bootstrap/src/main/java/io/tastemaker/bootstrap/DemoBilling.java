package io.tastemaker.bootstrap;

import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.ListPayments;
import io.tastemaker.application.billing.OpenCheckout;
import io.tastemaker.application.billing.Reconcile;
import io.tastemaker.application.billing.ShowOrder;
import io.tastemaker.application.billing.ShowSubscription;
import io.tastemaker.application.wallets.AddPlan;
import io.tastemaker.application.wallets.ShowPricing;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Plays how a plan and credits are bought, against a simulator of Stripe that runs as a program of its own: the real client calls it, and it
 * sends signed notices to the real server.
 */
final class DemoBilling {

    private static final String KEY = "sk_test_demo";
    private static final String SECRET = "whsec_demo";
    /** The trial, and the hours after which an invoice becomes final. */
    private static final Duration A_WEEK = Duration.ofHours(7 * 24 + 3);
    private static final long CREDITS_A_MONTH = 1_000;
    private static final Actor OPERATOR = new Actor.Operator("demo", TeamId.CATALOGUE);

    private final Server server;
    private final SimulatedStripe stripe;
    private final AheadOfTime clock;
    private final Actor owner;
    private final PrintStream out;
    private int asked;

    private DemoBilling(Server server, SimulatedStripe stripe, AheadOfTime clock, TeamId team, PrintStream out) {
        this.server = server;
        this.stripe = stripe;
        this.clock = clock;
        this.owner = new Actor.User(new UserId(new UUID(0, 1)), team, Role.OWNER, new SessionId(new UUID(0, 1)));
        this.out = out;
    }

    /** Plays it on a store in that directory; whether all went as it should. */
    static boolean play(Path scratch, PrintStream out) {
        AheadOfTime clock = new AheadOfTime();
        try (SimulatedStripe stripe = SimulatedStripe.start(KEY, Map.of("standard", 19_900L, "premium", 49_900L));
                Server server = Server.start(application(settings(scratch, stripe), clock))) {
            out.println("Stripe is played by a simulator at " + stripe.address() + ", the program listens at " + server.address() + ".");
            stripe.happen("events/target", "{\"url\":\"" + server.address() + "/api/v1/webhooks/stripe\",\"secrets\":[\"" + SECRET + "\"]}");
            Team team = Teams.firstOrNew(server.application());
            return new DemoBilling(server, stripe, clock, team.id(), out).play();
        }
    }

    private static Application application(Settings settings, InstantSource clock) {
        return new Application(settings, Store.open(settings), clock, UnaryOperator.identity());
    }

    private static Settings settings(Path scratch, SimulatedStripe stripe) {
        return Settings.from(Map.of(
                Setting.DATA_DIR.variable(), scratch.toString(),
                Setting.HTTP_PORT.variable(), "0",
                Setting.STRIPE_SECRET_KEY.variable(), KEY,
                Setting.STRIPE_WEBHOOK_SECRET.variable(), SECRET,
                Setting.STRIPE_API_BASE.variable(), stripe.address().toString(),
                "STRIPE_PRICE_STANDARD", SimulatedStripe.price("standard"),
                "STRIPE_PRICE_PREMIUM", SimulatedStripe.price("premium")));
    }

    private boolean play() {
        creditsForPremium();
        heading("1. Subscribe, with a trial");
        OpenCheckout.Outcome.Opened plan = open(new OpenCheckout.Wish.Plan("premium"));
        out.println("  order " + plan.order().id() + ": " + plan.order().listPrice() + " a month, " + plan.order().amount() + " now");
        out.println("  paid at " + plan.url());
        stripe.pay(plan.url());
        Demo.await("the trial", () -> status().equals("trialing") && wallet().plan().id().key().equals("premium") && credits() > 0);
        balance();

        heading("2. A week later the first month is charged");
        clock.moveOn(A_WEEK);
        stripe.happen("clock", "{\"advance\":\"" + A_WEEK + "\"}");
        Demo.await("the first paid month", () -> payments().stream().anyMatch(payment -> payment.kind() == Payment.Kind.SUBSCRIPTION && payment.isDue()) && credits() == CREDITS_A_MONTH);
        balance();

        heading("3. Buy credits; premium takes 20 % off");
        OpenCheckout.Outcome.Opened pack = open(new OpenCheckout.Wish.Pack("credits-2500"));
        out.println("  order " + pack.order().id() + ": list price " + pack.order().listPrice() + ", to pay " + pack.order().amount());
        stripe.pay(pack.url());
        Demo.await("the credits", () -> state(pack.order()) == Order.State.PAID && credits() == CREDITS_A_MONTH + 2_500);
        balance();

        heading("4. Every notice comes again, up to three times, shuffled");
        long before = credits();
        out.println("  " + stripe.happen("events/deliver", "{\"url\":\"" + server.address()
                + "/api/v1/webhooks/stripe\",\"again\":true,\"seed\":7,\"shuffled\":true,\"most_copies\":3,\"threads\":4}"));
        balance();

        heading("5. Half of the money goes back, and half of the credits with it");
        Payment bought = payments().stream().filter(payment -> payment.kind() == Payment.Kind.TOP_UP).findFirst().orElseThrow();
        stripe.happen("refunds", "{\"of\":\"" + bought.id() + "\",\"amount\":" + bought.paid().minor() / 2 + "}");
        Demo.await("the refund", () -> credits() < before);
        balance();

        heading("6. Notices are lost; a reconciliation makes it good");
        stripe.happen("events/hold", "{}");
        OpenCheckout.Outcome.Opened lost = open(new OpenCheckout.Wish.Pack("credits-500"));
        stripe.pay(lost.url());
        out.println("  paid, and nobody told us: " + credits() + " credits");
        Reconcile.Outcome outcome = billing().reconcile().handle(new Reconcile.Command(OPERATOR, true));
        boolean right = outcome instanceof Reconcile.Outcome.Done(var report) && ReconcileBilling.told(report, out) == 0;
        balance();
        return right;
    }

    /** The shipped plans bring no credits by themselves; this shows how it looks when one does. */
    private void creditsForPremium() {
        Plan plan = server.application().wallets().showPricing().handle(new ShowPricing.Query(Anonymous.CALLER)).newest("premium").orElseThrow();
        server.application().wallets().addPlan().handle(new AddPlan.Command(OPERATOR, plan.id().key(), id -> new Plan(id, plan.name(),
                plan.monthlyPrice(), plan.seats(), plan.quotas(), plan.features(),
                new Plan.Gifts(plan.gifts().daily(), plan.gifts().dailyFor(), CREDITS_A_MONTH, 0), plan.topUpDiscount(), plan.support(),
                plan.watermark())));
        out.println("An operator lets the plan premium bring " + CREDITS_A_MONTH + " credits a month.");
    }

    private OpenCheckout.Outcome.Opened open(OpenCheckout.Wish wish) {
        OpenCheckout.Outcome outcome = billing().openCheckout()
                .handle(new OpenCheckout.Command(owner, "demo-" + asked++, wish, Optional.empty(), Optional.empty(), Optional.empty()));
        if (outcome instanceof OpenCheckout.Outcome.Opened opened) {
            return opened;
        }
        throw new IllegalStateException("the demo cannot buy: " + outcome);
    }

    private void balance() {
        WalletView wallet = wallet();
        out.println("  plan " + wallet.plan().id() + " (" + status() + "), " + wallet.plan().seats() + " seats, " + credits() + " credits for everything");
        for (Payment payment : payments()) {
            out.println("    " + payment.kind().code() + "  " + payment.paid() + " paid" + (payment.refunded().isZero() ? "" : ", "
                    + payment.refunded() + " of it refunded") + ", " + payment.credits() + " credits as " + payment.source());
        }
    }

    private BillingUseCases billing() {
        return server.application().selling().useCases();
    }

    private WalletView wallet() {
        return server.application().wallets().showWallet().handle(new ShowWallet.Query(owner, owner.team()));
    }

    private long credits() {
        WalletView wallet = wallet();
        return wallet.wallet().available(wallet.at());
    }

    private String status() {
        return billing().showSubscription().handle(new ShowSubscription.Query(owner)).subscription().map(Subscription::status)
                .map(status -> status.code()).orElse("no subscription");
    }

    private Order.State state(Order order) {
        return billing().showOrder().handle(new ShowOrder.Query(owner, order.id())).state();
    }

    private List<Payment> payments() {
        return billing().listPayments().handle(new ListPayments.Query(owner, Set.of(), PageRequest.first(20))).items();
    }

    private void heading(String text) {
        out.println();
        out.println(text);
        out.println("-".repeat(text.length()));
    }
}
