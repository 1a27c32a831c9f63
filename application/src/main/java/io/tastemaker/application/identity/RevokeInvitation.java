package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TeamInvitationId;
import java.time.Instant;
import java.time.InstantSource;

/** Takes an invitation back; its token works no more. */
public final class RevokeInvitation {

    private final Transactions transactions;
    private final TeamInvitations invitations;
    private final InstantSource clock;

    RevokeInvitation(Transactions transactions, TeamInvitations invitations, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who revokes
     * @param team of which team
     * @param invitation which invitation
     */
    public record Command(Actor actor, TeamId team, TeamInvitationId invitation) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is revoked, or was before. */
        record Revoked() implements Outcome {}

        /** The person has joined; that is ended by removing the member. */
        record Accepted() implements Outcome {}
    }

    /**
     * Revokes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when it is not the actor's team, or it has no such invitation
     * @throws Refusal.StaleVersion when somebody changed it at the same time
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_MEMBERS);
        CurrentTeam.require(actor, command.team());
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "team_invitation.revoke", () -> {
            TeamInvitation invitation = invitations.find(command.invitation()).orElseThrow(Refusal.NotFound::new);
            return switch (invitation.state()) {
                case TeamInvitation.State.Accepted accepted -> unchanged(invitation, new Outcome.Accepted());
                case TeamInvitation.State.Revoked revoked -> unchanged(invitation, new Outcome.Revoked());
                case TeamInvitation.State.Pending pending -> revoked(invitation, now);
            };
        });
    }

    private Outcome unchanged(TeamInvitation invitation, Outcome answer) {
        transactions.refused(Subject.of("team_invitation", invitation.id()));
        return answer;
    }

    private Outcome revoked(TeamInvitation invitation, Instant now) {
        TeamInvitation revoked = invitation.in(new TeamInvitation.State.Revoked(now));
        if (!invitations.replace(revoked)) {
            throw new Refusal.StaleVersion(invitation.version());
        }
        transactions.about(Subject.of("team_invitation", revoked.id()), invitation.traits().changesTo(revoked.traits()));
        return new Outcome.Revoked();
    }
}
