package io.tastemaker.application.proposals.out;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.proposals.PartnershipUseCases.Stores;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;

class InMemoryProposalInvitationsTest extends ProposalInvitationsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCreators creators = new InMemoryCreators(transactions);
    private final InMemoryProposals proposals = new InMemoryProposals(transactions);
    private final Stores stores = InMemoryProposalParts.stores(transactions, proposals);


    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Creators creators() {
        return creators;
    }

    @Override
    protected Proposals proposals() {
        return proposals;
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected UserId member(TeamId of) {
        return new UserId(SeededIds.next());
    }
}
