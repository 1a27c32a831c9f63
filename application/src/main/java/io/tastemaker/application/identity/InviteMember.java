package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.shared.out.Ids;
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
import java.util.Optional;
import java.util.OptionalInt;

/** Invites somebody by e-mail. The answer does not tell whether the address has an account. */
public final class InviteMember {

    private final Transactions transactions;
    private final OwnTeam ownTeam;
    private final Memberships memberships;
    private final TeamInvitations invitations;
    private final Seats seats;
    private final Outbox outbox;
    private final TeamLetters letters;
    private final Attempts attempts;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    InviteMember(Transactions transactions, OwnTeam ownTeam, Memberships memberships, TeamInvitations invitations, Seats seats,
            Outbox outbox, TeamLetters letters, Attempts attempts, Ids ids, Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.ownTeam = ownTeam;
        this.memberships = memberships;
        this.invitations = invitations;
        this.seats = seats;
        this.outbox = outbox;
        this.letters = letters;
        this.attempts = attempts;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who invites
     * @param team into which team
     * @param email whom
     * @param role what the person shall be, never the owner
     */
    public record Command(Actor actor, TeamId team, EmailAddress email, Role role) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The letter is on its way.
         *
         * @param invitation the invitation
         */
        record Invited(TeamInvitation invitation) implements Outcome {}

        /**
         * The actor's role does not suffice.
         *
         * @param required the least role that may do it
         */
        record Outranked(Role required) implements Outcome {}

        /** The person is a member of the team. */
        record AlreadyMember() implements Outcome {}

        /**
         * The person has an invitation that can still be accepted.
         *
         * @param invitation that one
         */
        record AlreadyInvited(TeamInvitation invitation) implements Outcome {}

        /**
         * The team has no seat left; pending invitations take one too.
         *
         * @param seats how many it has
         */
        record SeatsExhausted(int seats) implements Outcome {}
    }

    /**
     * Invites.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when it is not the actor's team
     * @throws Refusal.RateLimited when the team, or all teams together to this address, sent too many
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_MEMBERS);
        CurrentTeam.require(actor, command.team());
        attempts.invitation(command.email(), command.team());
        OptionalInt most = seats.of(command.team());
        TokenText token = new TokenText(TokenText.Kind.MAILED, tokens.next());
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "team_invitation.create", () -> {
            Team team = ownTeam.find().orElseThrow(Refusal.NotFound::new);
            if (MemberDecision.onInvitation(CurrentTeam.rank(actor, memberships), command.role())
                    instanceof MemberDecision.Outranked(Role required)) {
                return new Outcome.Outranked(required);
            }
            Optional<Outcome> obstacle = obstacle(command.email(), most, now);
            return obstacle.orElseGet(() -> invited(team, command, token, now));
        });
    }

    private Optional<Outcome> obstacle(EmailAddress email, OptionalInt most, Instant now) {
        if (memberships.findByEmail(email).isPresent()) {
            return Optional.of(new Outcome.AlreadyMember());
        }
        Optional<TeamInvitation> pending = invitations.findPending(email);
        if (pending.isPresent() && pending.get().isOpen(now)) {
            return Optional.of(new Outcome.AlreadyInvited(pending.get()));
        }
        if (most.isPresent() && memberships.count() + invitations.countOpen(now) >= most.getAsInt()) {
            return Optional.of(new Outcome.SeatsExhausted(most.getAsInt()));
        }
        pending.ifPresent(expired -> invitations.replace(expired.in(new TeamInvitation.State.Revoked(now))));
        return Optional.empty();
    }

    private Outcome invited(Team team, Command command, TokenText token, Instant now) {
        TeamInvitation invitation = TeamInvitation.begin(new TeamInvitationId(ids.next()), team.id(), command.email(), command.role(),
                token.hash(), command.actor().label(), now);
        if (!invitations.add(invitation)) {
            return new Outcome.AlreadyInvited(invitations.findPending(command.email()).orElseThrow(Refusal.NotFound::new));
        }
        outbox.post(team.id(), letters.invitation(invitation, team, token.text()));
        transactions.about(Subject.of("team_invitation", invitation.id()), invitation.traits().made());
        return new Outcome.Invited(invitation);
    }
}
