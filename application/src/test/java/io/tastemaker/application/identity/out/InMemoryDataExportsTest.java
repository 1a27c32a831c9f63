package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;

class InMemoryDataExportsTest extends DataExportsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryUsers users = new InMemoryUsers(transactions, teams);
    private final InMemoryDataExports exports = new InMemoryDataExports(transactions, users);

    @Override
    protected PlatformTransactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected DataExports exports() {
        return exports;
    }
}
