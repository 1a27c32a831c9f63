package io.tastemaker.application.proposals;

import io.tastemaker.application.outreach.FindAddress;
import io.tastemaker.application.outreach.InviteCreators;
import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.KnownCreator;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Invites somebody to a proposal that is sent: a creator whose address is open to the team, or a mere address. */
public final class InviteToProposal {

    private final Transactions transactions;
    private final ProposalInvitations invitations;
    private final ProposalDoor door;
    private final FindAddress findAddress;
    private final ProposalLetters letters;
    private final Events events;
    private final Ids ids;
    private final InstantSource clock;

    InviteToProposal(Transactions transactions, ProposalInvitations invitations, ProposalDoor door, FindAddress findAddress, ProposalLetters letters,
            Events events, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.door = door;
        this.findAddress = findAddress;
        this.letters = letters;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who invites
     * @param proposal to which proposal
     * @param whom whom
     * @param note what to write, at most {@link ProposalInvitation#MOST_NOTE} characters; blank for nothing
     * @param life how long it can be answered
     */
    public record Command(Actor actor, ProposalId proposal, FindAddress.Whom whom, String note, Duration life) {
        /** Leaves out the note. */
        @Override
        public String toString() {
            return "Command[" + proposal + ", " + whom + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The letter is on its way.
         *
         * @param invitation the invitation
         * @param proposal to what it is
         */
        record Invited(ProposalInvitation invitation, Proposal proposal) implements Outcome {}

        /** The team sees no such creator. */
        record UnknownCreator() implements Outcome {}

        /**
         * The team may not write there, or cannot.
         *
         * @param obstacle why
         */
        record Hindered(InviteCreators.Obstacle obstacle) implements Outcome {}

        /**
         * Nobody is invited to what is not sent.
         *
         * @param status where the proposal stands
         * @param allowed what can be done with it instead
         */
        record NotSent(Proposal.Status status, List<Proposal.Step> allowed) implements Outcome {}

        /** The address was invited to this version before. */
        record InvitedBefore() implements Outcome {}

        /** The proposal has {@link ProposalInvitation#MOST} invitations. */
        record TooMany() implements Outcome {}
    }

    /**
     * Invites.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_PROPOSALS);
        transactions.reading(actor, () -> door.find(command.proposal()));
        return switch (findAddress.handle(new FindAddress.Query(actor, command.whom()))) {
            case FindAddress.Outcome.Unknown() -> new Outcome.UnknownCreator();
            case FindAddress.Outcome.Hindered(InviteCreators.Obstacle obstacle) -> new Outcome.Hindered(obstacle);
            case FindAddress.Outcome.Found found -> {
                String sender = letters.sender(actor.team());
                yield transactions.inTransaction(actor, "proposal.invite", () -> invite(command, found, sender));
            }
        };
    }

    private Outcome invite(Command command, FindAddress.Outcome.Found found, String sender) {
        Proposal proposal = door.hold(command.proposal());
        Subject subject = Subject.of("proposal", proposal.id());
        transactions.refused(subject);
        if (proposal.status() != Proposal.Status.SENT) {
            return new Outcome.NotSent(proposal.status(), proposal.allowed());
        }
        List<ProposalInvitation> before = invitations.all(proposal.id());
        if (before.size() >= ProposalInvitation.MOST) {
            return new Outcome.TooMany();
        }
        if (before.stream().anyMatch(other -> other.offer() == proposal.version() && other.email().equals(found.email()))) {
            return new Outcome.InvitedBefore();
        }
        Instant now = clock.instant();
        ProposalInvitation invitation = new ProposalInvitation(new InvitationId(ids.next()), proposal.id(), proposal.version(),
                found.creator().map(creator -> new KnownCreator(creator.owner(), creator.id())), found.email(), command.note(),
                command.actor().label(), now, now.plus(command.life()), Optional.empty(), Optional.empty(), Optional.empty());
        invitations.add(invitation);
        letters.invite(sender, proposal, invitation);
        events.tell(event(Event.Kind.INVITATION_SENT, invitation, ProposalInvitation.Status.SENT));
        transactions.about(subject, invitation.traits().made());
        return new Outcome.Invited(invitation, proposal);
    }

    /** What is told of an invitation. */
    static Event event(Event.Kind kind, ProposalInvitation invitation, ProposalInvitation.Status status) {
        Event event = Event.of(kind, Subject.of("proposal_invitation", invitation.id())).with("proposal_id", invitation.proposal())
                .with("status", status);
        return invitation.creator().map(creator -> event.with("creator_id", creator)).orElse(event);
    }
}
