package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryMembershipsTest extends MembershipsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryUsers users = new InMemoryUsers(transactions, teams);

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected Transactions transactions() {
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
    protected Memberships memberships() {
        return new InMemoryMemberships(transactions, users);
    }
}
