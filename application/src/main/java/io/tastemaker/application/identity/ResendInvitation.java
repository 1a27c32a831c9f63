package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.MemberDecision;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TeamInvitationId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;

/** Mails an invitation again, with a new token and a new week; the old token works no more. */
public final class ResendInvitation {

    private final Transactions transactions;
    private final OwnTeam ownTeam;
    private final Memberships memberships;
    private final TeamInvitations invitations;
    private final Seats seats;
    private final Outbox outbox;
    private final TeamLetters letters;
    private final Attempts attempts;
    private final Tokens tokens;
    private final InstantSource clock;

    ResendInvitation(Transactions transactions, OwnTeam ownTeam, Memberships memberships, TeamInvitations invitations, Seats seats,
            Outbox outbox, TeamLetters letters, Attempts attempts, Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.ownTeam = ownTeam;
        this.memberships = memberships;
        this.invitations = invitations;
        this.seats = seats;
        this.outbox = outbox;
        this.letters = letters;
        this.attempts = attempts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who resends
     * @param team of which team
     * @param invitation which invitation
     */
    public record Command(Actor actor, TeamId team, TeamInvitationId invitation) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The letter is on its way.
         *
         * @param invitation as it is now
         */
        record Resent(TeamInvitation invitation) implements Outcome {}

        /**
         * The actor's role does not suffice.
         *
         * @param required the least role that may do it
         */
        record Outranked(Role required) implements Outcome {}

        /**
         * It was accepted or revoked.
         *
         * @param status which of the two
         */
        record Answered(String status) implements Outcome {}

        /**
         * It had expired, and its seat was taken since.
         *
         * @param seats how many the team has
         */
        record SeatsExhausted(int seats) implements Outcome {}
    }

    /**
     * Mails it again.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when it is not the actor's team, or it has no such invitation
     * @throws Refusal.RateLimited when the team, or all teams together to this address, sent too many
     * @throws Refusal.StaleVersion when somebody changed it at the same time
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_MEMBERS);
        CurrentTeam.require(actor, command.team());
        EmailAddress address = transactions.reading(actor, () -> invitations.find(command.invitation()))
                .orElseThrow(Refusal.NotFound::new).email();
        attempts.invitation(address, command.team());
        OptionalInt most = seats.of(command.team());
        TokenText token = new TokenText(TokenText.Kind.MAILED, tokens.next());
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "team_invitation.resend", () -> {
            Team team = ownTeam.find().orElseThrow(Refusal.NotFound::new);
            TeamInvitation invitation = invitations.find(command.invitation()).orElseThrow(Refusal.NotFound::new);
            transactions.refused(Subject.of("team_invitation", invitation.id()));
            if (!(invitation.state() instanceof TeamInvitation.State.Pending)) {
                return new Outcome.Answered(invitation.status(now));
            }
            if (MemberDecision.onInvitation(CurrentTeam.rank(actor, memberships), invitation.role())
                    instanceof MemberDecision.Outranked(Role required)) {
                return new Outcome.Outranked(required);
            }
            boolean full = most.isPresent() && memberships.count() + invitations.countOpen(now) >= most.getAsInt();
            return full && !invitation.isOpen(now)
                    ? new Outcome.SeatsExhausted(most.getAsInt())
                    : resent(invitation, team, token, now);
        });
    }

    private Outcome resent(TeamInvitation invitation, Team team, TokenText token, Instant now) {
        TeamInvitation resent = invitation.resent(token.hash(), now);
        if (!invitations.replace(resent)) {
            throw new Refusal.StaleVersion(invitation.version());
        }
        outbox.post(team.id(), letters.invitation(resent, team, token.text()));
        transactions.about(Subject.of("team_invitation", resent.id()), invitation.traits().changesTo(resent.traits()));
        return new Outcome.Resent(resent);
    }
}
