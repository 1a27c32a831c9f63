package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryPresentedKeysTest extends PresentedKeysContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryApiKeys keys = new InMemoryApiKeys(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected ApiKeys keys() {
        return keys;
    }

    @Override
    protected PresentedKeys presented() {
        return keys.presented();
    }

    @Override
    protected void afterAMoment() {}
}
