package io.tastemaker.domain.wallets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Gives and takes credits by hand or for money, and changes the plan. */
final class Granting {

    private Granting() {}

    static WalletDecision grant(Draft draft, WalletCommand.Grant command) {
        LotKind kind = command.kind();
        if (draft.lot(command.source()).isPresent()) {
            return new WalletDecision.Pass(new WalletAnswer.GrantedBefore(command.source()));
        }
        if (kind.isGift() && draft.debt() > 0) {
            return new WalletDecision.Pass(new WalletAnswer.Restricted(draft.debt()));
        }
        long room = Wallet.MOST_CREDITS - draft.posted();
        if (command.credits() > room) {
            return new WalletDecision.Pass(new WalletAnswer.TooMuch(command.credits(), room));
        }
        Lot lot = Lot.of(command.source(), kind, command.scope(), command.credits(), beginning(draft, command), command.expiresAt());
        long paysDebt = kind.isGift() ? 0 : Math.min(draft.debt(), command.credits());
        draft.move(Account.issuance(kind), Account.DEBT, paysDebt, lot.source(), command.actor());
        draft.owe(-paysDebt);
        draft.move(Account.issuance(kind), Account.AVAILABLE, command.credits() - paysDebt, lot.source(), command.actor());
        draft.bear(lot, paysDebt);
        return draft.done(Draft.Deed.of(command, Operation.Kind.GRANT).about(lot.source()).because(command.note()),
                new WalletAnswer.Booked(command.credits(), draft.debt()));
    }

    /** What comes too late is booked like everything else, pays what is owed, and ends with the next command. */
    private static Instant beginning(Draft draft, WalletCommand.Grant command) {
        Instant from = command.effectiveAt().orElse(draft.now());
        return command.expiresAt().filter(end -> !from.isBefore(end)).map(end -> end.minus(1, ChronoUnit.MICROS)).orElse(from);
    }

    static WalletDecision deduct(Draft draft, WalletCommand.Deduct command) {
        List<Lot> lots = draft.spendable(lot -> true);
        long free = lots.stream().mapToLong(Lot::free).sum();
        if (command.credits() > free) {
            return draft.done(Draft.Deed.of(command, Operation.Kind.REFUSAL).because(command.note()),
                    new WalletAnswer.CreditsMissing(Optional.empty(), command.credits(), free, 0));
        }
        for (Hold.Allocation part : Bill.allocate(lots, command.credits())) {
            draft.move(Account.AVAILABLE, Account.ADJUSTMENT, part.credits(), part.lot(), command.actor());
            draft.change(part.lot(), -part.credits(), 0);
        }
        return draft.done(Draft.Deed.of(command, Operation.Kind.DEDUCTION).because(command.note()),
                new WalletAnswer.Booked(command.credits(), draft.debt()));
    }

    static WalletDecision changePlan(Draft draft, WalletCommand.ChangePlan command) {
        if (!draft.tariff().plans().containsKey(command.plan())) {
            return new WalletDecision.Pass(new WalletAnswer.NothingThere());
        }
        draft.subscribe(command.plan(), command.atPeriodEnd());
        return draft.done(Draft.Deed.of(command, Operation.Kind.PLAN_CHANGE).about(command.plan().toString()),
                new WalletAnswer.Booked(0, draft.debt()));
    }
}
