package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedInvitations;
import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What can be done with invitations to teams.
 *
 * @param inviteMember invites somebody
 * @param listInvitations lists them
 * @param resendInvitation mails one again
 * @param revokeInvitation takes one back
 * @param acceptInvitation joins with an account
 * @param joinWithNewAccount joins without one
 */
public record InvitationUseCases(
        InviteMember inviteMember,
        ListInvitations listInvitations,
        ResendInvitation resendInvitation,
        RevokeInvitation revokeInvitation,
        AcceptInvitation acceptInvitation,
        JoinWithNewAccount joinWithNewAccount) {

    /** Builds them from the driven ports, the public address of the program, and how often one may invite. */
    @Inject
    public InvitationUseCases(PlatformTransactions platform, Transactions transactions, Teams teams, OwnTeam ownTeam, Users users,
            Memberships memberships, TeamInvitations invitations, MailedInvitations mailed, Seats seats, Outbox outbox, Passwords passwords,
            Throttles throttles, SignInLimits limits, Ids ids, Tokens tokens, InstantSource clock, Supplier<String> publicUrl) {
        this(platform, transactions, teams, ownTeam, users, memberships, invitations, mailed, seats, outbox, passwords,
                new Attempts(throttles, platform, limits, clock), new TeamLetters(publicUrl), ids, tokens, clock);
    }

    private InvitationUseCases(PlatformTransactions platform, Transactions transactions, Teams teams, OwnTeam ownTeam, Users users,
            Memberships memberships, TeamInvitations invitations, MailedInvitations mailed, Seats seats, Outbox outbox, Passwords passwords,
            Attempts attempts, TeamLetters letters, Ids ids, Tokens tokens, InstantSource clock) {
        this(new InviteMember(transactions, ownTeam, memberships, invitations, seats, outbox, letters, attempts, ids, tokens, clock),
                new ListInvitations(transactions, invitations),
                new ResendInvitation(transactions, ownTeam, memberships, invitations, seats, outbox, letters, attempts, tokens, clock),
                new RevokeInvitation(transactions, invitations, clock),
                new AcceptInvitation(platform, mailed, users, teams, clock),
                new JoinWithNewAccount(platform, mailed, users, teams, passwords, ids, clock));
    }
}
