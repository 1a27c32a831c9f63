package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM_INVITATION;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.MailedInvitations;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TeamInvitation;
import java.util.Optional;

/** Invitations in PostgreSQL, as people present their tokens. */
public final class JooqMailedInvitations implements MailedInvitations {

    private final JooqPlatformTransactions transactions;

    public JooqMailedInvitations(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<TeamInvitation> find(String tokenHash) {
        return transactions.sql().select(TeamInvitationRow.COLUMNS).from(TEAM_INVITATION).where(TEAM_INVITATION.TOKEN_HASH.eq(tokenHash))
                .fetchOptional(TeamInvitationRow::invitation);
    }

    @Override
    public boolean replace(TeamInvitation invitation) {
        return transactions.sql().update(TEAM_INVITATION)
                .set(TeamInvitationRow.changeable(invitation))
                .where(TEAM_INVITATION.TEAM_ID.eq(invitation.team()).and(TEAM_INVITATION.ID.eq(invitation.id())))
                .and(TEAM_INVITATION.VERSION.eq(invitation.version() - 1))
                .execute() == 1;
    }

    @Override
    public int follow(EmailAddress from, EmailAddress to) {
        return transactions.sql().update(TEAM_INVITATION)
                .set(TEAM_INVITATION.EMAIL, to.value())
                .set(TEAM_INVITATION.VERSION, TEAM_INVITATION.VERSION.plus(1))
                .where(TEAM_INVITATION.EMAIL.eq(from.value())).and(TEAM_INVITATION.ACCEPTED_AT.isNotNull())
                .execute();
    }
}
