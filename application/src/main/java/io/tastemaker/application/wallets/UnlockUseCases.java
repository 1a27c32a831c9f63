package io.tastemaker.application.wallets;

import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;

/**
 * What a team opens for itself of the creators that all teams share. It stands beside {@link WalletUseCases}, which know no creators.
 *
 * @param unlockCreator opens a record
 * @param unlockEmail reveals an address
 */
public record UnlockUseCases(UnlockCreator unlockCreator, UnlockEmail unlockEmail) {

    /** Builds them from the use cases of creators and of wallets. */
    @Inject
    public UnlockUseCases(Transactions transactions, CreatorUseCases creators, WalletUseCases wallets) {
        this(new UnlockCreator(transactions, creators.showCreator(), wallets.openAccess()),
                new UnlockEmail(transactions, creators.showCreator(), wallets.openAccess()));
    }
}
