package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TeamInvitationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Invitations in memory. */
public final class InMemoryTeamInvitations implements TeamInvitations {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<TeamInvitationId, TeamInvitation> rows;

    public InMemoryTeamInvitations(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public boolean add(TeamInvitation invitation) {
        if (!invitation.team().equals(transactions.team())) {
            throw new IllegalArgumentException("an invitation to another team");
        }
        boolean free = findPending(invitation.email()).isEmpty();
        if (free) {
            rows.put(invitation.id(), invitation);
        }
        return free;
    }

    @Override
    public Optional<TeamInvitation> find(TeamInvitationId id) {
        return own().filter(invitation -> invitation.id().equals(id)).findFirst();
    }

    @Override
    public Optional<TeamInvitation> findPending(EmailAddress email) {
        return pending().filter(invitation -> invitation.email().equals(email)).findFirst();
    }

    @Override
    public Page<TeamInvitation> list(PageRequest page) {
        return Newest.first(own(), page, TeamInvitation::createdAt, invitation -> invitation.id().value());
    }

    @Override
    public int countOpen(Instant now) {
        return (int) own().filter(invitation -> invitation.isOpen(now)).count();
    }

    @Override
    public boolean replace(TeamInvitation invitation) {
        return find(invitation.id()).isPresent() && put(invitation);
    }

    @Override
    public int revokeAll(Instant now) {
        List<TeamInvitation> revoked = pending().toList();
        revoked.forEach(invitation -> rows.put(invitation.id(), invitation.in(new TeamInvitation.State.Revoked(now))));
        return revoked.size();
    }

    /** The invitations as people present their tokens. */
    public MailedInvitations mailed() {
        return new Mailed();
    }

    private boolean put(TeamInvitation invitation) {
        boolean current = rows.get(invitation.id()).filter(stored -> stored.version() == invitation.version() - 1).isPresent();
        if (current) {
            rows.put(invitation.id(), invitation);
        }
        return current;
    }

    private Stream<TeamInvitation> own() {
        TeamId team = transactions.team();
        return rows.rows().filter(invitation -> invitation.team().equals(team));
    }

    private Stream<TeamInvitation> pending() {
        return own().filter(invitation -> invitation.state() instanceof TeamInvitation.State.Pending);
    }

    private final class Mailed implements MailedInvitations {

        @Override
        public Optional<TeamInvitation> find(String tokenHash) {
            transactions.team();
            return rows.rows().filter(invitation -> invitation.tokenHash().equals(tokenHash)).findFirst();
        }

        @Override
        public boolean replace(TeamInvitation invitation) {
            transactions.team();
            return put(invitation);
        }

        @Override
        public int follow(EmailAddress from, EmailAddress to) {
            List<TeamInvitation> accepted = rows.rows()
                    .filter(invitation -> invitation.email().equals(from) && invitation.state() instanceof TeamInvitation.State.Accepted)
                    .toList();
            accepted.forEach(invitation -> rows.put(invitation.id(), new TeamInvitation(invitation.id(), invitation.team(),
                    invitation.version() + 1, to, invitation.role(), invitation.tokenHash(), invitation.invitedBy(), invitation.createdAt(),
                    invitation.expiresAt(), invitation.state())));
            return accepted.size();
        }
    }
}
