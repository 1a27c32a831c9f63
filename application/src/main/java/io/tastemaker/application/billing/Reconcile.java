package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.Reconciliations;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.wallets.FindGrants;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares everything with the payment provider: what was never delivered, what was completed, paid and refunded since the last time, and what we
 * have not heard of for too long. Then compares every wallet with what is due. Whatever was missed is made good; what differs afterwards is drift.
 */
public final class Reconcile {

    /** How often it is done by itself. */
    public static final Duration PAUSE = Duration.ofMinutes(15);

    /** A run that has not ended by then was killed. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** As far back as Stripe lists events. */
    private static final Duration FIRST_LOOK = Duration.ofDays(30);

    /** A checkout may be completed so long after it was opened, and lists are by the time of opening; a little more for clocks that differ. */
    private static final Duration OVERLAP = Duration.ofHours(25);

    private static final int ACCOUNTS_AT_ONCE = 500;
    private static final int MOST_OVERDUE = 1_000;

    private final PlatformTransactions platform;
    private final Reconciliations reconciliations;
    private final Accounts accounts;
    private final Orders orders;
    private final Inbox inbox;
    private final PaymentProvider provider;
    private final ApplyNotices applyNotices;
    private final SettleAccounts settleAccounts;
    private final Bookkeeper bookkeeper;
    private final FindGrants findGrants;
    private final InstantSource clock;

    Reconcile(PlatformTransactions platform, Reconciliations reconciliations, Accounts accounts, Orders orders, Inbox inbox,
            PaymentProvider provider, ApplyNotices applyNotices, SettleAccounts settleAccounts, Bookkeeper bookkeeper, FindGrants findGrants,
            InstantSource clock) {
        this.platform = platform;
        this.reconciliations = reconciliations;
        this.accounts = accounts;
        this.orders = orders;
        this.inbox = inbox;
        this.provider = provider;
        this.applyNotices = applyNotices;
        this.settleAccounts = settleAccounts;
        this.bookkeeper = bookkeeper;
        this.findGrants = findGrants;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself, or an operator
     * @param now whether it is done however young the last one is
     */
    public record Command(Actor actor, boolean now) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It was done, by this program.
         *
         * @param report what came of it
         */
        record Done(Reconciliation report) implements Outcome {}

        /** Somebody does it now, or did a moment ago, and it was not asked for in any case. */
        record NotNow() implements Outcome {}
    }

    /** How many there were of each. */
    private static final class Count {
        private int undelivered;
        private int sessions;
        private int invoices;
        private int refunds;
        private int stale;
        private int repaired;
        private final List<String> faults = new ArrayList<>();
    }

    /**
     * Compares.
     *
     * @param command what is wanted
     * @return what came of it; one that could not be finished says why
     * @throws Refusal.NotConfigured when there is no payment provider
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        provider.requireConfigured();
        Instant now = clock.instant();
        Duration pause = command.now() ? Duration.ZERO : PAUSE;
        Duration patience = command.now() ? Duration.ZERO : PATIENCE; // two at once do no harm, and one may have been killed
        return reconciliations.begin(now, pause, patience, now.minus(FIRST_LOOK))
                .<Outcome>map(begun -> new Outcome.Done(ended(command, begun))).orElseGet(Outcome.NotNow::new);
    }

    private Reconciliation ended(Command command, Reconciliation begun) {
        Count count = new Count();
        try {
            Optional<String> fault = heard(command, begun, count);
            List<Reconciliation.Drift> drifts = new ArrayList<>();
            int compared = compare(command.actor(), drifts);
            Reconciliation report = report(begun, count, compared, drifts, fault);
            reconciliations.end(report);
            return report;
        } catch (RuntimeException failure) {
            reconciliations.end(report(begun, count, 0, List.of(), Optional.of(String.valueOf(failure.getMessage()))));
            throw failure;
        }
    }

    /** Hears what there is to hear; gives why that could not be finished, if so. */
    private Optional<String> heard(Command command, Reconciliation begun, Count count) {
        try {
            hear(begun.since().minus(OVERLAP), count);
            settle(command);
        } catch (Refusal.Unavailable down) {
            return Optional.of(down.getMessage());
        }
        return count.faults.isEmpty() ? Optional.empty()
                : Optional.of(count.faults.size() + " things could not be heard, the first is " + count.faults.getFirst());
    }

    private Reconciliation report(Reconciliation begun, Count count, int compared, List<Reconciliation.Drift> drifts, Optional<String> fault) {
        return new Reconciliation(begun.number(), begun.startedAt(), Optional.of(clock.instant()), begun.since(), count.undelivered,
                count.sessions, count.invoices, count.refunds, count.stale, count.repaired, compared, drifts, fault);
    }

