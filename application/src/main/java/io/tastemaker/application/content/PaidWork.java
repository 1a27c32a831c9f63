package io.tastemaker.application.content;

import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ReserveCredits;
import io.tastemaker.application.wallets.SettleCredits;
import io.tastemaker.application.wallets.SpendCredits;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Work that may come to nothing, paid by what came of it: reserve, work, settle. What fails on the way costs nothing. */
final class PaidWork {

    /** When a reservation that is never settled comes back by itself; longer than any caller waits. */
    private static final Duration LAPSES = Duration.ofMinutes(5);

    private final SpendCredits spendCredits;
    private final ReserveCredits reserveCredits;
    private final SettleCredits settleCredits;

    PaidWork(SpendCredits spendCredits, ReserveCredits reserveCredits, SettleCredits settleCredits) {
        this.spendCredits = spendCredits;
        this.reserveCredits = reserveCredits;
        this.settleCredits = settleCredits;
    }

    /** Who pays, and for how much at most. */
    record Order(Actor actor, OperationKey key, Action action, long units, OptionalLong most) {

        Order again() {
            return new Order(actor, OperationKey.again(key), action, units, most);
        }
    }

    /** What came of it. */
    sealed interface Outcome<T> {
        /** Done and paid; the answer is empty when nothing was to be paid. */
        record Done<T>(T product, Optional<Answered> answered) implements Outcome<T> {}

        /** Not done, since it is not paid for. */
        record Refused<T>(Answered answered) implements Outcome<T> {}
    }

    /** Does it; as many units are paid as the product is worth, which may be none. */
    <T> Outcome<T> run(Order order, Supplier<T> work, ToLongFunction<T> worth) {
        ReserveCredits.Outcome reserved = reserveCredits.handle(new ReserveCredits.Command(order.actor(), Permission.ANALYSE_CONTENT,
                order.key(), order.action(), order.units(), order.most(), LAPSES));
        return switch (reserved) {
            case ReserveCredits.Outcome.Free free -> new Outcome.Done<>(work.get(), Optional.empty());
            case ReserveCredits.Outcome.Asked(Answered answered) when !(answered.answer() instanceof WalletAnswer.Reserved) ->
                new Outcome.Refused<>(answered);
            case ReserveCredits.Outcome.Asked(Answered answered) ->
                answered.replayed() ? repeated(order, work, worth) : paid(order, work, worth);
        };
    }

    /**
     * Somebody reserved for the same under this key before. What was paid then is not paid twice; what came to nothing, or was interrupted,
     * is a new attempt under a key of its own, since its own is settled for good.
     */
    private <T> Outcome<T> repeated(Order order, Supplier<T> work, ToLongFunction<T> worth) {
        boolean isUnpaid = settle(order, 0).answer() instanceof WalletAnswer.Settled;
        return isUnpaid ? run(order.again(), work, worth) : new Outcome.Done<>(work.get(), Optional.empty());
    }

    private <T> Outcome<T> paid(Order order, Supplier<T> work, ToLongFunction<T> worth) {
        boolean isSettled = false;
        try {
            T product = work.get();
            Answered settled = settle(order, worth.applyAsLong(product));
            isSettled = true;
            return new Outcome.Done<>(product, Optional.of(settled).filter(answered -> answered.answer() instanceof WalletAnswer.Settled));
        } finally {
            if (!isSettled) {
                settle(order, 0);
            }
        }
    }

    private Answered settle(Order order, long units) {
        return settleCredits.handle(new SettleCredits.Command(order.actor(), Permission.ANALYSE_CONTENT, order.key(), units));
    }

    /** What the wallet would answer; empty when nothing would be to pay. */
    Optional<Answered> foresee(Order order) {
        return switch (spendCredits.handle(new SpendCredits.Command(order.actor(), Permission.ANALYSE_CONTENT, order.key(), order.action(),
                order.units(), Optional.empty(), order.most(), true))) {
            case SpendCredits.Outcome.Free free -> Optional.empty();
            case SpendCredits.Outcome.Asked(Answered answered) -> Optional.of(answered);
        };
    }
}
