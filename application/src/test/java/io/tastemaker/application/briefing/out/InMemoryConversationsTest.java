package io.tastemaker.application.briefing.out;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryConversationsTest extends ConversationsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);
    private final InMemoryConversations conversations = new InMemoryConversations(transactions, campaigns);

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
    protected Conversations conversations() {
        return conversations;
    }
}
