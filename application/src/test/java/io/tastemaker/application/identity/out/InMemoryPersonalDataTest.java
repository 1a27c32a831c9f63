package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;

class InMemoryPersonalDataTest extends PersonalDataContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryUsers users = new InMemoryUsers(transactions, teams);
    private final InMemoryPersonalData personalData = new InMemoryPersonalData(transactions, users);

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
    protected PersonalData personalData() {
        return personalData;
    }
}
