package io.tastemaker.application.wallets.out;

import io.tastemaker.application.wallets.WalletStanding;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Operation;
import java.util.Collection;
import java.util.List;

/**
 * What happened in wallets, in the order in which it was committed. The version of a wallet gives that order by itself: each change is
 * written by moving the wallet's row from the version it was decided on, so whoever sees a version can read all that was done on smaller ones.
 * Each method is a step of its own.
 */
public interface WalletNews {

    /**
     * Where wallets stand.
     *
     * @param teams whose
     * @return one for each that there is
     */
    List<WalletStanding> standings(Collection<TeamId> teams);

    /**
     * What was done in a wallet.
     *
     * @param team whose
     * @param from the version on which the first of it was decided
     * @param to the version on which nothing of it was decided any more
     * @return the operations in their order
     */
    List<Operation> between(TeamId team, long from, long to);
}
