package io.tastemaker.adapters.persistence.proposals;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.proposals.out.ProposalAccesses;
import io.tastemaker.application.proposals.out.ProposalAccessesContract;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqProposalAccessesTest extends ProposalAccessesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected ProposalAccesses accesses() {
        return new JooqProposalAccesses(DATABASE.transactions(), DATABASE.acrossTeams());
    }
}
