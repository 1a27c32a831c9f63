package io.tastemaker.application.wallets.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.WalletStanding;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Operation;
import java.util.Collection;
import java.util.List;

/** What happened in wallets in memory. */
public final class InMemoryWalletNews implements WalletNews {

    private final InMemoryTransactions transactions;
    private final InMemoryWallets wallets;

    public InMemoryWalletNews(InMemoryTransactions transactions, InMemoryWallets wallets) {
        this.transactions = transactions;
        this.wallets = wallets;
    }

    @Override
    public List<WalletStanding> standings(Collection<TeamId> teams) {
        return transactions.alone(() -> teams.stream().flatMap(team -> wallets.stored(team).stream())
                .map(wallet -> new WalletStanding(wallet.team(), wallet.version(), wallet.posted() - wallet.held())).toList());
    }

    @Override
    public List<Operation> between(TeamId team, long from, long to) {
        return transactions.alone(() -> wallets.book(team).stream().flatMap(book -> book.operations().stream()
                .filter(operation -> book.version(operation) >= from && book.version(operation) < to)).toList());
    }
}
