package io.tastemaker.application.wallets;

import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;

/**
 * A wallet as it is at a moment, with all that has expired or fallen due until then.
 *
 * @param team the owner
 * @param wallet the wallet
 * @param tariff the prices and plans of the moment
 * @param at the moment
 */
public record WalletView(TeamId team, Wallet wallet, Tariff tariff, Instant at) {

    /**
     * The plan that counts.
     *
     * @return the plan
     */
    public Plan plan() {
        return wallet.plan(tariff);
    }
}