    /** Nobody is charged for a team that is gone, whatever else cannot be heard. */
    private void hear(Instant since, Count count) {
        for (String subscription : accounts.listOfClosedTeams()) {
            attempt("end of subscription " + subscription, count, () -> provider.endNow(subscription));
            look(Notice.Kind.SUBSCRIPTION, subscription, count);
        }
        for (Notice notice : provider.listUndelivered(since)) {
            count.undelivered += inbox.add(notice, clock.instant()) ? 1 : 0;
        }
        for (ProviderSession session : provider.listCompleted(since)) {
            count.sessions++;
            lookUnless(isKnown(session), Notice.Kind.SESSION, session.id(), count);
        }
        for (ProviderInvoice invoice : provider.listInvoices(since)) {
            count.invoices++;
            lookUnless(isKnown(invoice), Notice.Kind.INVOICE, invoice.id(), count);
        }
        for (String intent : provider.listRefunded(since)) {
            count.refunds++;
            look(Notice.Kind.PAYMENT, intent, count);
        }
        for (Notice.Matter matter : accounts.listStale(clock.instant())) {
            count.stale++;
            look(matter.kind(), matter.id(), count);
        }
        for (Order order : orders.listOverdue(clock.instant(), MOST_OVERDUE)) {
            count.stale++;
            order.session().ifPresentOrElse(session -> look(Notice.Kind.SESSION, session, count),
                    () -> attempt("order " + order.id(), count, () -> lapse(order)));
        }
    }

    /** What the list shows is what we know, so that nothing has to be fetched. */
    private boolean isKnown(ProviderSession session) {
        return session.state() == ProviderSession.State.PAID && orders.findBySession(session.id())
                .filter(order -> order.state() == Order.State.PAID || order.state() == Order.State.MISMATCHED).isPresent();
    }

    private boolean isKnown(ProviderInvoice invoice) {
        return accounts.findPayment(invoice.id()).map(Map.Entry::getValue).filter(payment -> payment.isAsShownBy(invoice)).isPresent();
    }

    private void lookUnless(boolean isKnown, Notice.Kind kind, String id, Count count) {
        if (!isKnown) {
            look(kind, id, count);
        }
    }

    private void look(Notice.Kind kind, String id, Count count) {
        attempt(kind.code() + " " + id, count, () -> {
            Bookkeeper.Look look = bookkeeper.look(new Notice.Matter(kind, id), Bookkeeper.Alongside.NOTHING);
            count.repaired += look instanceof Bookkeeper.Look.Seen seen && seen.changed() ? 1 : 0;
        });
    }

    /** One thing that fails does not keep the others from it; it is named in the report. */
    private static void attempt(String what, Count count, Runnable work) {
        try {
            work.run();
        } catch (Refusal.Unavailable down) {
            throw down;
        } catch (RuntimeException fault) {
            count.faults.add(what + ": " + fault.getMessage());
        }
    }

    private void lapse(Order order) {
        platform.run(new Actor.System("billing", order.team()), "billing.lapse", () -> {
            orders.save(order.lapsed(clock.instant()));
            platform.about(Subject.of("order", order.id()), List.of());
        });
    }

    private void settle(Command command) {
        while (applyNotices.handle(new ApplyNotices.Command(command.actor(), 100)) instanceof ApplyNotices.Outcome.Worked worked
                && worked.count() > 0) {
            worked.fault().filter(Refusal.Unavailable.class::isInstance).ifPresent(down -> {
                throw down;
            });
        }
        settleAccounts.handle(new SettleAccounts.Command(command.actor()));
    }

    private int compare(Actor actor, List<Reconciliation.Drift> drifts) {
        int compared = 0;
        Optional<TeamId> last = Optional.empty();
        List<TeamId> teams = accounts.list(last, ACCOUNTS_AT_ONCE);
        while (!teams.isEmpty()) {
            for (TeamId team : teams) {
                compared++;
                compare(actor, team).ifPresent(drifts::add);
            }
            last = Optional.of(teams.getLast());
            teams = accounts.list(last, ACCOUNTS_AT_ONCE);
        }
        return compared;
    }

    /** Somebody may have written the account a moment ago and be about to tell the wallet; what differs after that was done is drift. */
    private Optional<Reconciliation.Drift> compare(Actor actor, TeamId team) {
        Optional<Reconciliation.Drift> found = difference(actor, team);
        return found.isPresent() && isSettledNow(team) ? difference(actor, team) : found;
    }

    private boolean isSettledNow(TeamId team) {
        try {
            bookkeeper.turn(team);
            return true;
        } catch (Settlement.Impossible | Refusal.Unavailable notNow) {
            return false;
        }
    }

    private Optional<Reconciliation.Drift> difference(Actor actor, TeamId team) {
        Map<String, Long> due = accounts.dues(team);
        Map<String, Long> granted = findGrants.handle(new FindGrants.Query(actor, team, due.keySet()));
        long missing = 0;
        long surplus = 0;
        for (Map.Entry<String, Long> one : due.entrySet()) {
            long difference = one.getValue() - granted.getOrDefault(one.getKey(), 0L);
            missing += Math.max(0, difference);
            surplus += Math.max(0, -difference);
        }
        return missing == 0 && surplus == 0 ? Optional.empty() : Optional.of(new Reconciliation.Drift(team, missing, surplus));
    }
}
