package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Ends a hold. Commit and release share one key, so that exactly one of them ever counts. */
final class Settling {

    private Settling() {}

    static WalletDecision commit(Draft draft, WalletCommand.Commit command, Facts facts) {
        Optional<Hold> open = draft.hold(command.reserved());
        if (open.isEmpty()) {
            return lateCommit(draft, command, facts);
        }
        Hold hold = open.get();
        if (command.units() > hold.split().units()) {
            return new WalletDecision.Pass(new WalletAnswer.TooMuch(command.units(), hold.split().units()));
        }
        Split used = hold.split().used(command.units());
        long cost = hold.price().of(used.credits());
        use(draft, hold, used, cost);
        giveBack(draft, hold, hold.split().minus(used), hold.credits() - cost, draft.now());
        draft.drop(hold);
        Receipt receipt = Bill.receipt(draft, hold.action(), used, hold.price(), cost);
        return draft.done(deed(draft, command, Operation.Kind.COMMIT, command.reserved(), hold.action(), command.units()),
                new WalletAnswer.Settled(receipt, 0));
    }

    static WalletDecision release(Draft draft, WalletCommand.Release command, Facts facts) {
        Optional<Hold> open = draft.hold(command.reserved());
        Optional<Receipt> reserved = reserved(draft, command.reserved(), facts);
        if (open.isEmpty() && reserved.isEmpty()) {
            return new WalletDecision.Pass(new WalletAnswer.NothingThere());
        }
        open.ifPresent(hold -> {
            giveBack(draft, hold, hold.split(), hold.credits(), draft.now());
            draft.drop(hold);
        });
        Action action = open.map(Hold::action).or(() -> reserved.map(Receipt::action)).orElseThrow();
        Price price = open.map(Hold::price).or(() -> reserved.map(Receipt::price)).orElseThrow();
        return draft.done(deed(draft, command, Operation.Kind.RELEASE, command.reserved(), action, 0),
                new WalletAnswer.Settled(Bill.receipt(draft, action, Split.NONE, price, 0), 0));
    }

    /**
     * Gives back what a hold had set aside: credits to their lots, units to their own period. What comes back into a lot that has ended
     * is lost, and what comes back into a bought lot pays the debt first.
     *
     * @param units how many units
     * @param credits how many credits; the last ones that were set aside
     * @param at when it comes back, for lots that end
     */
    static void giveBack(Draft draft, Hold hold, Split units, long credits, Instant at) {
        Optional<String> rule = Optional.of(hold.price().rule());
        giveBack(draft, hold, Counter.Kind.QUOTA, units.quota(), rule);
        giveBack(draft, hold, Counter.Kind.ALLOWANCE, units.allowance(), rule);
        draft.count(Counter.Kind.MEMBER, hold.actor(), hold.period(), 0, -credits);
        long left = credits;
        for (Hold.Allocation part : hold.allocations().reversed()) {
            long back = Math.min(left, part.credits());
            left -= back;
            if (back > 0) {
                giveBack(draft, hold, part.lot(), back, at, rule);
            }
        }
    }

    private static void giveBack(Draft draft, Hold hold, Counter.Kind kind, long units, Optional<String> rule) {
        draft.move(Account.heldUnits(kind, hold.action()), Account.units(kind, hold.action()), hold.action().code(), units, Optional.empty(),
                Optional.of(hold.period()), hold.actor(), rule);
        draft.count(kind, hold.action().code(), hold.period(), 0, -units);
    }

    private static void giveBack(Draft draft, Hold hold, String source, long credits, Instant at, Optional<String> rule) {
        Lot lot = draft.lot(source).orElseThrow(() -> new IllegalStateException("a hold pins its lot: " + source));
        long lost = lot.hasExpired(at) ? credits : 0;
        long paysDebt = lost > 0 || lot.kind().funds() != LotKind.Funds.PAID ? 0 : Math.min(draft.debt(), credits);
        move(draft, hold, Account.BREAKAGE, lost, source, rule);
        move(draft, hold, Account.DEBT, paysDebt, source, rule);
        move(draft, hold, Account.AVAILABLE, credits - lost - paysDebt, source, rule);
        draft.change(source, -lost - paysDebt, -credits);
        draft.owe(-paysDebt);
    }

