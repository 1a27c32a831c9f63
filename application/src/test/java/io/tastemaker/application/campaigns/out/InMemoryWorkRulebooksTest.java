package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryWorkRulebooksTest extends WorkRulebooksContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);
    private final InMemoryWorkRulebooks rulebooks = new InMemoryWorkRulebooks(transactions, campaigns);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Campaigns campaigns() {
        return campaigns;
    }

    @Override
    protected WorkRulebooks rulebooks() {
        return rulebooks;
    }
}
