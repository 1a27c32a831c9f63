package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.WalletNews;
import jakarta.inject.Inject;

/**
 * What is done with news of wallets.
 *
 * @param showWalletStandings shows where they stand
 * @param listWalletNews lists what happened
 */
public record WalletNewsUseCases(ShowWalletStandings showWalletStandings, ListWalletNews listWalletNews) {

    /** Builds them from the driven port. */
    @Inject
    public WalletNewsUseCases(WalletNews news) {
        this(new ShowWalletStandings(news), new ListWalletNews(news));
    }
}
