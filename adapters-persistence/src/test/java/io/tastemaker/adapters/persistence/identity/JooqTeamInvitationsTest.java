package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.identity.out.TeamInvitationsContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTeamInvitationsTest extends TeamInvitationsContract {

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
    protected TeamInvitations invitations() {
        return new JooqTeamInvitations(DATABASE.transactions());
    }
}
