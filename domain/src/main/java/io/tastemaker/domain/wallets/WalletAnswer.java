package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import java.time.Instant;
import java.util.Optional;

/** What a wallet answers. */
public sealed interface WalletAnswer {

    /**
     * An answer that stands: it is stored under the command's key, and a repeat gets it again. Refusals for want of credits are among them,
     * so that a late duplicate does not charge after somebody has bought more.
     */
    sealed interface Lasting extends WalletAnswer {}

    /** An answer of the moment: nothing was stored, and the same key may be tried again. */
    sealed interface Passing extends WalletAnswer {}

    /**
     * It was used and paid.
     *
     * @param receipt what it took
     */
    record Charged(Receipt receipt) implements Lasting {}

    /**
     * It is set aside.
     *
     * @param receipt what it took
     * @param expiresAt when the hold lapses
     */
    record Reserved(Receipt receipt, Instant expiresAt) implements Lasting {}

    /**
     * A hold was committed or released.
     *
     * @param receipt what was used in the end; nothing of a released one
     * @param uncollected credits that could not be collected since the hold had lapsed; somebody should look at that
     */
    record Settled(Receipt receipt, long uncollected) implements Lasting {}

    /**
     * It is open already, and free.
     *
     * @param receipt a price of nothing
     * @param access what was paid before
     */
    record AlreadyOpen(Receipt receipt, Access access) implements Lasting {}

    /**
     * Credits were given, taken or moved, or something else of the wallet was changed.
     *
     * @param credits what was moved in sum, in whichever direction; at least 0
     * @param debt what is owed afterwards
     */
    record Booked(long credits, long debt) implements Lasting {}

    /**
     * Too few credits; nothing was consumed, neither quota nor allowance.
     *
     * @param action what for; empty for a deduction by hand
     * @param required what it would cost
     * @param available what is there for it; 0 while the wallet owes something
     * @param debt what the wallet owes
     */
    record CreditsMissing(Optional<Action> action, long required, long available, long debt) implements Lasting {
        /**
         * What would have to be added.
         *
         * @return at least 1
         */
        public long missing() {
            return required - available + debt;
        }
    }

    /**
     * It costs more than the caller is willing to pay.
     *
     * @param action what
     * @param price what it costs
     * @param most what the caller is willing to pay
     */
    record PriceAboveMax(Action action, long price, long most) implements Lasting {}

    /**
     * The plan does not allow it, whatever the balance.
     *
     * @param action what
     * @param sufficient the cheapest plan that does
     */
    record PlanRequired(Action action, Optional<Plan> sufficient) implements Passing {}

    /**
     * The member's cap does not allow it.
     *
     * @param cap the most credits in a period
     * @param used what was used of it, holds included
     * @param required what it would cost
     */
    record CapReached(long cap, long used, long required) implements Passing {}

    /**
     * Nobody priced this action.
     *
     * @param action the code
     */
    record UnknownAction(Action action) implements Passing {}

    /** There is nothing to settle, refund or claw back under that name. */
    record NothingThere() implements Passing {}

    /**
     * More than was reserved, than is left to refund, or than the wallet has room for.
     *
     * @param asked units or credits asked for
     * @param left units that were reserved, credits that are left to refund, or credits that the wallet can still take
     */
    record TooMuch(long asked, long left) implements Passing {}

    /**
     * The wallet owes something, and presents do not pay debts.
     *
     * @param debt how much
     */
    record Restricted(long debt) implements Passing {}

    /**
     * A source was granted before, under another key or with other terms.
     *
     * @param source the source
     */
    record GrantedBefore(String source) implements Passing {}

    /**
     * A newer notice was heeded before; what follows from an older one changes nothing. Whoever said it looks at the account again and says
     * what is so now.
     *
     * @param last the newest notice that was heeded
     */
    record Outdated(long last) implements Passing {}

    /** The key stands for another command. */
    record KeyReused() implements Passing {}

    /** Time has passed and nothing came of it. */
    record NothingDue() implements Passing {}

    /**
     * The receipt of an answer that has one.
     *
     * @return what it took
     */
    default Optional<Receipt> charge() {
        return switch (this) {
            case Charged(Receipt receipt) -> Optional.of(receipt);
            case Reserved(Receipt receipt, Instant until) -> Optional.of(receipt);
            case Settled(Receipt receipt, long uncollected) -> Optional.of(receipt);
            case AlreadyOpen(Receipt receipt, Access access) -> Optional.of(receipt);
            case Booked booked -> Optional.empty();
            case CreditsMissing missing -> Optional.empty();
            case PriceAboveMax above -> Optional.empty();
            case Passing passing -> Optional.empty();
        };
    }
}
