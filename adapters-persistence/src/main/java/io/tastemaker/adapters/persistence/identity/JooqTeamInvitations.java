package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM_INVITATION;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamInvitationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** A team's invitations in PostgreSQL. */
public final class JooqTeamInvitations implements TeamInvitations {

    private final JooqTransactions transactions;

    public JooqTeamInvitations(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(TeamInvitation invitation) {
        if (!invitation.team().equals(transactions.team())) {
            throw new IllegalArgumentException("an invitation to another team");
        }
        return transactions.sql().insertInto(TEAM_INVITATION)
                .set(TEAM_INVITATION.TEAM_ID, invitation.team())
                .set(TEAM_INVITATION.ID, invitation.id())
                .set(TEAM_INVITATION.EMAIL, invitation.email().value())
                .set(TEAM_INVITATION.ROLE, invitation.role())
                .set(TEAM_INVITATION.INVITED_BY, invitation.invitedBy())
                .set(TEAM_INVITATION.CREATED_AT, invitation.createdAt())
                .set(TeamInvitationRow.changeable(invitation))
                .onConflict(TEAM_INVITATION.TEAM_ID, TEAM_INVITATION.EMAIL)
                .where(TEAM_INVITATION.ACCEPTED_AT.isNull().and(TEAM_INVITATION.REVOKED_AT.isNull())).doNothing()
                .execute() == 1;
    }

    @Override
    public Optional<TeamInvitation> find(TeamInvitationId id) {
        return find(TEAM_INVITATION.ID.eq(id));
    }

    @Override
    public Optional<TeamInvitation> findPending(EmailAddress email) {
        return find(pending().and(TEAM_INVITATION.EMAIL.eq(email.value())));
    }

    @Override
    public Page<TeamInvitation> list(PageRequest page) {
        Condition wanted = own();
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(TEAM_INVITATION.CREATED_AT, TEAM_INVITATION.ID).lt(after.time(), new TeamInvitationId(after.id())));
        }
        List<TeamInvitation> invitations = transactions.sql().select(TeamInvitationRow.COLUMNS)
                .from(TEAM_INVITATION)
                .where(wanted)
                .orderBy(TEAM_INVITATION.CREATED_AT.desc(), TEAM_INVITATION.ID.desc())
                .limit(page.limit() + 1)
                .fetch(TeamInvitationRow::invitation);
        return Page.of(invitations, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public int countOpen(Instant now) {
        return transactions.sql().fetchCount(TEAM_INVITATION, pending().and(TEAM_INVITATION.EXPIRES_AT.gt(now)));
    }

    @Override
    public boolean replace(TeamInvitation invitation) {
        return transactions.sql().update(TEAM_INVITATION)
                .set(TeamInvitationRow.changeable(invitation))
                .where(own().and(TEAM_INVITATION.ID.eq(invitation.id())).and(TEAM_INVITATION.VERSION.eq(invitation.version() - 1)))
                .execute() == 1;
    }

    @Override
    public int revokeAll(Instant now) {
        return transactions.sql().update(TEAM_INVITATION)
                .set(TEAM_INVITATION.REVOKED_AT, now)
                .set(TEAM_INVITATION.VERSION, TEAM_INVITATION.VERSION.plus(1))
                .where(pending())
                .execute();
    }

    private Optional<TeamInvitation> find(Condition wanted) {
        return transactions.sql().select(TeamInvitationRow.COLUMNS).from(TEAM_INVITATION).where(own().and(wanted))
                .fetchOptional(TeamInvitationRow::invitation);
    }

    private Condition pending() {
        return own().and(TEAM_INVITATION.ACCEPTED_AT.isNull()).and(TEAM_INVITATION.REVOKED_AT.isNull());
    }

    private Condition own() {
        return TEAM_INVITATION.TEAM_ID.eq(transactions.team());
    }
}
