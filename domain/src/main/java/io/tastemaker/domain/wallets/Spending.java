package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Uses something at once, or sets it aside. */
final class Spending {

    private Spending() {}

    static WalletDecision charge(Draft draft, WalletCommand.Charge command, Facts facts) {
        Spend spend = command.spend();
        Optional<PricingRule> rule = draft.tariff().rule(spend.action());
        if (rule.isEmpty()) {
            return new WalletDecision.Pass(new WalletAnswer.UnknownAction(spend.action()));
        }
        Draft.Deed deed = deed(command, Operation.Kind.SPEND, spend);
        Optional<Access> open = spend.right().map(facts.open()::get).filter(access -> access.isActive(draft.now()));
        if (open.isPresent()) {
            Receipt nothing = Bill.receipt(draft, spend.action(), Split.NONE, rule.get().price(spend.discount()), 0);
            return lasting(draft, deed, new WalletAnswer.AlreadyOpen(nothing, open.get()));
        }
        return switch (Bill.of(draft, spend, rule.get())) {
            case Bill.Result.Refuses(WalletAnswer answer) -> refused(draft, command, spend, answer);
            case Bill.Result.Pays(Bill.Payable bill) -> {
                use(draft, spend, bill);
                Receipt receipt = Bill.receipt(draft, spend.action(), bill.split(), bill.price(), bill.credits());
                spend.right().ifPresent(right -> draft.open(new Access(right, until(draft, rule.get()),
                        command.operation(draft.before().team()), spend.actor(), draft.now())));
                yield draft.done(deed, new WalletAnswer.Charged(receipt));
            }
        };
    }

    private static Optional<Instant> until(Draft draft, PricingRule rule) {
        return rule.accessFor().map(time -> draft.now().plus(time).truncatedTo(ChronoUnit.MICROS));
    }

    static WalletDecision reserve(Draft draft, WalletCommand.Reserve command) {
        Spend spend = command.spend();
        Optional<PricingRule> rule = draft.tariff().rule(spend.action());
        if (rule.isEmpty()) {
            return new WalletDecision.Pass(new WalletAnswer.UnknownAction(spend.action()));
        }
        return switch (Bill.of(draft, spend, rule.get())) {
            case Bill.Result.Refuses(WalletAnswer answer) -> refused(draft, command, spend, answer);
            case Bill.Result.Pays(Bill.Payable bill) -> {
                Instant end = draft.now().plus(command.ttl()).truncatedTo(ChronoUnit.MICROS);
                setAside(draft, command, bill, end);
                Receipt receipt = Bill.receipt(draft, spend.action(), bill.split(), bill.price(), bill.credits());
                yield draft.done(deed(command, Operation.Kind.RESERVE, spend), new WalletAnswer.Reserved(receipt, end));
            }
        };
    }

    /** Takes what a bill says out of quota, allowance and lots for good. */
    static void use(Draft draft, Spend spend, Bill.Payable bill) {
        Instant period = draft.cycle().start();
        String actor = spend.actor();
        Optional<String> rule = Optional.of(bill.price().rule());
        useUnits(draft, Counter.Kind.QUOTA, spend.action(), bill.split().quota(), actor, rule);
        useUnits(draft, Counter.Kind.ALLOWANCE, spend.action(), bill.split().allowance(), actor, rule);
        for (Hold.Allocation part : bill.allocations()) {
            draft.move(Account.AVAILABLE, Account.usage(spend.action()), LedgerEntry.CREDIT, part.credits(), Optional.of(part.lot()),
                    Optional.of(period), actor, rule);
            draft.change(part.lot(), -part.credits(), 0);
        }
        draft.count(Counter.Kind.MEMBER, actor, period, bill.credits(), 0);
    }

    private static void useUnits(Draft draft, Counter.Kind kind, Action action, long units, String actor, Optional<String> rule) {
        Instant period = draft.cycle().start();
        draft.move(Account.units(kind, action), Account.usage(action), action.code(), units, Optional.empty(), Optional.of(period), actor, rule);
        draft.count(kind, action.code(), period, units, 0);
    }

    private static void setAside(Draft draft, WalletCommand.Reserve command, Bill.Payable bill, Instant end) {
        Spend spend = command.spend();
        Instant period = draft.cycle().start();
        Optional<String> rule = Optional.of(bill.price().rule());
        setAside(draft, Counter.Kind.QUOTA, spend, bill.split().quota(), rule);
        setAside(draft, Counter.Kind.ALLOWANCE, spend, bill.split().allowance(), rule);
        for (Hold.Allocation part : bill.allocations()) {
            draft.move(Account.AVAILABLE, Account.HELD, LedgerEntry.CREDIT, part.credits(), Optional.of(part.lot()), Optional.of(period),
                    spend.actor(), rule);
            draft.change(part.lot(), 0, part.credits());
        }
        draft.count(Counter.Kind.MEMBER, spend.actor(), period, 0, bill.credits());
        draft.hold(new Hold(command.key(), spend.action(), bill.split(), bill.price(), bill.allocations(), period, spend.actor(), end));
    }

    private static void setAside(Draft draft, Counter.Kind kind, Spend spend, long units, Optional<String> rule) {
        Instant period = draft.cycle().start();
        Action action = spend.action();
        draft.move(Account.units(kind, action), Account.heldUnits(kind, action), action.code(), units, Optional.empty(), Optional.of(period),
                spend.actor(), rule);
        draft.count(kind, action.code(), period, 0, units);
    }

    private static WalletDecision refused(Draft draft, WalletCommand command, Spend spend, WalletAnswer answer) {
        return switch (answer) {
            case WalletAnswer.Lasting lasting -> lasting(draft, deed(command, Operation.Kind.REFUSAL, spend), lasting);
            case WalletAnswer.Passing passing -> new WalletDecision.Pass(passing);
        };
    }

    /** An answer that moves nothing is kept only for those who may ask again under the same key. */
    private static WalletDecision lasting(Draft draft, Draft.Deed deed, WalletAnswer.Lasting answer) {
        return deed.key().isRepeatable() ? draft.done(deed, answer) : new WalletDecision.Pass(answer);
    }

    private static Draft.Deed deed(WalletCommand command, Operation.Kind kind, Spend spend) {
        return Draft.Deed.of(command, kind).using(spend.action(), spend.units(), spend.target());
    }
}
