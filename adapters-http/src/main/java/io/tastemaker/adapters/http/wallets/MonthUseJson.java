package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.wallets.ShowUses;
import io.tastemaker.application.wallets.out.Ledgers;
import java.util.List;

/**
 * What was used in a month.
 *
 * @param month which
 * @param items by action and caller
 * @param totalCredits all credits together
 */
record MonthUseJson(
        @About("In the zone of the wallet, such as 2026-09") String month,
        @About("One for each action and caller") List<UseJson> items,
        long totalCredits) {

    /**
     * What somebody used of an action.
     *
     * @param action the action
     * @param actor who
     * @param times how many transactions
     * @param quotaUnits units that the plan paid for
     * @param allowanceUnits units that were free
     * @param credits what was paid
     */
    record UseJson(
            String action,
            ActorJson actor,
            @About("How many transactions") long times,
            @About("Units that the plan paid for") long quotaUnits,
            @About("Units that were free for everybody") long allowanceUnits,
            @About("Credits paid, refunds subtracted") long credits) {
        static UseJson of(Ledgers.Use use) {
            return new UseJson(use.action().code(), ActorJson.of(use.actor()), use.times(), use.quotaUnits(), use.allowanceUnits(),
                    use.credits());
        }
    }

    static MonthUseJson of(ShowUses.Month month) {
        return new MonthUseJson(month.month().toString(), month.uses().stream().map(UseJson::of).toList(), sum(month.uses()));
    }

    static long sum(List<Ledgers.Use> uses) {
        return uses.stream().mapToLong(Ledgers.Use::credits).sum();
    }
}
