package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.wallets.Cycle;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wallet in short.
 *
 * @param teamId whose
 * @param plan the plan
 * @param planVersion its version
 * @param nextPlan the plan from the next period on
 * @param balance what it holds
 * @param restricted whether a debt keeps it from spending
 * @param timeZone whose days and months count
 * @param cycle the period it is in
 * @param entries how many ledger entries there are
 */
record WalletJson(
        UUID teamId,
        @About("As in /billing/plans") String plan,
        int planVersion,
        @About("The plan from the next period on, when it will be another") Optional<String> nextPlan,
        BalanceJson balance,
        @About("Whether a debt keeps it from spending credits; quota and allowance still count") boolean restricted,
        @About("Whose days and months count in this period") String timeZone,
        CycleJson cycle,
        @About("How many entries its ledger has") long entries) {

    /**
     * The period of quotas, allowances, member caps and monthly credits.
     *
     * @param number 0 for the first
     * @param startsAt its beginning
     * @param endsAt its end, exclusive
     */
    record CycleJson(@About("0 for the first") int number, Instant startsAt, @About("Exclusive") Instant endsAt) {}

    static WalletJson of(WalletView view) {
        Wallet wallet = view.wallet();
        Cycle cycle = wallet.cycle();
        PlanId plan = view.plan().id();
        return new WalletJson(view.team().value(), plan.key(), plan.version(), wallet.nextPlan().map(PlanId::key), BalanceJson.of(view),
                wallet.debt() > 0, cycle.zone().getId(), new CycleJson(cycle.index(), cycle.start(), cycle.end()), wallet.seq());
    }
}
