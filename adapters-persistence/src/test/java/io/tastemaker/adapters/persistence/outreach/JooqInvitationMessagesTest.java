package io.tastemaker.adapters.persistence.outreach;

import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.outreach.out.InvitationMessages;
import io.tastemaker.application.outreach.out.InvitationMessagesContract;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqInvitationMessagesTest extends InvitationMessagesContract {

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
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    @Override
    protected Campaigns campaigns() {
        return new JooqCampaigns(DATABASE.transactions());
    }

    @Override
    protected Invitations invitations() {
        return new JooqInvitations(DATABASE.transactions(), DATABASE.acrossTeams());
    }

    @Override
    protected InvitationMessages messages() {
        return new JooqInvitationMessages(DATABASE.transactions());
    }
}
