package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Undoes what was done, with new movements; nothing that was booked is ever changed. */
final class Reversing {

    /** How long credits can be spent that come back after the lot that had paid was gone. */
    private static final Duration REFUND_LIFE = Duration.ofDays(30);

    private static final String USAGE = "usage.";

    private Reversing() {}

    static WalletDecision refund(Draft draft, WalletCommand.Refund command, Facts facts) {
        Optional<Facts.Past> found = facts.of(command.operation()).filter(past -> paid(past).findAny().isPresent());
        if (found.isEmpty()) {
            return new WalletDecision.Pass(new WalletAnswer.NothingThere());
        }
        Facts.Past past = found.get();
        long paid = paid(past).filter(LedgerEntry::isCredit).mapToLong(LedgerEntry::amount).sum();
        long left = paid - past.reversed();
        boolean nothingLeft = left == 0 && past.refunds() > 0;
        long asked = command.credits().orElse(left);
        if (nothingLeft || asked > left) {
            return new WalletDecision.Pass(new WalletAnswer.TooMuch(asked, left));
        }
        if (asked > Wallet.MOST_CREDITS - draft.posted()) {
            return new WalletDecision.Pass(new WalletAnswer.TooMuch(asked, Wallet.MOST_CREDITS - draft.posted()));
        }
        returnCredits(draft, command, past, asked);
        if (asked == left) {
            paid(past).filter(entry -> !entry.isCredit()).forEach(entry -> returnUnits(draft, entry));
            draft.close(command.operation());
        }
        Operation reversed = past.operation();
        Draft.Deed deed = Draft.Deed.of(command, Operation.Kind.REFUND).about(command.operation().toString()).because(command.note());
        return draft.done(reversed.action().map(action -> deed.using(action, 0, reversed.target())).orElse(deed),
                new WalletAnswer.Booked(asked, draft.debt()));
    }

    static WalletDecision clawback(Draft draft, WalletCommand.Clawback command, Facts facts) {
        Optional<Facts.Birth> found = Optional.ofNullable(facts.births().get(command.source()))
                .filter(birth -> !birth.lot().kind().isGift());
        if (found.isEmpty()) {
            return new WalletDecision.Pass(new WalletAnswer.NothingThere());
        }
        Lot bought = found.get().lot();
        long target = BigInteger.valueOf(bought.granted()).multiply(BigInteger.valueOf(command.refunded()))
                .divide(BigInteger.valueOf(command.paid())).longValueExact();
        long more = target - found.get().taken();
        if (more > 0) {
            takeBack(draft, command, bought, more);
        } else if (more < 0) {
            giveAgain(draft, command, bought, -more);
        }
        return draft.done(Draft.Deed.of(command, Operation.Kind.CLAWBACK).about(command.source()),
                new WalletAnswer.Booked(Math.abs(more), draft.debt()));
    }

    /** What an operation used and somebody paid for, in the order in which it was booked. */
    private static Stream<LedgerEntry> paid(Facts.Past past) {
        return past.entries().stream().filter(entry -> entry.to().name().startsWith(USAGE) && !entry.from().equals(Account.UNCOLLECTED));
    }

    /** Newest first; what earlier refunds gave back is passed over. */
    private static void returnCredits(Draft draft, WalletCommand.Refund command, Facts.Past past, long credits) {
        long passed = past.reversed();
        long left = credits;
        List<LedgerEntry> newestFirst = paid(past).filter(LedgerEntry::isCredit).toList().reversed();
        for (LedgerEntry entry : newestFirst) {
            long skipped = Math.min(passed, entry.amount());
            passed -= skipped;
            long back = Math.min(left, entry.amount() - skipped);
            left -= back;
            if (back > 0) {
                returnCredits(draft, command, past, entry, back);
            }
        }
    }

