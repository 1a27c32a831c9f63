package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.Wallet;
import java.util.Optional;

/** Computes a team's ledger anew: every hash, every movement, and what the wallet must hold in the end. */
public final class VerifyLedger {

    private final Transactions transactions;
    private final Ledgers ledgers;

    VerifyLedger(Transactions transactions, Ledgers ledgers) {
        this.transactions = transactions;
        this.ledgers = ledgers;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team whose ledger; any but the actor's own is for operators
     * @param anchor where an anchor saw the ledger end; empty to trust the wallet alone
     */
    public record Query(Actor actor, TeamId team, Optional<LedgerAnchor.Mark> anchor) {}

    /**
     * Verifies it, on one state of the store.
     *
     * @param query what is asked
     * @return that it is whole, or the first thing that is not
     * @throws Refusal.NotFound when there is no such team
     */
    public LedgerVerdict handle(Query query) {
        Actor actor = LookedAtTeam.actor(query.actor(), query.team(), Permission.VERIFY_WALLET);
        return transactions.reading(actor, () -> {
            Wallet wallet = ledgers.find().orElseThrow(Refusal.NotFound::new);
            LedgerVerdict verdict = LedgerVerdict.of(wallet, ledgers, query.anchor());
            return verdict instanceof LedgerVerdict.Whole ? summed(verdict, wallet, ledgers.findSums().orElseThrow(Refusal.NotFound::new)) : verdict;
        });
    }

    private static LedgerVerdict summed(LedgerVerdict whole, Wallet wallet, Ledgers.Sums stored) {
        Ledgers.Sums computed = new Ledgers.Sums(wallet.posted(), wallet.held());
        return stored.equals(computed) ? whole : new LedgerVerdict.Unbalanced("sums", computed.toString(), stored.toString());
    }
}
