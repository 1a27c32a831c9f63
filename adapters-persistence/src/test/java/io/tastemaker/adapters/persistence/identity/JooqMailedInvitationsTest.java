package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.MailedInvitations;
import io.tastemaker.application.identity.out.MailedInvitationsContract;
import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqMailedInvitationsTest extends MailedInvitationsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

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

    @Override
    protected MailedInvitations mailed() {
        return new JooqMailedInvitations(DATABASE.platformTransactions());
    }
}
