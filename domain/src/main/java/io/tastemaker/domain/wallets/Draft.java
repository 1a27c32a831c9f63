package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The working copy of a wallet while one command is decided. Every change of a lot, a debt or a counter goes through a movement, so that
 * the ledger alone explains the wallet.
 */
final class Draft {

    private static final UUID NOT_BOOKED = new UUID(0, 0);

    private final Wallet before;
    private final Tariff tariff;
    private final Instant now;

    private final List<Lot> lots;
    private final List<Hold> holds;
    private final List<Counter> counters;
    private final List<Operation> operations = new ArrayList<>(2);
    private final List<LedgerEntry> entries = new ArrayList<>(4);
    private final List<LedgerEntry> unbooked = new ArrayList<>(4);
    private final List<Lot> born = new ArrayList<>(1);
    private final List<Access> opened = new ArrayList<>(1);
    private final List<UUID> closed = new ArrayList<>(1);

    private long seq;
    private String head;
    private long debt;
    private long owned;
    private Plan plan;
    private Optional<PlanId> nextPlan;
    private Cycle cycle;
    private Optional<LocalDate> lastDaily;
    private int monthsGiven;
    private long lastNotice;

    private Draft(Wallet before, Tariff tariff, Instant now) {
        this.before = before;
        this.tariff = tariff;
        this.now = now;
        this.lots = new ArrayList<>(before.lots());
        this.holds = new ArrayList<>(before.holds());
        this.counters = new ArrayList<>(before.counters());
        this.seq = before.seq();
        this.head = before.head();
        this.debt = before.debt();
        this.owned = before.posted() - before.debt();
        this.plan = before.plan(tariff);
        this.nextPlan = before.nextPlan();
        this.cycle = before.cycle();
        this.lastDaily = before.lastDaily();
        this.monthsGiven = before.monthsGiven();
        this.lastNotice = before.lastNotice();
    }

    /** A working copy in which time has passed. */
    static Draft at(Wallet wallet, Tariff tariff, Instant now) {
        Draft draft = new Draft(wallet, tariff, wallet.noEarlierThan(now));
        Passing.of(draft);
        return draft;
    }

    /** The same without what is given for the day: nobody has come. */
    static Draft swept(Wallet wallet, Tariff tariff, Instant now) {
        Draft draft = new Draft(wallet, tariff, wallet.noEarlierThan(now));
        Passing.ending(draft);
        return draft;
    }

    Instant now() {
        return now;
    }

    Wallet before() {
        return before;
    }

    Tariff tariff() {
        return tariff;
    }

    Plan plan() {
        return plan;
    }

    Cycle cycle() {
        return cycle;
    }

    long debt() {
        return debt;
    }

    List<Lot> lots() {
        return lots;
    }

    List<Hold> holds() {
        return holds;
    }

    Optional<LocalDate> lastDaily() {
        return lastDaily;
    }

    int monthsGiven() {
        return monthsGiven;
    }

    long posted() {
        return lots.stream().mapToLong(Lot::remaining).sum();
    }

    Optional<Lot> lot(String source) {
        return lots.stream().filter(lot -> lot.source().equals(source)).findFirst();
    }

    Optional<Hold> hold(OperationKey key) {
        return holds.stream().filter(hold -> hold.key().equals(key)).findFirst();
    }

    /** Live lots with something free that may pay for an action, in burn order. */
    List<Lot> spendable(Predicate<Lot> wanted) {
        return lots.stream().filter(lot -> lot.free() > 0 && lot.isLive(now) && wanted.test(lot)).sorted(Lot.BURN_ORDER).toList();
    }

    long available(Action action) {
        return debt > 0 ? 0 : lots.stream().filter(lot -> lot.isLive(now) && lot.pays(action)).mapToLong(Lot::free).sum();
    }

    Counter counter(Counter.Kind kind, String name, Instant period) {
        return counters.stream().filter(counter -> counter.counts(kind, name, period)).findFirst()
                .orElseGet(() -> new Counter(kind, name, period, 0, 0));
    }

    /** Notes a movement; {@link #book} numbers and chains it. */
    void move(Account from, Account to, String unit, long amount, Optional<String> lot, Optional<Instant> period, String actor,
            Optional<String> rule) {
        if (amount < 0) {
            throw new IllegalArgumentException("a movement has a direction, not a sign: " + amount);
        }
        if (amount > 0) {
            unbooked.add(new LedgerEntry(before.team(), 0, NOT_BOOKED, now, from, to, unit, amount, lot, period, actor, rule, ""));
        }
    }

    void move(Account from, Account to, long credits, String lot, String actor) {
        move(from, to, LedgerEntry.CREDIT, credits, Optional.of(lot), Optional.empty(), actor, Optional.empty());
    }

    /** Changes what is in a lot; one with nothing left is no longer carried along. */
    void change(String source, long ofRemaining, long ofHeld) {
        Lot lot = lot(source).orElseThrow(() -> new IllegalStateException("no lot " + source));
        replace(lot, lot.changed(ofRemaining, ofHeld));
    }

    private void replace(Lot old, Lot changed) {
        int place = lots.indexOf(old);
        if (changed.remaining() == 0) {
            lots.remove(place);
        } else {
            lots.set(place, changed);
        }
    }

