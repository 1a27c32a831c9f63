package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;

class InMemoryCollaboratorsTest extends CollaboratorsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);
    private final InMemoryCollaborators collaborators = new InMemoryCollaborators(transactions, campaigns);

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
    protected Collaborators collaborators() {
        return collaborators;
    }

    @Override
    protected UserId member(TeamId of) {
        return new UserId(SeededIds.next());
    }
}
