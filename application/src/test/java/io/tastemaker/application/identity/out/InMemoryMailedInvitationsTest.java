package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryMailedInvitationsTest extends MailedInvitationsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryTeamInvitations invitations = new InMemoryTeamInvitations(transactions);

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected TeamInvitations invitations() {
        return invitations;
    }

    @Override
    protected MailedInvitations mailed() {
        return invitations.mailed();
    }
}
