package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.identity.FindOwner;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.wallets.ShowPricing;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Plans;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings accounts in line with what the provider shows. It loads the account first, looks at the provider then, outside of any transaction, and
 * writes last; if somebody else wrote meanwhile, it looks again. So a picture that was taken earlier never replaces one that was taken later,
 * whatever the order in which things are told.
 */
final class Bookkeeper {

    /** Whoever writes meanwhile brings the account forward, so that many rounds mean that something is wrong. */
    private static final int MOST_ROUNDS = 20;

    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final PlatformTransactions platform;
    private final Accounts accounts;
    private final Orders orders;
    private final Sights sights;
    private final Outbox outbox;
    private final BillingLetters letters;
    private final FindOwner findOwner;
    private final ShowPricing showPricing;
    private final Settlement settlement;
    private final InstantSource clock;

    Bookkeeper(PlatformTransactions platform, Accounts accounts, Orders orders, PaymentProvider provider, Outbox outbox, BillingLetters letters,
            FindOwner findOwner, ShowPricing showPricing, Settlement settlement, InstantSource clock) {
        this.platform = platform;
        this.accounts = accounts;
        this.orders = orders;
        this.sights = new Sights(provider);
        this.outbox = outbox;
        this.letters = letters;
        this.findOwner = findOwner;
        this.showPricing = showPricing;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** What came of a look. */
    sealed interface Look {
        /**
         * The team's account shows what the provider shows.
         *
         * @param team whose it is
         * @param changed whether that changed something
         */
        record Seen(TeamId team, boolean changed) implements Look {}

        /** It is nobody's whom we know, or it is gone. */
        record Foreign() implements Look {}
    }

    /** What is done along with writing, in the same transaction; alone when there is nothing to write. */
    @FunctionalInterface
    interface Alongside {
        /** Nothing. */
        Alongside NOTHING = team -> {};

        void run(Optional<TeamId> team);
    }

    /** Whose a matter is, and by what its payments are known. */
    private record Home(TeamId team, Set<String> names) {}

    /** An order before and after it heard of its checkout. */
    private record Heard(Optional<Order> before, Optional<Order> after) {
        boolean changed() {
            return !before.equals(after);
        }
    }

    /** Somebody else wrote the account meanwhile; undoes the transaction. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("the account was written meanwhile", null, false, false);
        }
    }

    /**
     * Looks at a matter and writes down what it shows.
     *
     * @throws Refusal.Unavailable when the provider cannot be asked
     */
    Look look(Notice.Matter matter, Alongside alongside) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Home> home = homeOf(matter);
            Optional<Account> before = home.map(at -> accounts.load(at.team(), at.names(), clock.instant()));
            Optional<Sight> sight = home.flatMap(at -> sights.of(matter));
            if (before.isEmpty() || sight.isEmpty()) {
                alongside.run(home.map(Home::team));
                return new Look.Foreign();
            }
            Optional<Notice.Matter> elsewhere = checkoutOf(matter, before.get(), sight.get());
            if (elsewhere.isPresent()) {
                return look(elsewhere.get(), alongside);
            }
            Optional<Look> written = write(matter, before.get(), sight.get(), alongside);
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw new Refusal.Unavailable("billing account", COME_AGAIN);
    }

    /** What time alone has changed. */
    void turn(TeamId team) {
        Account before = accounts.load(team, Set.of(), clock.instant());
        Account after = before.at(clock.instant(), plans());
        if (!after.equals(before)) {
            try {
                write(before, after, new Heard(Optional.empty(), Optional.empty()), Optional.empty(), Alongside.NOTHING);
            } catch (Overtaken meanwhile) {
                return; // whoever wrote has taken the time into account
            }
        }
        settlement.settle(team);
    }

    /** From what we know, so that the account can be loaded before the look that counts; else from a first look. */
    private Optional<Home> homeOf(Notice.Matter matter) {
        Set<String> names = new TreeSet<>(Set.of(matter.id()));
        if (matter.kind() == Notice.Kind.SESSION) {
            orders.findBySession(matter.id()).ifPresent(order -> names.add(order.id().toString()));
        }
        return accounts.teamOf(matter).map(team -> new Home(team, names)).or(() -> sights.of(matter).flatMap(this::homeOf));
    }

    private Optional<Home> homeOf(Sight first) {
        Set<String> names = new TreeSet<>(first.names());
        first.order().ifPresent(order -> names.add(order.toString()));
        return first.customer().flatMap(accounts::teamOfCustomer).or(() -> first.team().filter(this::isOurs)).map(team -> new Home(team, names));
    }

