package io.tastemaker.adapters.persistence.briefing;

import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.briefing.out.ConversationsContract;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqConversationsTest extends ConversationsContract {

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
    protected Conversations conversations() {
        return new JooqConversations(DATABASE.transactions());
    }
}
