package io.tastemaker.application.proposals;

import io.tastemaker.application.outreach.FindAddress;
import io.tastemaker.application.outreach.InviteCreators;
import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.InstantSource;
import java.util.Optional;

/** Writes to somebody who is invited to a proposal, as long as the invitation can be answered. The message leaves as a letter. */
public final class WriteProposalMessage {

    private final Transactions transactions;
    private final ProposalInvitations invitations;
    private final ProposalDoor door;
    private final FindAddress findAddress;
    private final ProposalLetters letters;
    private final Ids ids;
    private final InstantSource clock;

    WriteProposalMessage(Transactions transactions, ProposalInvitations invitations, ProposalDoor door, FindAddress findAddress,
            ProposalLetters letters, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.door = door;
        this.findAddress = findAddress;
        this.letters = letters;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who writes
     * @param proposal about which proposal
     * @param invitation to whom
     * @param text 1 to {@link InvitationMessage#MOST_TEXT} characters
     */
    public record Command(Actor actor, ProposalId proposal, InvitationId invitation, String text) {
        /** Leaves out the text. */
        @Override
        public String toString() {
            return "Command[" + proposal + ", " + invitation + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is on its way.
         *
         * @param message the message
         */
        record Written(InvitationMessage message) implements Outcome {}

        /** The proposal has no such invitation. */
        record UnknownInvitation() implements Outcome {}

        /** The owner of the address wants no letters. */
        record WantsNoMail() implements Outcome {}

        /**
         * The invitation cannot be answered any more.
         *
         * @param status how it ended
         */
        record Ended(ProposalInvitation.Status status) implements Outcome {}

        /** So much was written that nothing more is taken. */
        record TooMany() implements Outcome {}
    }

    /**
     * Writes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_PROPOSALS);
        Optional<ProposalInvitation> found = transactions.reading(actor, () -> {
            door.find(command.proposal());
            return invitations.find(command.proposal(), command.invitation().value());
        });
        if (found.isEmpty()) {
            return new Outcome.UnknownInvitation();
        }
        FindAddress.Whom whom = new FindAddress.Whom.ByAddress(found.get().email());
        return switch (findAddress.handle(new FindAddress.Query(actor, whom))) {
            case FindAddress.Outcome.Unknown() -> new Outcome.UnknownInvitation();
            case FindAddress.Outcome.Hindered(InviteCreators.Obstacle obstacle) -> new Outcome.WantsNoMail();
            case FindAddress.Outcome.Found address -> {
                String sender = letters.sender(actor.team());
                yield transactions.inTransaction(actor, "proposal.message.write", () -> write(command, found.get(), sender));
            }
        };
    }

    private Outcome write(Command command, ProposalInvitation invitation, String sender) {
        Proposal proposal = door.hold(command.proposal());
        Subject subject = Subject.of("proposal", proposal.id());
        transactions.refused(subject);
        ProposalInvitation.Status status = invitations.find(proposal.id(), invitation.id().value()).orElseThrow(Refusal.NotFound::new)
                .status(proposal, clock.instant());
        if (status.allowed().isEmpty()) {
            return new Outcome.Ended(status);
        }
        if (invitations.written(proposal.id(), Optional.of(invitation.id())).values().stream().mapToInt(Integer::intValue).sum() >= InvitationMessage.MOST) {
            return new Outcome.TooMany();
        }
        InvitationMessage message = new InvitationMessage(
                ids.next(), invitation.id(), InvitationMessage.Side.TEAM, command.text(), command.actor().label(), clock.instant());
        invitations.write(proposal.id(), message);
        letters.write(sender, proposal, invitation, message);
        transactions.about(subject, traits(message).made());
        return new Outcome.Written(message);
    }

    /** What the audit log shows of a message; the words are withheld. */
    static Traits traits(InvitationMessage message) {
        String place = "messages." + message.id();
        return Traits.NONE.with(place + ".invitation", message.invitation()).with(place + ".from", message.side()).withheld(place + ".text", message.text());
    }
}
