package io.tastemaker.application.outreach;

import io.tastemaker.application.campaigns.MoveShortlisted;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what happened to an invitation, wherever that is to be known. Inside a transaction of the caller. */
final class InvitationSteps {

    private final Transactions transactions;
    private final Invitations invitations;
    private final MoveShortlisted moveShortlisted;
    private final Events events;

    InvitationSteps(Transactions transactions, Invitations invitations, MoveShortlisted moveShortlisted, Events events) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.moveShortlisted = moveShortlisted;
        this.events = events;
    }

    /** Stores the next version, moves the creator on the shortlist, tells who wants to know, and says in the log what the deed was about. */
    void take(Actor actor, Invitation before, Invitation next, Optional<Event.Kind> told) {
        if (!invitations.replace(next)) {
            throw new Refusal.StaleVersion(before.version());
        }
        List<Change> changes = new ArrayList<>(before.traits().changesTo(next.traits()));
        changes.addAll(place(actor, next));
        told.ifPresent(kind -> events.tell(event(kind, next)));
        transactions.about(Subject.of("campaign", next.campaign()), changes);
    }

    /** What is told of an invitation. */
    static Event event(Event.Kind kind, Invitation invitation) {
        return Event.of(kind, Subject.of(Writing.INVITATION, invitation.id())).with("campaign_id", invitation.campaign())
                .with("creator_id", invitation.creator()).with("status", invitation.status());
    }

    private List<Change> place(Actor actor, Invitation next) {
        return switch (next.status()) {
            case SENT, OPENED, REPLIED -> moved(actor, next, Optional.of(ShortlistEntry.Status.PENDING), ShortlistEntry.Status.INVITED);
            case ACCEPTED -> moved(actor, next, Optional.empty(), ShortlistEntry.Status.ACCEPTED);
            case DECLINED -> moved(actor, next, Optional.empty(), ShortlistEntry.Status.REJECTED);
            case WITHDRAWN, EXPIRED, BOUNCED -> moved(actor, next, Optional.of(ShortlistEntry.Status.INVITED), ShortlistEntry.Status.PENDING);
        };
    }

    private List<Change> moved(Actor actor, Invitation next, Optional<ShortlistEntry.Status> from, ShortlistEntry.Status to) {
        return switch (moveShortlisted.handle(new MoveShortlisted.Command(actor, next.campaign(), List.of(next.creator()), from, to))) {
            case MoveShortlisted.Outcome.Moved(List<Change> changes) -> changes;
        };
    }
}
