package io.tastemaker.application.wallets.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;

class InMemoryWalletNewsTest extends WalletNewsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryWallets wallets = new InMemoryWallets(transactions, teams);
    private final WalletNews news = new InMemoryWalletNews(transactions, wallets);

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Wallets wallets() {
        return wallets;
    }

    @Override
    protected WalletNews news() {
        return news;
    }
}
