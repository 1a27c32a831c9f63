package io.tastemaker.application.shared.out;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;

class InMemoryTransactionsTest extends TransactionsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);

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
}
