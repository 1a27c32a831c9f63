package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.wallets.Lot;
import io.tastemaker.domain.wallets.Wallet;

/**
 * What a wallet holds.
 *
 * @param available what can be spent on everything
 * @param scoped what can be spent on some actions only
 * @param held what open reservations have set aside
 * @param debt what is owed to the platform
 */
record BalanceJson(
        @About("Credits that can be spent on everything; 0 while there is a debt") long available,
        @About("Credits besides those that pay for some actions only, as /wallet/grants says; 0 while there is a debt") long scoped,
        @About("Credits that open reservations have set aside") long held,
        @About("Credits owed: taken back after they were spent") long debt) {

    static BalanceJson of(WalletView view) {
        Wallet wallet = view.wallet();
        long scoped = wallet.debt() > 0 ? 0 : wallet.lots().stream().filter(lot -> lot.isLive(view.at()) && !lot.scope().isEmpty())
                .mapToLong(Lot::free).sum();
        return new BalanceJson(wallet.available(view.at()), scoped, wallet.held(), wallet.debt());
    }
}
