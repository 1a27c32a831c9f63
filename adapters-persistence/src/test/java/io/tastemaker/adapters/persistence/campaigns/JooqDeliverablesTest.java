package io.tastemaker.adapters.persistence.campaigns;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Deliverables;
import io.tastemaker.application.campaigns.out.DeliverablesContract;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqDeliverablesTest extends DeliverablesContract {

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

    @Override
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    @Override
    protected Shortlists shortlists() {
        return new JooqShortlists(DATABASE.transactions());
    }

    @Override
    protected Deliverables deliverables() {
        return new JooqDeliverables(DATABASE.transactions());
    }
}
