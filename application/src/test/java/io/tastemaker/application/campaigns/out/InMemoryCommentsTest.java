package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryCommentsTest extends CommentsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);
    private final InMemoryShortlists shortlists = new InMemoryShortlists(transactions, campaigns);
    private final InMemoryDeliverables deliverables = new InMemoryDeliverables(transactions, campaigns, shortlists);
    private final InMemoryComments comments = new InMemoryComments(transactions, campaigns, deliverables);

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
    protected Deliverables deliverables() {
        return deliverables;
    }

    @Override
    protected Comments comments() {
        return comments;
    }
}