    /** A lot comes into being; its birth is remembered for ever. */
    void bear(Lot lot, long alreadyGone) {
        born.add(lot);
        carry(lot.changed(-alreadyGone, 0));
    }

    /** Something came back into a lot that was no longer carried along. */
    void carry(Lot lot) {
        if (lot.remaining() > 0) {
            lots.add(lot);
        }
    }

    void owe(long more) {
        debt = Math.addExact(debt, more);
    }

    /** Whether what was counted in a period still matters: that of the current one, and of an earlier one in which holds are open. */
    boolean stillCounts(Counter.Kind kind, String name, Instant period) {
        return period.equals(cycle.start()) || counters.stream().anyMatch(counter -> counter.counts(kind, name, period) && counter.held() > 0);
    }

    void count(Counter.Kind kind, String name, Instant period, long ofUsed, long ofHeld) {
        if (ofUsed == 0 && ofHeld == 0) {
            return;
        }
        Counter counter = counter(kind, name, period);
        counters.remove(counter);
        counters.add(counter.changed(ofUsed, ofHeld));
    }

    void hold(Hold hold) {
        holds.add(hold);
    }

    void drop(Hold hold) {
        holds.remove(hold);
    }

    void open(Access access) {
        opened.add(access);
    }

    void close(UUID operation) {
        closed.add(operation);
    }

    void enter(Cycle next, Plan planFromNowOn) {
        cycle = next;
        plan = planFromNowOn;
        nextPlan = Optional.empty();
    }

    Plan planOfNextPeriod() {
        return nextPlan.map(tariff::plan).orElse(plan);
    }

    void subscribe(PlanId to, boolean atPeriodEnd) {
        nextPlan = atPeriodEnd ? Optional.of(to) : Optional.empty();
        plan = atPeriodEnd ? plan : tariff.plan(to);
    }

    /** What is no notice leaves the last one as it is. */
    void heed(OptionalLong notice) {
        lastNotice = notice.orElse(lastNotice);
    }

    void gaveDaily(LocalDate day) {
        lastDaily = Optional.of(day);
    }

    void gaveMonths(int months) {
        monthsGiven = months;
    }

    /** What an operation says of itself, besides what follows from its movements. */
    record Deed(OperationKey key, Operation.Kind kind, String command, Optional<Action> action, long units, String actor,
            Optional<String> target, Optional<String> about, Optional<String> note) {

        static Deed of(WalletCommand command, Operation.Kind kind) {
            return new Deed(command.key(), kind, command.text(), Optional.empty(), 0, command.actor(), Optional.empty(), Optional.empty(),
                    Optional.empty());
        }

        Deed using(Action what, long howMany, Optional<String> opened) {
            return new Deed(key, kind, command, Optional.of(what), howMany, actor, opened, about, note);
        }

        Deed about(String what) {
            return new Deed(key, kind, command, action, units, actor, target, Optional.of(what), note);
        }

        Deed because(Optional<String> why) {
            return new Deed(key, kind, command, action, units, actor, target, about, why);
        }
    }

    /** Ends an operation: numbers and chains the movements since the last one. */
    Operation book(Deed deed, WalletAnswer.Lasting answer) {
        UUID id = deed.key().operation(before.team());
        for (LedgerEntry open : unbooked) {
            seq++;
            LedgerEntry entry = new LedgerEntry(open.team(), seq, id, open.at(), open.from(), open.to(), open.unit(), open.amount(),
                    open.lot(), open.period(), open.actor(), open.rule(), "").chainedTo(head);
            head = entry.hash();
            entries.add(entry);
        }
        long owns = posted() - debt;
        Operation operation = new Operation(id, deed.key(), deed.kind(), deed.command(), deed.action(), deed.units(), owns - owned,
                lots.stream().mapToLong(Lot::free).sum(), deed.actor(), deed.target(), deed.about(), now, seq, unbooked.size(), deed.note(),
                answer);
        owned = owns;
        unbooked.clear();
        operations.add(operation);
        return operation;
    }

    /** Books the command's own operation and decides to write all of it. */
    WalletDecision done(Deed deed, WalletAnswer.Lasting answer) {
        book(deed, answer);
        return new WalletDecision.Write(result(), answer);
    }

    /** Writes what time has brought, if it brought anything. */
    WalletDecision touched() {
        return operations.isEmpty()
                ? new WalletDecision.Pass(new WalletAnswer.NothingDue())
                : new WalletDecision.Write(result(), new WalletAnswer.Booked(0, debt));
    }

    private WalletChange result() {
        return new WalletChange(before.version(), wallet(before.version() + 1), operations, entries, born, opened, closed);
    }

    Wallet wallet(long version) {
        List<Lot> burning = new ArrayList<>(lots);
        burning.sort(Lot.BURN_ORDER);
        List<Hold> ending = new ArrayList<>(holds);
        ending.sort(Comparator.comparing(Hold::expiresAt).thenComparing(hold -> hold.key().text()));
        List<Counter> counting = counters.stream().filter(counter -> counter.held() > 0 || counter.period().equals(cycle.start())).toList();
        return new Wallet(before.team(), version, seq, head, debt, Optional.of(plan.id()), nextPlan, before.ownerZone(), cycle,
                burning, ending, counting, now, lastDaily, monthsGiven, lastNotice);
    }
}
