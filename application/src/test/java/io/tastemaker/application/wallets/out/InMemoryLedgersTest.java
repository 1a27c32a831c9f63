package io.tastemaker.application.wallets.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryLedgersTest extends LedgersContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryWallets wallets = new InMemoryWallets(transactions, teams);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Wallets wallets() {
        return wallets;
    }

    @Override
    protected Ledgers ledgers() {
        return new InMemoryLedgers(transactions, wallets);
    }
}
