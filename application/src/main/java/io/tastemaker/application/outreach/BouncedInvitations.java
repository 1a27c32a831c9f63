package io.tastemaker.application.outreach;

import io.tastemaker.application.operations.LetterHandler;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.util.Optional;

/** Marks the invitations whose letters cannot be delivered. Once the creator has answered, a letter that is lost says nothing. */
final class BouncedInvitations implements LetterHandler {

    private final Transactions transactions;
    private final Invitations invitations;
    private final InvitationSteps steps;
    private final InstantSource clock;

    BouncedInvitations(Transactions transactions, Invitations invitations, InvitationSteps steps, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public String subjectType() {
        return Writing.INVITATION;
    }

    @Override
    public void undeliverable(TeamId team, Subject about) {
        Actor mail = new Actor.System("mail", team);
        InvitationId id = InvitationId.of(about.id());
        boolean bounces = transactions.reading(mail, () -> invitations.find(id).filter(found -> bounced(found).isPresent()).isPresent());
        if (bounces) {
            transactions.run(mail, "invitation.bounce", () -> invitations.hold(id).ifPresent(held -> bounced(held)
                    .ifPresent(next -> steps.take(mail, held, next, Optional.of(Event.Kind.INVITATION_BOUNCED)))));
        }
    }

    private Optional<Invitation> bounced(Invitation invitation) {
        return switch (invitation.decide(Invitation.Command.BOUNCE, clock.instant())) {
            case Invitation.Decision.Moved(Invitation next) -> Optional.of(next);
            case Invitation.Decision.Unchanged unchanged -> Optional.empty();
            case Invitation.Decision.Refused refused -> Optional.empty();
        };
    }
}
