package io.tastemaker.application.exports;

import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ReserveCredits;
import io.tastemaker.application.wallets.SettleCredits;
import io.tastemaker.application.wallets.SpendCredits;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an export costs: set aside when it is asked for, taken when the file is whole, given back when there will be none. What is never
 * settled, such as by a program that nobody started again, comes back by itself.
 */
final class HeldCredits {

    /** The longest that a wallet holds anything; a file that is whole only later is charged then, at the price of the beginning. */
    private static final Duration LAPSES = Duration.ofHours(24);

    private final SpendCredits spendCredits;
    private final ReserveCredits reserveCredits;
    private final SettleCredits settleCredits;

    HeldCredits(SpendCredits spendCredits, ReserveCredits reserveCredits, SettleCredits settleCredits) {
        this.spendCredits = spendCredits;
        this.reserveCredits = reserveCredits;
        this.settleCredits = settleCredits;
    }

    /** Sets aside what one export costs. */
    ReserveCredits.Outcome reserve(Actor actor, OperationKey key, OptionalLong most) {
        return reserveCredits.handle(new ReserveCredits.Command(actor, Permission.EXPORT_DATA, key, Action.BULK_EXPORT, 1, most, LAPSES));
    }

    /** What the wallet would answer; empty when nothing would be to pay. */
    Optional<Answered> foresee(Actor actor, OperationKey key, OptionalLong most) {
        return switch (spendCredits.handle(new SpendCredits.Command(actor, Permission.EXPORT_DATA, key, Action.BULK_EXPORT, 1, Optional.empty(),
                most, true))) {
            case SpendCredits.Outcome.Free free -> Optional.empty();
            case SpendCredits.Outcome.Asked(Answered answered) -> Optional.of(answered);
        };
    }

    /** Takes what was set aside; false when it was given back, and then nothing is paid. A repeat takes nothing more. */
    boolean take(Export export) {
        return export.hold().map(hold -> settle(export.team(), new OperationKey(hold), 1)).orElse(true);
    }

    /** Gives back what was set aside, if it still is. */
    boolean release(Export export) {
        return export.hold().map(hold -> giveBack(export.team(), new OperationKey(hold))).orElse(true);
    }

    /** Gives back what was set aside; false when it was taken. */
    boolean giveBack(TeamId team, OperationKey hold) {
        return settle(team, hold, 0);
    }

    private boolean settle(TeamId team, OperationKey hold, long units) {
        return settleCredits.handle(new SettleCredits.Command(new Actor.System("exports", team), Permission.EXPORT_DATA, hold, units)).answer()
                instanceof WalletAnswer.Settled;
    }
}
