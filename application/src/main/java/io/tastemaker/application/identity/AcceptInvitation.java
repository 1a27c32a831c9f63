package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedInvitations;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Lets a signed-in person join the team that mailed the token. */
public final class AcceptInvitation {

    private final PlatformTransactions platform;
    private final MailedInvitations invitations;
    private final Users users;
    private final Teams teams;
    private final InstantSource clock;

    AcceptInvitation(PlatformTransactions platform, MailedInvitations invitations, Users users, Teams teams, InstantSource clock) {
        this.platform = platform;
        this.invitations = invitations;
        this.users = users;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor a person, whose confirmed address is the invited one
     * @param token as it was mailed
     */
    public record Command(Actor actor, String token) {
        @Override
        public String toString() {
            return "Command[" + actor + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The person is a member now, or was before.
         *
         * @param team of which team
         * @param role what the person is in it
         */
        record Joined(Team team, Role role) implements Outcome {}

        /** The token was right and is too old. */
        record Expired() implements Outcome {}

        /** The token is unknown, used, replaced or revoked, or was mailed to another address; nobody learns which. */
        record Invalid() implements Outcome {}
    }

    /**
     * Joins the team.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_ACCOUNT);
        Optional<TeamInvitation> invitation = command.actor() instanceof Actor.User user
                ? platform.reading(user, () -> TokenText.read(TokenText.Kind.MAILED, command.token())
                        .flatMap(token -> invitations.find(token.hash()))
                        .filter(found -> isMailedTo(found, user.id())))
                : Optional.empty();
        Instant now = clock.instant();
        if (invitation.isEmpty() || !(invitation.get().state() instanceof TeamInvitation.State.Pending)) {
            return new Outcome.Invalid();
        }
        return invitation.get().isOpen(now) ? join((Actor.User) command.actor(), invitation.get(), now) : new Outcome.Expired();
    }

    private boolean isMailedTo(TeamInvitation invitation, UserId user) {
        return users.find(user).filter(found -> found.email().equals(invitation.email())).isPresent();
    }

    /** The record of the deed belongs to the team that is joined. */
    private Outcome join(Actor.User user, TeamInvitation invitation, Instant now) {
        Actor.User member = new Actor.User(user.id(), invitation.team(), invitation.role(), user.session());
        return platform.inTransaction(member, "team_invitation.accept", () -> {
            Optional<Team> team = teams.find(invitation.team()).filter(found -> !(found.state() instanceof Team.State.Deleted));
            if (team.isEmpty() || !invitations.replace(invitation.in(new TeamInvitation.State.Accepted(now)))) {
                platform.refused(Subject.of("team_invitation", invitation.id()));
                return new Outcome.Invalid();
            }
            Membership membership = Membership.begin(invitation.team(), user.id(), invitation.role(), now);
            boolean joined = users.join(membership);
            platform.about(Subject.of("member", user.id()), joined ? membership.traits().made() : List.of());
            Role role = users.membership(invitation.team(), user.id()).map(Membership::role).orElse(invitation.role());
            return new Outcome.Joined(team.get(), role);
        });
    }
}
