package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.RevenueReport;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of teams in memory. */
public final class InMemoryAccounts implements Accounts {

    private record Kind(Payment.Kind kind, Currency currency) {}

    private record Standing(String plan, SubscriptionStatus status) {}

    private final InMemoryTransactions transactions;
    private final InMemoryOrders orders;
    private final InMemoryTransactions.Table<TeamId, Account> accounts;
    private final Set<TeamId> closed = new HashSet<>();

    /** Accounts of whatever teams are written; sessions are known from the orders. */
    public InMemoryAccounts(InMemoryTransactions transactions, InMemoryOrders orders) {
        this.transactions = transactions;
        this.orders = orders;
        this.accounts = transactions.table();
    }

    @Override
    public Account load(TeamId team, Set<String> named, Instant now) {
        return transactions.alone(() -> shown(team, named, now));
    }

    @Override
    public Account own(Instant now) {
        return shown(transactions.team(), Set.of(), now);
    }

    private Account shown(TeamId team, Set<String> named, Instant now) {
        Account stored = stored(team);
        return with(stored, stored.payments().stream().filter(payment -> matters(payment, named, now)).toList());
    }

    private static boolean matters(Payment payment, Set<String> named, Instant now) {
        return payment.isUnsettled() || payment.status() == Payment.Status.OPEN || payment.kind() == Payment.Kind.TRIAL
                || payment.covers().stream().anyMatch(cover -> cover.until().isAfter(now))
                || named.contains(payment.id()) || payment.intent().filter(named::contains).isPresent()
                || payment.order().filter(order -> named.contains(order.toString())).isPresent();
    }

