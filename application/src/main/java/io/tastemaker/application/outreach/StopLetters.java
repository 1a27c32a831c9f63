package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.outreach.out.ResponseLinks;
import io.tastemaker.application.outreach.out.Suppressions;
import io.tastemaker.application.shared.LinkToken;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes a creator at their word who wants never to be written to again, by no team. The link of any letter will do, whatever became of its invitation. */
public final class StopLetters {

    private final Transactions transactions;
    private final Invitations invitations;
    private final ResponseLinks links;
    private final Suppressions suppressions;
    private final InvitationSteps steps;
    private final InstantSource clock;

    StopLetters(Transactions transactions, Invitations invitations, ResponseLinks links, Suppressions suppressions, InvitationSteps steps,
            InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.links = links;
        this.suppressions = suppressions;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody we know
     * @param token as it was mailed
     */
    public record Command(Anonymous caller, String token) {
        /** Leaves out the token. */
        @Override
        public String toString() {
            return "Command[]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** Nobody writes to the address again; the invitation, if it was open, is declined. */
        record Stopped() implements Outcome {}

        /** There is no such link. */
        record Invalid() implements Outcome {}
    }

    /**
     * Stops the letters.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        return LinkToken.read(LinkToken.Kind.INVITATION, command.token()).flatMap(token -> links.find(token.hash()))
                .map(this::stop)
                .orElseGet(Outcome.Invalid::new);
    }

    private Outcome stop(ResponseLinks.Target target) {
        Actor creator = new Actor.System("creator", target.team());
        Optional<Invitation> found = transactions.reading(creator, () -> invitations.find(target.invitation()));
        if (found.isEmpty()) {
            return new Outcome.Invalid();
        }
        boolean noted = transactions.reading(creator, () -> !suppressions.among(List.of(hash(found.get()))).isEmpty());
        if (noted && !found.get().status().isOpen()) {
            return new Outcome.Stopped();
        }
        return transactions.inTransaction(creator, "invitation.stop_letters", () -> {
            Invitation held = invitations.hold(target.invitation()).orElseThrow(Refusal.NotFound::new);
            suppressions.add(hash(held), clock.instant());
            transactions.about(Subject.of("campaign", held.campaign()), List.of());
            switch (held.decide(Invitation.Command.DECLINE, clock.instant())) {
                case Invitation.Decision.Moved(Invitation next) -> steps.take(creator, held, next, Optional.of(Event.Kind.INVITATION_DECLINED));
                case Invitation.Decision.Unchanged unchanged -> { }
                case Invitation.Decision.Refused ended -> { }
            }
            return new Outcome.Stopped();
        });
    }

    private static String hash(Invitation invitation) {
        return LinkToken.hashOfAddress(invitation.email());
    }
}
