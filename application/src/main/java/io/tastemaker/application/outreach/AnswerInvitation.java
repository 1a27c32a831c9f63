package io.tastemaker.application.outreach;

import io.tastemaker.application.campaigns.SeeShortlisted;
import io.tastemaker.application.outreach.out.InvitationMessages;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.outreach.out.ResponseLinks;
import io.tastemaker.application.shared.LinkToken;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a creator does with the link of a letter: looks at the invitation, writes, takes part or does not. Who holds the link may. */
public final class AnswerInvitation {

    private final Transactions transactions;
    private final Invitations invitations;
    private final ResponseLinks links;
    private final InvitationMessages messages;
    private final SeeShortlisted seeShortlisted;
    private final Writing writing;
    private final InvitationSteps steps;
    private final Ids ids;
    private final InstantSource clock;

    AnswerInvitation(Transactions transactions, Invitations invitations, ResponseLinks links, InvitationMessages messages,
            SeeShortlisted seeShortlisted, Writing writing, InvitationSteps steps, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.links = links;
        this.messages = messages;
        this.seeShortlisted = seeShortlisted;
        this.writing = writing;
        this.steps = steps;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a creator can do. */
    public enum Action implements Coded {
        /** Look at it. */
        OPEN(Invitation.Command.OPEN, Event.Kind.INVITATION_OPENED),
        /** Ask or answer with words. */
        REPLY(Invitation.Command.REPLY, Event.Kind.INVITATION_REPLIED),
        /** Take part. */
        ACCEPT(Invitation.Command.ACCEPT, Event.Kind.INVITATION_ACCEPTED),
        /** Not take part. */
        DECLINE(Invitation.Command.DECLINE, Event.Kind.INVITATION_DECLINED);

        private final Invitation.Command command;
        private final Event.Kind told;

        Action(Invitation.Command command, Event.Kind told) {
            this.command = command;
            this.told = told;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is wanted.
     *
     * @param caller nobody we know
     * @param token as it was mailed
     * @param action what the creator does
     * @param message what the creator writes, 1 to {@link InvitationMessage#MOST_TEXT} characters; a reply has it
     */
    public record Command(Anonymous caller, String token, Action action, Optional<String> message) {
        /** Leaves out the token and the words. */
        @Override
        public String toString() {
            return "Command[" + action + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Where the invitation stands now.
         *
         * @param invitation the invitation
         * @param campaign into which campaign
         * @param teamName who invites
         * @param messages what was written so far, the oldest first
         */
        record Shown(Invitation invitation, Campaign campaign, String teamName, List<InvitationMessage> messages) implements Outcome {}

        /** There is no such link. */
        record Invalid() implements Outcome {}

        /**
         * It cannot be answered any more.
         *
         * @param why how it ended
         */
        record Refused(Invitation.Decision.Refused why) implements Outcome {}

        /** The campaign is over. */
        record CampaignOver() implements Outcome {}

        /** So much was written that nothing more is taken. */
        record TooManyMessages() implements Outcome {}
    }

    private record Visit(Actor actor, InvitationId invitation, Writing.Sender sender, Action action, Optional<String> message) {}

    /**
     * Does it.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        return LinkToken.read(LinkToken.Kind.INVITATION, command.token()).flatMap(token -> links.find(token.hash()))
                .map(target -> answer(command, target))
                .orElseGet(Outcome.Invalid::new);
    }

    /** A team that is closed invites nobody any more. */
    private Outcome answer(Command command, ResponseLinks.Target target) {
        Visit visit = new Visit(new Actor.System("creator", target.team()), target.invitation(), writing.sender(target.team()), command.action(),
                command.message());
        Optional<Outcome> known = transactions.reading(visit.actor(), () -> invitations.find(visit.invitation())
                .map(found -> unmoved(visit, found)).orElseGet(() -> Optional.of(new Outcome.Invalid())));
        return known.orElseGet(() -> transactions.inTransaction(visit.actor(), "invitation." + command.action().code(), () -> move(visit)));
    }

    /** What is answered without a deed: who looks a second time, and who comes too late, leaves no trace. */
    private Optional<Outcome> unmoved(Visit visit, Invitation found) {
        if (!isRunning(campaign(visit, found))) {
            return Optional.of(new Outcome.CampaignOver());
        }
        if (visit.message().isPresent() && messages.count(found.id()) >= InvitationMessage.MOST) {
            return Optional.of(new Outcome.TooManyMessages());
        }
        return switch (found.decide(visit.action().command, clock.instant())) {
            case Invitation.Decision.Moved moved -> Optional.empty();
            case Invitation.Decision.Unchanged unchanged -> Optional.of(shown(visit, found));
            case Invitation.Decision.Refused why -> Optional.of(new Outcome.Refused(why));
        };
    }

    private Outcome move(Visit visit) {
        Optional<Invitation> held = invitations.hold(visit.invitation());
        if (held.isEmpty()) {
            return new Outcome.Invalid();
        }
        Optional<Outcome> meanwhile = unmoved(visit, held.get());
        if (meanwhile.isPresent()) {
            transactions.refused(Subject.of("campaign", held.get().campaign()));
            return meanwhile.get();
        }
        Instant now = clock.instant();
        return switch (held.get().decide(visit.action().command, now)) {
            case Invitation.Decision.Moved(Invitation next) -> {
                visit.message().ifPresent(text -> messages.add(new InvitationMessage(
                        ids.next(), next.id(), InvitationMessage.Side.CREATOR, text, visit.actor().label(), now)));
                steps.take(visit.actor(), held.get(), next, Optional.of(visit.action().told));
                yield shown(visit, next);
            }
            case Invitation.Decision.Unchanged unchanged -> shown(visit, held.get());
            case Invitation.Decision.Refused why -> new Outcome.Refused(why);
        };
    }

    private Outcome shown(Visit visit, Invitation invitation) {
        List<InvitationMessage> written = messages.list(invitation.id(), PageRequest.first(InvitationMessage.MOST)).items();
        return new Outcome.Shown(invitation, campaign(visit, invitation), visit.sender().name(), written);
    }

    private Campaign campaign(Visit visit, Invitation invitation) {
        return seeShortlisted.handle(new SeeShortlisted.Query(visit.actor(), invitation.campaign(), List.of())).campaign();
    }

    /** While a campaign rests its invitations can be answered. */
    private static boolean isRunning(Campaign campaign) {
        return campaign.status() == Campaign.Status.ACTIVE || campaign.status() == Campaign.Status.PAUSED;
    }
}