    private static void use(Draft draft, Hold hold, Split used, long cost) {
        Optional<String> rule = Optional.of(hold.price().rule());
        use(draft, hold, Counter.Kind.QUOTA, used.quota(), rule);
        use(draft, hold, Counter.Kind.ALLOWANCE, used.allowance(), rule);
        draft.count(Counter.Kind.MEMBER, hold.actor(), hold.period(), cost, -cost);
        long left = cost;
        for (Hold.Allocation part : hold.allocations()) {
            long taken = Math.min(left, part.credits());
            left -= taken;
            if (taken > 0) {
                move(draft, hold, Account.usage(hold.action()), taken, part.lot(), rule);
                draft.change(part.lot(), -taken, -taken);
            }
        }
    }

    private static void use(Draft draft, Hold hold, Counter.Kind kind, long units, Optional<String> rule) {
        draft.move(Account.heldUnits(kind, hold.action()), Account.usage(hold.action()), hold.action().code(), units, Optional.empty(),
                Optional.of(hold.period()), hold.actor(), rule);
        draft.count(kind, hold.action().code(), hold.period(), units, -units);
    }

    private static void move(Draft draft, Hold hold, Account to, long credits, String lot, Optional<String> rule) {
        draft.move(Account.HELD, to, LedgerEntry.CREDIT, credits, Optional.of(lot), Optional.of(hold.period()), hold.actor(), rule);
    }

    /**
     * The work was done, but the hold had lapsed: it is charged anew under the price that was pinned, and what the wallet cannot pay is
     * booked as uncollected instead of being forgotten. Gate and cap are not asked again.
     */
    private static WalletDecision lateCommit(Draft draft, WalletCommand.Commit command, Facts facts) {
        Optional<Receipt> reserved = reserved(draft, command.reserved(), facts);
        if (reserved.isEmpty()) {
            return new WalletDecision.Pass(new WalletAnswer.NothingThere());
        }
        Receipt before = reserved.get();
        if (command.units() > before.split().units()) {
            return new WalletDecision.Pass(new WalletAnswer.TooMuch(command.units(), before.split().units()));
        }
        Action action = before.action();
        String actor = facts.of(command.reserved().operation(draft.before().team())).orElseThrow().operation().actor();
        long allowance = draft.tariff().rule(action).map(PricingRule::allowance).orElse(0L);
        Split split = Bill.split(draft, action, command.units(), allowance);
        long cost = before.price().of(split.credits());
        boolean paid = cost <= draft.available(action);
        List<Hold.Allocation> allocations = paid ? Bill.allocate(draft.spendable(lot -> lot.pays(action)), cost) : List.of();
        if (command.units() > 0) {
            Spend spend = new Spend(action, command.units(), Optional.empty(), actor, OptionalLong.empty(), OptionalLong.empty(), 0);
            Spending.use(draft, spend, new Bill.Payable(split, before.price(), cost, allocations));
        }
        if (!paid) {
            draft.move(Account.UNCOLLECTED, Account.usage(action), LedgerEntry.CREDIT, cost, Optional.empty(),
                    Optional.of(draft.cycle().start()), actor, Optional.of(before.price().rule()));
        }
        Receipt receipt = Bill.receipt(draft, action, split, before.price(), paid ? cost : 0);
        return draft.done(deed(draft, command, Operation.Kind.COMMIT, command.reserved(), action, command.units()),
                new WalletAnswer.Settled(receipt, paid ? 0 : cost));
    }

    private static Optional<Receipt> reserved(Draft draft, OperationKey key, Facts facts) {
        return facts.of(key.operation(draft.before().team())).map(Facts.Past::operation).map(Operation::answer)
                .flatMap(answer -> answer instanceof WalletAnswer.Reserved(Receipt receipt, Instant until) ? Optional.of(receipt) : Optional.empty());
    }

    private static Draft.Deed deed(Draft draft, WalletCommand command, Operation.Kind kind, OperationKey reserved, Action action, long units) {
        return Draft.Deed.of(command, kind).using(action, units, Optional.empty())
                .about(reserved.operation(draft.before().team()).toString());
    }
}
