package io.tastemaker.application.proposals.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryProposalAccessesTest extends ProposalAccessesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryProposalAccesses accesses = new InMemoryProposalAccesses(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected ProposalAccesses accesses() {
        return accesses;
    }
}
