package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryOwnTeamTest extends OwnTeamContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);

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
    protected OwnTeam own() {
        return new InMemoryOwnTeam(transactions, teams);
    }
}
