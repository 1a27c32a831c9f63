package io.tastemaker.application.wallets.out;

import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The wallets. A team has one from its first day. Each method is a short transaction of its own, and refuses to run inside another: the row
 * of a wallet is never locked for as long as somebody else's work takes.
 */
public interface Wallets {

    /** What became of a change. */
    sealed interface Applied {
        /** It is written. */
        record Written() implements Applied {}

        /** The wallet has another version than the change was decided on. Nothing is written; load it and decide again. */
        record Outdated() implements Applied {}

        /**
         * Something of it exists already. Nothing is written.
         *
         * @param what what exists
         */
        record Clash(Existing what) implements Applied {}
    }

    /** What may exist only once. */
    enum Existing {
        /** An operation with this key. */
        OPERATION,
        /** A lot of this source. */
        LOT,
        /** The same right, open. */
        ACCESS
    }

    /**
     * Loads a wallet.
     *
     * @param team the owner
     * @return the wallet; empty when there is no such team
     */
    Optional<Wallet> load(TeamId team);

    /**
     * Reads what decisions have to know besides the wallet.
     *
     * @param team the owner
     * @param wanted what
     * @param now the time, for what may have ended
     * @return what there is of it
     */
    Facts facts(TeamId team, Facts.Wanted wanted, Instant now);

    /**
     * Looks operations up, to answer repeats.
     *
     * @param team the owner
     * @param ids their ids
     * @return those that exist
     */
    List<Operation> operations(TeamId team, Set<UUID> ids);

    /**
     * Writes a change, all of it or nothing.
     *
     * @param change what was decided
     * @return what became of it
     */
    Applied apply(WalletChange change);
}
