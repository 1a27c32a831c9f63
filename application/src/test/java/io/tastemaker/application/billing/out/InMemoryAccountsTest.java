package io.tastemaker.application.billing.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.TeamId;

class InMemoryAccountsTest extends AccountsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryOrders orders = new InMemoryOrders(transactions);
    private final InMemoryAccounts accounts = new InMemoryAccounts(transactions, orders);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected void close(TeamId closed) {
        accounts.close(closed);
    }
}