    @Override
    public boolean write(Account before, Account after) {
        transactions.team();
        Account stored = stored(after.team());
        if (stored.version() != before.version()) {
            return false;
        }
        List<Subscription> subscriptions = merged(stored.subscriptions(), changed(before.subscriptions(), after.subscriptions()),
                Subscription::id, (known, one) -> one, Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id));
        List<Payment> payments = merged(stored.payments(), changed(before.payments(), after.payments()),
                Payment::id, InMemoryAccounts::asSettledAs, Comparator.comparing(Payment::createdAt).thenComparing(Payment::id));
        accounts.put(after.team(), new Account(after.team(), stored.version() + 1, after.customer(), subscriptions, payments, after.entitled(),
                after.turnsAt(), after.planDue(), stored.settledVersion(), closed.contains(after.team())));
        return true;
    }

    private static <T> List<T> changed(List<T> before, List<T> after) {
        return after.stream().filter(one -> !before.contains(one)).toList();
    }

    private interface Merge<T> {
        T apply(T known, T one);
    }

    private static <T> List<T> merged(List<T> stored, List<T> changed, Function<T, String> id, Merge<T> merge, Comparator<T> order) {
        Map<String, T> all = new HashMap<>();
        stored.forEach(one -> all.put(id.apply(one), one));
        changed.forEach(one -> all.merge(id.apply(one), one, merge::apply));
        return all.values().stream().sorted(order).toList();
    }

    private static Payment asSettledAs(Payment known, Payment one) {
        return settled(one, known.granted(), one.refundDue());
    }

    private static Payment settled(Payment one, boolean granted, boolean refundDue) {
        return new Payment(one.id(), one.kind(), one.status(), one.total(), one.paid(), one.refunded(), one.inDispute(), one.order(),
                one.subscription(), one.intent(), one.number(), one.covers(), one.source(), one.credits(), one.creditsEnd(), one.attempts(),
                one.createdAt(), one.paidAt(), granted, refundDue);
    }

    @Override
    public boolean settle(Account account) {
        return transactions.alone(() -> {
            Account stored = stored(account.team());
            boolean isCurrent = stored.version() == account.version() && stored.version() > 0;
            if (isCurrent) {
                Map<String, Payment> settled = account.settled().payments().stream().collect(Collectors.toMap(Payment::id, payment -> payment));
                List<Payment> payments = stored.payments().stream()
                        .map(payment -> Optional.ofNullable(settled.get(payment.id()))
                                .map(known -> settled(payment, known.granted(), known.refundDue())).orElse(payment))
                        .toList();
                accounts.put(account.team(), new Account(stored.team(), stored.version(), stored.customer(), stored.subscriptions(), payments,
                        stored.entitled(), stored.turnsAt(), false, stored.version(), stored.teamClosed()));
            }
            return isCurrent;
        });
    }

    /** The team is gone: its account follows. */
    public void close(TeamId team) {
        transactions.alone(() -> {
            if (closed.add(team) && accounts.get(team).isPresent()) {
                Account old = stored(team);
                accounts.put(team, new Account(team, old.version() + 1, old.customer(), old.subscriptions(), old.payments(), old.entitled(),
                        old.turnsAt(), old.planDue(), old.settledVersion(), true));
            }
            return team;
        });
    }

    @Override
    public Optional<TeamId> teamOf(Notice.Matter matter) {
        return transactions.alone(() -> switch (matter.kind()) {
            case SESSION -> orders.all().filter(order -> order.session().equals(Optional.of(matter.id()))).map(Order::team).findFirst();
            case SUBSCRIPTION, TRIAL_END -> team(account -> account.subscriptions().stream().anyMatch(one -> one.id().equals(matter.id())));
            case INVOICE -> team(account -> account.payments().stream().anyMatch(one -> one.id().equals(matter.id())));
            case PAYMENT -> team(account -> account.payments().stream().anyMatch(one -> one.intent().equals(Optional.of(matter.id()))));
            case PROMOTION -> Optional.empty();
        });
    }

    @Override
    public Optional<TeamId> teamOfCustomer(String customer) {
        return transactions.alone(() -> team(account -> account.customer().equals(Optional.of(customer))));
    }

    private Optional<TeamId> team(Predicate<Account> wanted) {
        return accounts.rows().filter(wanted).map(Account::team).findFirst();
    }

    @Override
    public Page<Payment> listPayments(Set<Payment.Kind> kinds, PageRequest page) {
        Stream<Payment> payments = stored(transactions.team()).payments().stream()
                .filter(payment -> payment.kind() != Payment.Kind.TRIAL)
                .filter(payment -> kinds.isEmpty() || kinds.contains(payment.kind()));
        return NewestTexts.first(payments, page, Payment::createdAt, Payment::id);
    }

    @Override
    public Optional<Map.Entry<TeamId, Payment>> findPayment(String id) {
        return transactions.alone(() -> accounts.rows()
                .flatMap(account -> account.payments().stream().map(payment -> Map.entry(account.team(), payment)))
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst());
    }

    @Override
    public List<TeamId> listDue(Instant now, int limit) {
        return transactions.alone(() -> accounts.rows()
                .filter(account -> account.isUnsettled() || account.turnsAt().filter(turn -> !now.isBefore(turn)).isPresent())
                .sorted(Comparator.comparing((Account account) -> account.turnsAt().orElse(Instant.MIN))
                        .thenComparing(account -> account.team().toString()))
                .limit(limit)
                .map(Account::team)
                .toList());
    }

    @Override
    public List<TeamId> list(Optional<TeamId> after, int limit) {
        return transactions.alone(() -> accounts.rows().map(Account::team)
                .filter(team -> after.map(last -> team.toString().compareTo(last.toString()) > 0).orElse(true))
                .sorted(Comparator.comparing(TeamId::toString))
                .limit(limit)
                .toList());
    }

    @Override
    public List<Notice.Matter> listStale(Instant now) {
        return transactions.alone(() -> {
            List<Notice.Matter> stale = new ArrayList<>();
            stale.addAll(matters(Notice.Kind.SUBSCRIPTION, accounts.rows().flatMap(account -> account.subscriptions().stream()
                    .filter(one -> isStale(one, now))
                    .map(Subscription::id))));
            stale.addAll(matters(Notice.Kind.INVOICE, payments()
                    .filter(payment -> payment.status() == Payment.Status.OPEN && payment.kind() == Payment.Kind.SUBSCRIPTION)
                    .map(Payment::id)));
            stale.addAll(matters(Notice.Kind.PAYMENT, payments().filter(Payment::inDispute).flatMap(payment -> payment.intent().stream())));
            return stale;
        });
    }

    private static boolean isStale(Subscription one, Instant now) {
        return switch (one.status()) {
            case PAST_DUE, UNPAID, INCOMPLETE -> true;
            case TRIALING -> !now.isBefore(one.periodEnd()) || one.trialEnd().filter(end -> !now.isBefore(end)).isPresent();
            case ACTIVE, PAUSED -> !now.isBefore(one.periodEnd());
            case INCOMPLETE_EXPIRED, CANCELED -> false;
        };
    }

    private static List<Notice.Matter> matters(Notice.Kind kind, Stream<String> ids) {
        return ids.distinct().sorted().map(id -> new Notice.Matter(kind, id)).toList();
    }

    @Override
    public List<String> listOfClosedTeams() {
        return transactions.alone(() -> accounts.rows().filter(Account::teamClosed)
                .flatMap(account -> account.subscriptions().stream()).filter(one -> !one.status().isOver())
                .map(Subscription::id).sorted().toList());
    }

    @Override
    public Page<Held> listSubscriptions(Set<SubscriptionStatus> statuses, PageRequest page) {
        return transactions.alone(() -> NewestTexts.first(
                accounts.rows().flatMap(account -> account.subscriptions().stream().map(one -> new Held(account.team(), one)))
                        .filter(held -> statuses.isEmpty() || statuses.contains(held.subscription().status())),
                page, held -> held.subscription().createdAt(), held -> held.subscription().id()));
    }

    @Override
    public Map<String, Long> dues(TeamId team) {
        return transactions.alone(() -> stored(team).payments().stream().filter(Payment::isDue)
                .collect(Collectors.toMap(Payment::source, Payment::credits)));
    }

    @Override
    public RevenueReport report(Instant since, Instant now) {
        return transactions.alone(() -> new RevenueReport(now, since, standings(), revenue(since),
                accounts.rows().filter(Account::isDoubled).count(),
                subscriptions().filter(one -> one.isRunning() && one.plan().isEmpty()).count(),
                orders.all().filter(order -> order.state() == Order.State.MISMATCHED).count(),
                payments().filter(Payment::inDispute).count()));
    }

    private List<RevenueReport.Standing> standings() {
        Map<Standing, Long> counts = subscriptions().collect(Collectors.groupingBy(
                one -> new Standing(one.plan().map(PlanId::key).orElse(""), one.status()), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new RevenueReport.Standing(entry.getKey().plan(), entry.getKey().status(), entry.getValue()))
                .sorted(Comparator.comparing(RevenueReport.Standing::plan).thenComparing(standing -> standing.status().code()))
                .toList();
    }

    private List<RevenueReport.Revenue> revenue(Instant since) {
        Map<Kind, List<Payment>> kinds = payments()
                .filter(payment -> payment.status() == Payment.Status.PAID && payment.kind() != Payment.Kind.TRIAL)
                .filter(payment -> payment.paidAt().filter(paid -> !paid.isBefore(since)).isPresent())
                .collect(Collectors.groupingBy(payment -> new Kind(payment.kind(), payment.total().currency())));
        return kinds.entrySet().stream()
                .map(entry -> new RevenueReport.Revenue(entry.getKey().kind(),
                        sum(entry.getValue(), Payment::paid, entry.getKey().currency()),
                        sum(entry.getValue(), Payment::refunded, entry.getKey().currency()), entry.getValue().size()))
                .sorted(Comparator.comparing((RevenueReport.Revenue one) -> one.kind().code())
                        .thenComparing(one -> one.paid().currency().getCurrencyCode()))
                .toList();
    }

    private static Money sum(Collection<Payment> payments, Function<Payment, Money> part, Currency currency) {
        return new Money(payments.stream().map(part).map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    private Account stored(TeamId team) {
        return accounts.get(team).orElseGet(() -> Account.none(team));
    }

    private Stream<Subscription> subscriptions() {
        return accounts.rows().flatMap(account -> account.subscriptions().stream());
    }

    private Stream<Payment> payments() {
        return accounts.rows().flatMap(account -> account.payments().stream());
    }

    private static Account with(Account account, List<Payment> payments) {
        return new Account(account.team(), account.version(), account.customer(), account.subscriptions(), payments, account.entitled(),
                account.turnsAt(), account.planDue(), account.settledVersion(), account.teamClosed());
    }
}
