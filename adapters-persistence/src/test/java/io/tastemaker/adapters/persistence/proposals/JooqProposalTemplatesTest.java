package io.tastemaker.adapters.persistence.proposals;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.proposals.out.ProposalTemplates;
import io.tastemaker.application.proposals.out.ProposalTemplatesContract;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqProposalTemplatesTest extends ProposalTemplatesContract {

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
    protected ProposalTemplates templates() {
        return new JooqProposalTemplates(DATABASE.transactions());
    }
}
