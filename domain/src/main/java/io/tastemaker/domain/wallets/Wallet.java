package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The credit account of a team. There is no balance besides what its lots hold. It never changes: a decision gives the next state and what
 * was booked on the way.
 *
 * @param team the owner
 * @param version counts the commands that wrote something, 0 before the first
 * @param seq the number of the last ledger entry, 0 before the first
 * @param head the hash of the last ledger entry
 * @param debt credits owed to the platform, at least 0
 * @param plan the plan; empty until the first command pins the plan of new teams
 * @param nextPlan the plan from the next period on
 * @param ownerZone the zone of the owner now; its days and months count from the next period on
 * @param cycle the period it is in
 * @param lots those with something left, in burn order
 * @param holds what is reserved, in the order of its end
 * @param counters what was used in this period, and in earlier ones that holds still count in
 * @param lastInstant the time of the last command that wrote something; time never runs back
 * @param lastDaily the last day that daily credits were given for
 * @param monthsGiven how many periods monthly credits were given for, or passed without any
 * @param lastNotice the newest notice that was heeded of whoever keeps the team's account, 0 before the first
 */
public record Wallet(
        TeamId team,
        long version,
        long seq,
        String head,
        long debt,
        Optional<PlanId> plan,
        Optional<PlanId> nextPlan,
        ZoneId ownerZone,
        Cycle cycle,
        List<Lot> lots,
        List<Hold> holds,
        List<Counter> counters,
        Instant lastInstant,
        Optional<LocalDate> lastDaily,
        int monthsGiven,
        long lastNotice) {

    /** A wallet holds at most this many credits. */
    public static final long MOST_CREDITS = 1_000L * WalletCommand.MOST_CREDITS;

    /** Checks that nothing is missing and copies the lists. */
    public Wallet {
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(nextPlan, "nextPlan");
        Objects.requireNonNull(ownerZone, "ownerZone");
        Objects.requireNonNull(cycle, "cycle");
        Objects.requireNonNull(lastInstant, "lastInstant");
        Objects.requireNonNull(lastDaily, "lastDaily");
        lots = List.copyOf(lots);
        holds = List.copyOf(holds);
        counters = List.copyOf(counters);
        if (debt < 0 || version < 0 || seq < 0 || lastNotice < 0) {
            throw new IllegalArgumentException("debt, version, number and notice are never negative");
        }
    }

    /**
     * The wallet of a new team: empty, on the plan of new teams, its cycle anchored where the team began.
     *
     * @param team the owner
     * @param since when the team began
     * @param zone its zone
     * @return version 0
     */
    public static Wallet opened(TeamId team, Instant since, ZoneId zone) {
        Instant start = since.truncatedTo(ChronoUnit.MICROS);
        return new Wallet(team, 0, 0, LedgerEntry.genesis(team), 0, Optional.empty(), Optional.empty(), zone, Cycle.beginning(start, zone),
                List.of(), List.of(), List.of(), start, Optional.empty(), 0, 0);
    }

    /**
     * Decides on a command. The whole rule: time first, then the plan's gate, then quota, allowance and credits, all or nothing. What
     * follows from an older notice than the last is not decided at all.
     *
     * @param command what is asked
     * @param facts what {@link Facts#wantedFor} asked to know
     * @param tariff prices and plans
     * @param now the time; an earlier one than the last command's counts as that
     * @return what is to be written and answered
     */
    public WalletDecision decide(WalletCommand command, Facts facts, Tariff tariff, Instant now) {
        if (isOutdated(command)) {
            return new WalletDecision.Pass(new WalletAnswer.Outdated(lastNotice));
        }
        Draft draft = command instanceof WalletCommand.Touch ? Draft.swept(this, tariff, now) : Draft.at(this, tariff, now);
        draft.heed(command.notice());
        return switch (command) {
            case WalletCommand.Charge charge -> Spending.charge(draft, charge, facts);
            case WalletCommand.Reserve reserve -> Spending.reserve(draft, reserve);
            case WalletCommand.Commit commit -> Settling.commit(draft, commit, facts);
            case WalletCommand.Release release -> Settling.release(draft, release, facts);
            case WalletCommand.Grant grant -> Granting.grant(draft, grant);
            case WalletCommand.Deduct deduct -> Granting.deduct(draft, deduct);
            case WalletCommand.Refund refund -> Reversing.refund(draft, refund, facts);
            case WalletCommand.Clawback clawback -> Reversing.clawback(draft, clawback, facts);
            case WalletCommand.ChangePlan change -> Granting.changePlan(draft, change);
            case WalletCommand.Touch touch -> draft.touched();
        };
    }

    /**
     * The wallet as it is at a time, with all that has expired, begun or fallen due since the last command. For reading: nothing of it is
     * written until the next command carries it.
     *
     * @param tariff prices and plans
     * @param now the time
     * @return the state at that time
     */
    public Wallet at(Tariff tariff, Instant now) {
        return Draft.at(this, tariff, now).wallet(version);
    }

    /**
     * The receipt of a use that takes nothing: what is left of quota, allowance and credits for an action.
     *
     * @param action the action; it must be priced
     * @param tariff prices and plans
     * @param now the time
     * @return the receipt
     */
    public Receipt receiptOfNothing(Action action, Tariff tariff, Instant now) {
        PricingRule rule = tariff.rule(action).orElseThrow(() -> new IllegalArgumentException("no price of " + action));
        return Bill.receipt(Draft.at(this, tariff, now), action, Split.NONE, rule.price(0), 0);
    }

    /**
     * The plan that counts.
     *
     * @param tariff prices and plans
     * @return the pinned plan, or that of new teams
     */
    public Plan plan(Tariff tariff) {
        return plan.map(tariff::plan).orElseGet(tariff::planOfNewTeams);
    }

    /**
     * All credits, those that are held included.
     *
     * @return the sum over the lots
     */
    public long posted() {
        return lots.stream().mapToLong(Lot::remaining).sum();
    }

    /**
     * What open holds have set aside.
     *
     * @return the sum over the lots
     */
    public long held() {
        return lots.stream().mapToLong(Lot::held).sum();
    }

    /**
     * What can be spent on an action.
     *
     * @param action the action
     * @param now the time
     * @return free credits of live lots that may pay for it; 0 while the wallet owes something
     */
    public long availableFor(Action action, Instant now) {
        return debt > 0 ? 0 : lots.stream().filter(lot -> lot.isLive(now) && lot.pays(action)).mapToLong(Lot::free).sum();
    }

    /**
     * What can be spent on whatever costs credits.
     *
     * @param now the time
     * @return free credits of live lots that pay for everything; 0 while the wallet owes something
     */
    public long available(Instant now) {
        return debt > 0 ? 0 : lots.stream().filter(lot -> lot.isLive(now) && lot.scope().isEmpty()).mapToLong(Lot::free).sum();
    }

    /**
     * An open hold.
     *
     * @param key under which it was reserved
     * @return the hold; empty when it was settled, has lapsed or never was
     */
    public Optional<Hold> hold(OperationKey key) {
        return holds.stream().filter(hold -> hold.key().equals(key)).findFirst();
    }

    /**
     * What was used or is held in the current period.
     *
     * @param kind what is counted
     * @param name the action's code, or the member's label
     * @return the counter, at 0 when nothing was
     */
    public Counter counter(Counter.Kind kind, String name) {
        return counters.stream().filter(counter -> counter.counts(kind, name, cycle.start())).findFirst()
                .orElseGet(() -> new Counter(kind, name, cycle.start(), 0, 0));
    }

    /**
     * The same wallet of an owner in another zone.
     *
     * @param zone the zone
     * @return the same version
     */
    public Wallet ofOwnerIn(ZoneId zone) {
        return new Wallet(team, version, seq, head, debt, plan, nextPlan, zone, cycle, lots, holds, counters, lastInstant, lastDaily,
                monthsGiven, lastNotice);
    }

    /** Whether somebody who keeps the account has said something newer before. */
    private boolean isOutdated(WalletCommand command) {
        return command.notice().orElse(lastNotice) < lastNotice;
    }

    /** Time as this wallet sees it: in microseconds, and never before the last command. */
    Instant noEarlierThan(Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        return time.isBefore(lastInstant) ? lastInstant : time;
    }
}
