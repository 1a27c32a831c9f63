package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.shared.out.TransactionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTransactionsTest extends TransactionsContract {

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
    protected Campaigns campaigns() {
        return new JooqCampaigns(DATABASE.transactions());
    }
}
