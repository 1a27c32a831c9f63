package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryDeliverablesTest extends DeliverablesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);
    private final InMemoryCreators creators = new InMemoryCreators(transactions);
    private final InMemoryShortlists shortlists = new InMemoryShortlists(transactions, campaigns);
    private final InMemoryDeliverables deliverables = new InMemoryDeliverables(transactions, campaigns, shortlists);

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
    protected Creators creators() {
        return creators;
    }

    @Override
    protected Shortlists shortlists() {
        return shortlists;
    }

    @Override
    protected Deliverables deliverables() {
        return deliverables;
    }
}
