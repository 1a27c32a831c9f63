package io.tastemaker.domain.billing;

import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A team as a customer: what it subscribed to and paid, and the plan that it is entitled to because of that. It is told what the provider
 * shows now, never what an event claimed, so that order and number of events do not matter.
 *
 * @param team whose
 * @param version counts the changes; 0 before the first
 * @param customer the provider's id of the team
 * @param subscriptions all it ever had, the oldest first
 * @param payments those that matter now, the oldest first: see the port that loads them
 * @param entitled the plan it is entitled to; empty when it pays for none
 * @param turnsAt when that may change by time alone
 * @param planDue whether that has changed since the wallet was told; whatever it was meanwhile
 * @param settledVersion the version that the wallet knows of
 * @param teamClosed whether the team is gone, so that nothing may be charged any more
 */
public record Account(
        TeamId team,
        long version,
        Optional<String> customer,
        List<Subscription> subscriptions,
        List<Payment> payments,
        Optional<PlanId> entitled,
        Optional<Instant> turnsAt,
        boolean planDue,
        long settledVersion,
        boolean teamClosed) {

    /** Copies the lists and puts them in order, whatever the order in which they were heard of. */
    public Account {
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(entitled, "entitled");
        Objects.requireNonNull(turnsAt, "turnsAt");
        subscriptions = subscriptions.stream()
                .sorted(Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id)).toList();
        payments = payments.stream().sorted(Comparator.comparing(Payment::createdAt).thenComparing(Payment::id)).toList();
    }

    /**
     * A team that never bought anything.
     *
     * @param team the team
     * @return its account
     */
    public static Account none(TeamId team) {
        return new Account(team, 0, Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), false, 0, false);
    }

    /**
     * Notes the provider's id of the team. The first one stays.
     *
     * @param id the id
     * @return the account with it
     */
    public Account knownAs(String id) {
        return customer.isPresent() ? this : new Account(team, version, Optional.of(id), subscriptions, payments, entitled, turnsAt, planDue,
                settledVersion, teamClosed);
    }

    /**
     * Notes another id of the team, when the provider does not know the one we had any more.
     *
     * @param id the id
     * @return the account with it
     */
    public Account nowKnownAs(String id) {
        return new Account(team, version, Optional.of(id), subscriptions, payments, entitled, turnsAt, planDue, settledVersion, teamClosed);
    }

    /**
     * Hears of a subscription that was not ordered here, as far as we know.
     *
     * @param seen what the provider shows now
     * @param plans the plans there are
     * @return the account afterwards
     */
    public Account hears(ProviderSubscription seen, Plans plans) {
        return hears(seen, Optional.empty(), plans);
    }

    /**
     * Hears of a subscription. A trial brings the credits of the plan that was ordered, so that it does not matter whether it is heard of before
     * or after a change to another plan; one that nobody ordered here brings those of the plan that it is first heard of with.
     *
     * @param seen what the provider shows now
     * @param ordered the plan that was ordered here
     * @param plans the plans there are
     * @return the account afterwards
     */
    public Account hears(ProviderSubscription seen, Optional<PlanId> ordered, Plans plans) {
        Optional<PlanId> newest = seen.plan().flatMap(plans::newest).map(plan -> plan.id());
        Subscription heard = find(subscriptions, known -> known.id().equals(seen.id()))
                .map(known -> known.hears(seen, newest)).orElseGet(() -> Subscription.of(seen, newest));
        List<Payment> all = payments;
        Optional<Payment> trial = heard.trialEnd().flatMap(end -> ordered.or(heard::plan)).flatMap(plans::find)
                .map(plan -> Payment.ofTrial(heard, plan));
        if (trial.isPresent() && payments.stream().noneMatch(payment -> payment.kind() == Payment.Kind.TRIAL)) {
            all = with(payments, trial.get(), Payment::id);
        }
        return knownAs(seen.customer()).of(with(subscriptions, heard, Subscription::id), all);
    }

    /**
     * Hears of an invoice, and of its money. One without a subscription is not ours to keep.
     *
     * @param seen what the provider shows now
     * @param money its payment, if there was one
     * @param plans the plans there are
     * @return the account afterwards
     */
    public Account hears(ProviderInvoice seen, Optional<ProviderPayment> money, Plans plans) {
        if (seen.subscription().isEmpty() || seen.status() == ProviderInvoice.Status.DRAFT) {
            return this;
        }
        Payment heard = Payment.of(seen, plans, find(payments, known -> known.id().equals(seen.id())));
        Payment counted = money.filter(one -> heard.intent().equals(Optional.of(one.intent()))).map(heard::hears).orElse(heard);
        return knownAs(seen.customer()).of(subscriptions, with(payments, counted, Payment::id));
    }

    /**
     * Hears that an order was paid, and of its money.
     *
     * @param order the order, after it heard of its session
     * @param session the session
     * @param money its payment; empty when there was nothing to pay
     * @param now the time
     * @return the account afterwards
     */
    public Account hears(Order order, ProviderSession session, Optional<ProviderPayment> money, Instant now) {
        boolean isBought = order.state() == Order.State.PAID || order.state() == Order.State.MISMATCHED;
        if (!isBought || order.purchase() instanceof Purchase.Subscribe) {
            return session.customer().map(this::knownAs).orElse(this);
        }
        Payment fresh = Payment.of(order, session, money.map(ProviderPayment::received).or(session::total).orElse(order.amount()),
                order.settledAt().orElse(now));
        Payment heard = find(payments, known -> known.id().equals(fresh.id())).orElse(fresh);
        Payment counted = money.map(heard::hears).orElse(heard);
        return session.customer().map(this::knownAs).orElse(this).of(subscriptions, with(payments, counted, Payment::id));
    }

    /**
     * Hears of money that was paid before: how much of it went back.
     *
     * @param money what the provider shows now
     * @return the account afterwards; as before when it knows no such payment
     */
    public Account hears(ProviderPayment money) {
        return find(payments, known -> known.intent().equals(Optional.of(money.intent())))
                .map(known -> of(subscriptions, with(payments, known.hears(money), Payment::id))).orElse(this);
    }

    /**
     * Notes that the team was told of the end of a trial.
     *
     * @param subscription which
     * @return the account afterwards
     */
    public Account toldOfTrialEnd(String subscription) {
        return find(subscriptions, known -> known.id().equals(subscription))
                .map(known -> of(with(subscriptions, known.told(), Subscription::id), payments)).orElse(this);
    }

    /**
     * Works out what the team is entitled to: the best plan of its running subscriptions and of what it has paid for beyond them, as after a
     * change to a cheaper plan that counts from the next period on. Of its own plan a subscription entitles to the version agreed.
     *
     * @param now the time
     * @param plans the plans there are
     * @return the account with it
     */
    public Account at(Instant now, Plans plans) {
        List<PlanId> all = subscriptions.stream().flatMap(one -> Stream.concat(
                one.plan().filter(plan -> one.entitles(now) && !isUndone(one, now)).stream(), covered(one, now))).toList();
        Stream<Instant> turns = Stream.concat(
                subscriptions.stream().flatMap(one -> one.entitlesUntil().stream()),
                payments.stream().flatMap(payment -> payment.covers().stream()).flatMap(cover -> Stream.of(cover.from(), cover.until())));
        Optional<PlanId> best = plans.best(all);
        return new Account(team, version, customer, subscriptions, payments, best, turns.filter(now::isBefore).min(Instant::compareTo),
                planDue || !best.equals(entitled), settledVersion, teamClosed);
    }

    /** The provider lets a subscription run on though the money for its plan in this period went back, all of it. */
    private boolean isUndone(Subscription subscription, Instant now) {
        return payments.stream()
                .filter(payment -> payment.isUndone() && payment.subscription().equals(Optional.of(subscription.id())))
                .flatMap(payment -> payment.covers().stream())
                .anyMatch(cover -> !cover.isGivenBack() && cover.includes(now)
                        && subscription.plan().map(PlanId::key).equals(Optional.of(cover.plan().key())));
    }

    /**
     * The plans that are paid for beyond the subscription itself. What is given back takes off what was paid of the same plan, in whichever
     * version; and who leaves a plan that was never paid has paid nothing for the cheaper one either.
     */
    private Stream<PlanId> covered(Subscription subscription, Instant now) {
        if (!subscription.isRunning()) {
            return Stream.empty();
        }
        List<Payment.Cover> covers = payments.stream()
                .filter(payment -> payment.status() == Payment.Status.PAID && !payment.isUndone())
                .filter(payment -> payment.subscription().equals(Optional.of(subscription.id())))
                .flatMap(payment -> payment.covers().stream())
                .filter(cover -> cover.includes(now)).toList();
        if (covers.stream().mapToInt(Payment.Cover::sign).sum() <= 0) {
            return Stream.empty();
        }
        Map<String, Integer> paid = covers.stream()
                .collect(Collectors.groupingBy(cover -> cover.plan().key(), Collectors.summingInt(Payment.Cover::sign)));
        return covers.stream()
                .filter(cover -> !cover.isGivenBack() && paid.get(cover.plan().key()) > 0)
                .map(cover -> subscription.plan().filter(agreed -> agreed.key().equals(cover.plan().key())).orElse(cover.plan()));
    }

    /**
     * The subscription that a team sees and manages.
     *
     * @return the newest that runs, else the newest
     */
    public Optional<Subscription> current() {
        return newest(subscriptions.stream().filter(Subscription::isRunning)).or(() -> newest(subscriptions.stream()));
    }

    private static Optional<Subscription> newest(Stream<Subscription> some) {
        return some.max((one, other) -> one.createdAt().compareTo(other.createdAt()));
    }

    /**
     * The subscription that runs.
     *
     * @return the newest, if there is one
     */
    public Optional<Subscription> running() {
        return newest(subscriptions.stream().filter(Subscription::isRunning));
    }

    /**
     * Whether several subscriptions run, so that the team pays twice; somebody has to look at that.
     *
     * @return whether there is more than one
     */
    public boolean isDoubled() {
        return subscriptions.stream().filter(Subscription::isRunning).count() > 1;
    }

    /**
     * Whether the wallet has to be told something.
     *
     * @return whether it knows an older version than this
     */
    public boolean isUnsettled() {
        return settledVersion != version;
    }

    /**
     * The same, after the wallet was told everything.
     *
     * @return one that is settled
     */
    public Account settled() {
        return new Account(team, version, customer, subscriptions, payments.stream().map(Payment::settled).toList(), entitled, turnsAt, false,
                version, teamClosed);
    }

    private Account of(List<Subscription> subscriptions, List<Payment> payments) {
        return new Account(team, version, customer, subscriptions, payments, entitled, turnsAt, planDue, settledVersion, teamClosed);
    }

    private static <T> Optional<T> find(Collection<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /** Replaces what has the same id where it stands, or adds it. */
    private static <T> List<T> with(List<T> all, T one, Function<T, String> id) {
        List<T> changed = new ArrayList<>(all);
        changed.replaceAll(known -> id.apply(known).equals(id.apply(one)) ? one : known);
        if (!changed.contains(one)) {
            changed.add(one);
        }
        return changed;
    }
}
