package io.tastemaker.adapters.persistence.campaigns;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Milestones;
import io.tastemaker.application.campaigns.out.MilestonesContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqMilestonesTest extends MilestonesContract {

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
    protected Milestones milestones() {
        return new JooqMilestones(DATABASE.transactions());
    }
}