    private static void returnCredits(Draft draft, WalletCommand.Refund command, Facts.Past past, LedgerEntry entry, long credits) {
        String source = entry.lot().orElseThrow();
        Lot birth = past.lots().stream().filter(lot -> lot.source().equals(source)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no birth of " + source));
        entry.period().filter(period -> draft.stillCounts(Counter.Kind.MEMBER, entry.actor(), period))
                .ifPresent(period -> draft.count(Counter.Kind.MEMBER, entry.actor(), period, -credits, 0));
        if (birth.hasExpired(draft.now()) && birth.kind().isGift()) {
            move(draft, entry, Account.BREAKAGE, credits, source);
            return;
        }
        long paysDebt = birth.kind().isGift() ? 0 : Math.min(draft.debt(), credits);
        move(draft, entry, Account.DEBT, paysDebt, source);
        draft.owe(-paysDebt);
        long rest = credits - paysDebt;
        if (rest == 0) {
            return;
        }
        if (birth.hasExpired(draft.now())) {
            Lot lot = Lot.of("refund:" + command.operation(draft.before().team()) + ":" + entry.seq(), LotKind.REFUND, birth.scope(), rest,
                    draft.now(), Optional.of(draft.now().plus(REFUND_LIFE)));
            move(draft, entry, Account.AVAILABLE, rest, lot.source());
            draft.bear(lot, 0);
        } else {
            move(draft, entry, Account.AVAILABLE, rest, source);
            if (draft.lot(source).isPresent()) {
                draft.change(source, rest, 0);
            } else {
                draft.carry(birth.changed(rest - birth.remaining(), -birth.held()));
            }
        }
    }

    /** Units of a period that is over are worth nothing any more. */
    private static void returnUnits(Draft draft, LedgerEntry entry) {
        Instant current = draft.cycle().start();
        if (!entry.period().equals(Optional.of(current))) {
            return;
        }
        Action action = new Action(entry.unit());
        Counter.Kind kind = entry.from().name().endsWith("included." + action) ? Counter.Kind.QUOTA : Counter.Kind.ALLOWANCE;
        draft.move(entry.to(), Account.units(kind, action), entry.unit(), entry.amount(), Optional.empty(), entry.period(), entry.actor(),
                entry.rule());
        draft.count(kind, action.code(), current, -entry.amount(), 0);
    }

    private static void move(Draft draft, LedgerEntry used, Account to, long credits, String lot) {
        draft.move(used.to(), to, LedgerEntry.CREDIT, credits, Optional.of(lot), used.period(), used.actor(), used.rule());
    }

    /** From the lot that was bought, then from other bought ones and the plan's, last to burn first; what is not there is owed. */
    private static void takeBack(Draft draft, WalletCommand.Clawback command, Lot bought, long credits) {
        Account origin = Account.issuance(bought.kind());
        List<Lot> others = draft.spendable(lot -> lot.kind().canBeClawedBack() && !lot.source().equals(bought.source())).reversed();
        List<Lot> lots = Stream.concat(draft.lot(bought.source()).filter(lot -> lot.free() > 0).stream(), others.stream()).toList();
        long taken = 0;
        for (Hold.Allocation part : Bill.allocate(lots, credits)) {
            draft.move(Account.AVAILABLE, origin, part.credits(), part.lot(), command.actor());
            draft.change(part.lot(), -part.credits(), 0);
            taken += part.credits();
        }
        draft.move(Account.DEBT, origin, credits - taken, bought.source(), command.actor());
        draft.owe(credits - taken);
    }

    private static void giveAgain(Draft draft, WalletCommand.Clawback command, Lot bought, long credits) {
        Account origin = Account.issuance(bought.kind());
        long paysDebt = Math.min(draft.debt(), credits);
        draft.move(origin, Account.DEBT, paysDebt, bought.source(), command.actor());
        draft.owe(-paysDebt);
        if (credits > paysDebt) {
            Optional<Instant> end = bought.hasExpired(draft.now()) ? Optional.of(draft.now().plus(REFUND_LIFE)) : bought.expiresAt();
            Lot lot = Lot.of("back:" + command.operation(draft.before().team()), LotKind.REFUND, bought.scope(), credits - paysDebt,
                    draft.now().isBefore(bought.effectiveAt()) ? bought.effectiveAt() : draft.now(), end);
            draft.move(origin, Account.AVAILABLE, credits - paysDebt, lot.source(), command.actor());
            draft.bear(lot, 0);
        }
    }
}
