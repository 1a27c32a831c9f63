package io.tastemaker.application.operations.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryJobNewsTest extends JobNewsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryJobs jobs = new InMemoryJobs(transactions);
    private final JobNews news = new InMemoryJobNews(transactions, jobs);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Jobs jobs() {
        return jobs;
    }

    @Override
    protected JobNews news() {
        return news;
    }
}