    /** Another program may share the provider's account; its teams are not in our store. */
    private boolean isOurs(TeamId team) {
        return !(findOwner.handle(new FindOwner.Query(new Actor.System("billing", team))) instanceof FindOwner.Outcome.Gone);
    }

    /** Money of which we do not know the payment yet belongs to a checkout; that is what has to be looked at. */
    private Optional<Notice.Matter> checkoutOf(Notice.Matter matter, Account account, Sight sight) {
        boolean unknown = matter.kind() == Notice.Kind.PAYMENT
                && account.payments().stream().noneMatch(payment -> payment.intent().equals(Optional.of(matter.id())));
        return unknown
                ? sight.order().flatMap(order -> orders.find(account.team(), order)).flatMap(Order::session)
                        .map(session -> new Notice.Matter(Notice.Kind.SESSION, session))
                : Optional.empty();
    }

    private Optional<Look> write(Notice.Matter matter, Account before, Sight sight, Alongside alongside) {
        Instant now = clock.instant();
        Optional<Order> order = sight.session().flatMap(session -> session.order()).flatMap(id -> orders.find(before.team(), id));
        if (sight.session().isPresent() && order.isEmpty()) {
            alongside.run(Optional.of(before.team()));
            return Optional.of(new Look.Foreign());
        }
        Heard heard = new Heard(order, order.map(one -> one.hears(sight.session().orElseThrow(), now)));
        Optional<Order> ofTrial = sight.subscription().filter(seen -> seen.trialEnd().isPresent()).flatMap(ProviderSubscription::order)
                .flatMap(id -> orders.find(before.team(), id));
        Account after = told(matter, sight, hearing(before, sight, heard, ofTrial, now)).at(now, plans());
        if (after.equals(before) && !heard.changed()) {
            alongside.run(Optional.of(before.team()));
            return Optional.of(new Look.Seen(before.team(), false));
        }
        try {
            write(before, after, heard, ofTrial, alongside);
        } catch (Overtaken meanwhile) {
            return Optional.empty();
        }
        settlement.settle(before.team());
        return Optional.of(new Look.Seen(before.team(), true));
    }

    private Account hearing(Account before, Sight sight, Heard heard, Optional<Order> ofTrial, Instant now) {
        Plans plans = plans();
        Account account = before;
        if (sight.session().isPresent() && heard.after().isPresent()) {
            account = account.hears(heard.after().get(), sight.session().get(), sight.money(), now);
        }
        if (sight.subscription().isPresent()) {
            account = account.hears(sight.subscription().get(), ofTrial.flatMap(Bookkeeper::plan), plans);
        }
        if (sight.invoice().isPresent()) {
            account = account.hears(sight.invoice().get(), sight.money(), plans);
        }
        boolean onlyMoney = sight.session().isEmpty() && sight.invoice().isEmpty();
        return onlyMoney && sight.money().isPresent() ? account.hears(sight.money().get()) : account;
    }

    private static Account told(Notice.Matter matter, Sight sight, Account account) {
        boolean trialEnds = matter.kind() == Notice.Kind.TRIAL_END
                && sight.subscription().filter(seen -> seen.status() == SubscriptionStatus.TRIALING && !seen.endsAtPeriodEnd()).isPresent();
        return trialEnds ? account.toldOfTrialEnd(matter.id()) : account;
    }

    private static Optional<PlanId> plan(Order order) {
        return order.purchase() instanceof Purchase.Subscribe(PlanId plan, int trialDays) ? Optional.of(plan) : Optional.empty();
    }

    private void write(Account before, Account after, Heard heard, Optional<Order> ofTrial, Alongside alongside) {
        Actor actor = new Actor.System("billing", before.team());
        List<Letter> written = letters.about(before, after, findOwner.handle(new FindOwner.Query(actor)), clock.instant());
        platform.run(actor, "billing.hear", () -> {
            if (!accounts.write(before, after)) {
                throw new Overtaken();
            }
            heard.after().ifPresent(orders::save);
            heard.after().filter(order -> order.state() == Order.State.EXPIRED).ifPresent(order -> orders.freeTrial(order.team(), order.id()));
            ofTrial.ifPresent(order -> orders.useTrial(order.team(), order.buyer(), order.id()));
            written.forEach(letter -> outbox.post(before.team(), letter));
            alongside.run(Optional.of(before.team()));
            platform.about(Subject.of("account", before.team()), changes(before, after));
        });
    }

    private static List<Change> changes(Account before, Account after) {
        return before.entitled().equals(after.entitled())
                ? List.of()
                : List.of(new Change("plan", before.entitled().map(PlanId::toString), after.entitled().map(PlanId::toString)));
    }

    private Plans plans() {
        return Plans.of(showPricing.handle(new ShowPricing.Query(Anonymous.CALLER)).plans().values());
    }
}
