package io.tastemaker.application.billing.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryOrdersTest extends OrdersContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryOrders orders = new InMemoryOrders(transactions);

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
    protected Orders orders() {
        return orders;
    }
}
