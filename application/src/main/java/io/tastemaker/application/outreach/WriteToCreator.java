package io.tastemaker.application.outreach;

import io.tastemaker.application.campaigns.SeeShortlisted;
import io.tastemaker.application.outreach.out.InvitationMessages;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Writes to a creator whose invitation is open: an answer to a question, as a letter with the link to answer. */
public final class WriteToCreator {

    private final Transactions transactions;
    private final Invitations invitations;
    private final InvitationMessages messages;
    private final SeeShortlisted seeShortlisted;
    private final Addresses addresses;
    private final Writing writing;
    private final Ids ids;
    private final InstantSource clock;

    WriteToCreator(Transactions transactions, Invitations invitations, InvitationMessages messages, SeeShortlisted seeShortlisted,
            Addresses addresses, Writing writing, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.messages = messages;
        this.seeShortlisted = seeShortlisted;
        this.addresses = addresses;
        this.writing = writing;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who writes
     * @param invitation about which invitation
     * @param text 1 to {@link InvitationMessage#MOST_TEXT} characters
     */
    public record Command(Actor actor, InvitationId invitation, String text) {
        /** Leaves out the words. */
        @Override
        public String toString() {
            return "Command[" + invitation + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The letter is on its way.
         *
         * @param message what was written
         */
        record Written(InvitationMessage message) implements Outcome {}

        /**
         * The invitation has ended: no answer would reach the team.
         *
         * @param why how
         */
        record Refused(Invitation.Decision.Refused why) implements Outcome {}

        /** The creator wants no letters. */
        record WantsNoMail() implements Outcome {}

        /** So much was written that nothing more is taken. */
        record TooManyMessages() implements Outcome {}
    }

    /**
     * Writes.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such invitation
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Writing.Sender sender = writing.sender(actor.team());
        return transactions.inTransaction(actor, "invitation.write", () -> {
            Invitation held = invitations.hold(command.invitation()).orElseThrow(Refusal.NotFound::new);
            Outcome outcome = obstacle(held).orElseGet(() -> written(command, held, sender));
            if (!(outcome instanceof Outcome.Written)) {
                transactions.refused(Subject.of("campaign", held.campaign()));
            }
            return outcome;
        });
    }

    /** An invitation that can be declined can be answered. */
    private Optional<Outcome> obstacle(Invitation held) {
        if (held.decide(Invitation.Command.DECLINE, clock.instant()) instanceof Invitation.Decision.Refused why) {
            return Optional.of(new Outcome.Refused(why));
        }
        if (!addresses.suppressed(List.of(held.email())).isEmpty()) {
            return Optional.of(new Outcome.WantsNoMail());
        }
        return messages.count(held.id()) >= InvitationMessage.MOST ? Optional.of(new Outcome.TooManyMessages()) : Optional.empty();
    }

    private Outcome written(Command command, Invitation held, Writing.Sender sender) {
        Instant now = clock.instant();
        Actor actor = command.actor();
        Campaign campaign = seeShortlisted.handle(new SeeShortlisted.Query(actor, held.campaign(), List.of())).campaign();
        InvitationMessage message = new InvitationMessage(
                ids.next(), held.id(), InvitationMessage.Side.TEAM, command.text(), actor.label(), now);
        messages.add(message);
        writing.answer(sender, campaign, held, message, now);
        transactions.about(Subject.of("campaign", held.campaign()),
                Traits.NONE.withheld("invitations." + held.id() + ".message", message.text()).made());
        return new Outcome.Written(message);
    }
}
