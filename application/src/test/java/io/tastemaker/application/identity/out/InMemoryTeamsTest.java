package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;

class InMemoryTeamsTest extends TeamsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }
}
